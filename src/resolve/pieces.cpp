#include "resolve/pieces.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace dateline {
namespace {

bool digit(char c) { return c >= '0' && c <= '9'; }
bool space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool letter(char c) { return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; }

/// Bytes of a mark: a curly quote, a dash or a no-break space is one mark of several bytes. 0: none starts here.
std::uint32_t wide_mark(std::string_view rest) {
  if (rest.starts_with("\xe2\x80") || rest.starts_with("\xe2\x88\x92") || rest.starts_with("\xe2\x82")) return 3;
  if (rest.starts_with("\xc2") && rest.size() > 1 && static_cast<unsigned char>(rest[1]) < 0xc0) return 2;
  return 0;
}

std::string_view plain_mark(std::string_view mark) {
  if (mark == "\xe2\x80\x98" || mark == "\xe2\x80\x99") return "'";
  if (mark == "\xe2\x80\x9c" || mark == "\xe2\x80\x9d") return "\"";
  const bool dash = mark >= "\xe2\x80\x90" && mark <= "\xe2\x80\x95";
  return dash || mark == "\xe2\x88\x92" ? "-" : mark;
}

bool blank_mark(std::string_view mark) {
  return mark == "\xc2\xa0" || mark == "\xe2\x80\x89" || mark == "\xe2\x80\xaf";
}

double value_of(std::string_view digits) {
  char plain[40];
  std::size_t size = 0;
  for (const char c : digits) {
    if (c != ',' && size < sizeof plain) plain[size++] = c;
  }
  double value = 0;
  std::from_chars(plain, plain + size, value);
  return value;
}

std::string lowered(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return out;
}

}  // namespace

Pieces::Pieces(const Report& report, const Sentence& sentence)
    : lower_(lowered(report.slice(sentence.span))), offset_(sentence.span.begin) {
  const std::string_view all = lower_;
  const auto end = static_cast<std::uint32_t>(all.size());
  pieces_.reserve(all.size() / 4);
  for (std::uint32_t i = 0; i < end;) {
    std::uint32_t next = i + 1;
    const std::uint32_t wide = wide_mark(all.substr(i));
    if (space(all[i])) {
      thin_blank_ = false;
      i = next;
      continue;
    }
    if (wide > 0) {
      next = std::min(i + wide, end);
      if (blank_mark(all.substr(i, wide)))
        thin_blank_ = true;
      else
        add(i, next, Piece::Kind::mark);
    } else if (digit(all[i])) {
      add(i, next = end_of_number(i), Piece::Kind::number);
    } else if (letter(all[i])) {
      while (next < end && letter(all[next]) && wide_mark(all.substr(next)) == 0) ++next;
      add(i, next, Piece::Kind::word);
    } else {
      add(i, next, Piece::Kind::mark);
    }
    i = next;
  }
  std::uint32_t token = sentence.tokens.begin;
  for (Piece& piece : pieces_) {
    while (token + 1 < sentence.tokens.end && report.tokens[token + 1].span.begin <= piece.span.begin) ++token;
    piece.token = token;
    piece.capital = report.text[piece.span.begin] >= 'A' && report.text[piece.span.begin] <= 'Z';
  }
}

void Pieces::add(std::uint32_t begin, std::uint32_t end, Piece::Kind kind) {
  Piece piece;
  piece.span = {offset_ + begin, offset_ + end};
  piece.text = std::string_view(lower_).substr(begin, end - begin);
  piece.kind = kind;
  piece.glued = !pieces_.empty() && pieces_.back().span.end == piece.span.begin;
  if (kind == Piece::Kind::mark) piece.text = plain_mark(piece.text);
  if (kind == Piece::Kind::number) {
    piece.value = value_of(piece.text);
    piece.plain = std::all_of(piece.text.begin(), piece.text.end(), digit);
    const std::size_t point = std::min(piece.text.find('.'), piece.text.size());
    piece.digits = static_cast<std::uint8_t>(
        std::min<std::ptrdiff_t>(std::count_if(piece.text.begin(), piece.text.begin() + point, digit), 255));
  }
  piece.after_thin_blank = std::exchange(thin_blank_, false);
  pieces_.push_back(piece);
}

/// Digits with groups of three after commas and one decimal part: "1,250", "2.5"; but 12.03.2024 is three numbers.
std::uint32_t Pieces::end_of_number(std::uint32_t at) const {
  const std::string_view all = lower_;
  const auto run = [&](std::uint32_t i) {
    while (i < all.size() && digit(all[i])) ++i;
    return i;
  };
  std::uint32_t end = run(at);
  while (end < all.size() && all[end] == ',' && run(end + 1) == end + 4) end += 4;
  const bool after_point = at >= 2 && all[at - 1] == '.' && digit(all[at - 2]);
  if (!after_point && end < all.size() && all[end] == '.') {
    const std::uint32_t decimals = run(end + 1);
    const bool more = decimals + 1 < all.size() && all[decimals] == '.' && digit(all[decimals + 1]);
    if (decimals > end + 1 && !more) end = decimals;
  }
  return end;
}

}  // namespace dateline
