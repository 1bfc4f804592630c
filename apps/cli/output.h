// Where data goes: a table on a terminal, JSON lines everywhere else.
#pragma once

#include <dateline/formats.h>

#include <CLI/CLI.hpp>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::cli {

enum class View : std::uint8_t { automatic, table, jsonl };

/// Adds --format with table and jsonl.
void add_view_option(CLI::App& app, View& format);

/// Names of the formats that `dateline formats` lists, and each with what it is, for -h.
std::vector<std::string> format_names();
std::string format_titles();

/// Says how many `what` a format could not carry, if any.
void tell_left_out(const Exporter& exporter, const std::string& format, const char* what);

/// Table on a terminal, JSON lines elsewhere, unless the user chose.
View chosen(View format);

/// Colours belong on terminals whose users did not forbid them (NO_COLOR).
bool has_colour();
std::size_t terminal_width();

/// Writes to standard output. Throws Error(file_unwritable).
void write_out(std::string_view text);
void flush_out();

}  // namespace dateline::cli
