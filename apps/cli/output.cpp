#include "output.h"

#include <dateline/error.h>
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
