#include "output.h"

#include <dateline/error.h>
#include <fmt/core.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <map>

namespace dateline::cli {
namespace {

Error unwritable() { return {ErrorCode::file_unwritable, "standard output cannot be written"}; }

}  // namespace

void add_view_option(CLI::App& app, View& format) {
  app.add_option("--format", format, "table or jsonl (default: table on a terminal)")
      ->transform(CLI::CheckedTransformer(std::map<std::string, View>{{"table", View::table}, {"jsonl", View::jsonl}}))
      ->option_text("FORMAT");
}

std::vector<std::string> format_names() {
  std::vector<std::string> names;
  for (const Format& format : formats()) names.emplace_back(format.name);
  return names;
}

std::string format_titles() {
  std::string out;
  for (const Format& format : formats())
    out.append(fmt::format("{}{}: {}", out.empty() ? "" : "; ", format.name, format.title));
  return out;
}

void tell_left_out(const Exporter& exporter, const std::string& format, const char* what) {
  if (exporter.left_out() == 0) return;
  fmt::print(stderr, "{} {} left out: {} cannot say that an act did not happen, or only may\n", exporter.left_out(),
             what, format);
}

View chosen(View format) {
  if (format != View::automatic) return format;
  return ::isatty(STDOUT_FILENO) != 0 ? View::table : View::jsonl;
}

bool has_colour() { return ::isatty(STDOUT_FILENO) != 0 && std::getenv("NO_COLOR") == nullptr; }

std::size_t terminal_width() {
  winsize size{};
  constexpr std::size_t kUsual = 100;
  return ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : kUsual;
}

void write_out(std::string_view text) {
  if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size()) throw unwritable();
}

void flush_out() {
  if (std::fflush(stdout) != 0) throw unwritable();
}

}  // namespace dateline::cli
