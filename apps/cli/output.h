// Where data goes: a table on a terminal, JSON lines everywhere else.
#pragma once

#include <CLI/CLI.hpp>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace dateline::cli {

enum class View : std::uint8_t { automatic, table, jsonl, none };

/// Adds --format with table and jsonl.
void add_view_option(CLI::App& app, View& format);

/// Table on a terminal, JSON lines elsewhere, unless the user chose.
View chosen(View format);

/// Colours belong on terminals whose users did not forbid them (NO_COLOR).
bool has_colour();
std::size_t terminal_width();

/// Writes to standard output. Throws Error(file_unwritable).
void write_out(std::string_view text);
void flush_out();

}  // namespace dateline::cli
