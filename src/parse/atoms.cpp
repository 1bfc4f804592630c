#include "parse/atoms.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <utility>

#include "text/fold.h"
#include "text/utf8.h"

namespace dateline {
namespace {

constexpr std::uint32_t kMostCodePoints = 100;
constexpr std::array<std::string_view, 6> kClitics = {"s", "m", "d", "re", "ve", "ll"};

/// Words that fall into two, and the length of the first part.
constexpr std::pair<std::string_view, std::size_t> kSplits[] = {
    {"cannot", 3}, {"gonna", 3}, {"wanna", 3}, {"gotta", 3},   {"dont", 2},    {"didnt", 3},    {"doesnt", 4},
    {"isnt", 2},   {"wasnt", 3}, {"wont", 2},  {"couldnt", 5}, {"wouldnt", 5}, {"shouldnt", 6}, {"havent", 4},
    {"hasnt", 3},  {"hadnt", 3}, {"arent", 3}, {"werent", 4},  {"cant", 2},    {"aint", 2}};

/// Length of the first part of a folded word that falls into two, or 0.
std::size_t split_point(std::string_view folded) {
  if (folded.size() < 4 || folded.size() > 8) return 0;
  const auto* found =
      std::find_if(std::begin(kSplits), std::end(kSplits), [&](const auto& row) { return row.first == folded; });
  return found == std::end(kSplits) ? 0 : found->second;
}

bool is_clitic(std::string_view folded) {
  return folded.size() <= 2 && std::find(kClitics.begin(), kClitics.end(), folded) != kClitics.end();
}

/// The one letter that the fold turns into a quote.
constexpr char32_t kLetterApostrophe = 0x2bc;

std::uint8_t shape_of_counts(std::size_t letters, std::size_t upper, bool first_upper) {
  enum : std::uint8_t { lower = 1, capitalised = 2, capitals = 3, mixed = 4, one_capital = 5, other = 7 };
  if (letters == 0) return other;
  if (upper == 0) return lower;
  if (letters == 1) return one_capital;
  if (upper == letters) return capitals;
  return first_upper && upper == 1 ? capitalised : mixed;
}

}  // namespace

std::uint8_t shape_of(std::string_view text) {
  constexpr std::uint8_t kDigits = 6;
  std::size_t letters = 0;
  std::size_t upper = 0;
  bool first_upper = false;
  for (std::size_t offset = 0; offset < text.size();) {
    const char32_t c = decode(text, offset);
    if (is_digit(c)) return kDigits;
    const bool letter = c < 0x80 ? is_letter(c) : u_isalpha(static_cast<UChar32>(c)) && c != kLetterApostrophe;
    if (!letter) continue;
    const bool big = c < 0x80 ? c <= U'Z' : is_upper(c);
    if (letters++ == 0) first_upper = big;
    upper += big;
  }
  return shape_of_counts(letters, upper, first_upper);
}

AtomReader::AtomReader(const Vocabulary& vocabulary, std::string_view text, Span paragraph, std::size_t most_pieces)
    : vocabulary_(&vocabulary), text_(text), most_pieces_(most_pieces), offset_(paragraph.begin), end_(paragraph.end) {
  for (Run& run : runs_) read_run(run);
}

AtomReader::Kind AtomReader::kind_of(char32_t c) {
  if (is_letter(c)) return c == kLetterApostrophe ? Kind::other : Kind::letters;
  if (is_digit(c)) return Kind::digits;
  return is_space(c) || is_ignorable(c) ? Kind::none : Kind::other;
}

void AtomReader::read_run(Run& run) {
  run.kind = Kind::none;
  run.code_points = 0;
  run.folded.clear();
  while (offset_ < end_) {
    std::size_t after = offset_;
    const char32_t c = decode(text_, after);
    const Kind kind = kind_of(c);
    if (run.kind != Kind::none && (kind != run.kind || kind == Kind::other)) return;
    const auto begin = static_cast<std::uint32_t>(offset_);
    offset_ = after;
    if (kind == Kind::none) continue;
    if (run.kind == Kind::none) run.span.begin = begin;
    run.kind = kind;
    run.span.end = static_cast<std::uint32_t>(after);
    run.last = begin;
    run.last_folded = run.folded.size();
    ++run.code_points;
    scratch_.clear();
    append_folded(scratch_, c);
    for (const char32_t folded : scratch_) append(run.folded, folded);
  }
}

void AtomReader::consume(std::size_t runs) {
  for (; runs > 0; --runs) {
    std::swap(before_, runs_[0]);
    std::rotate(runs_.begin(), runs_.begin() + 1, runs_.end());
    read_run(runs_.back());
  }
}

/// "…n" + "'" + "t", nothing between.
bool AtomReader::starts_negation() const {
  const auto& [word, quote, t] = runs_;
  return word.kind == Kind::letters && word.code_points > 1 && word.folded.size() > 1 &&
         std::string_view(word.folded).substr(word.last_folded) == "n" && quote.kind != Kind::none &&
         quote.folded == "'" && quote.span.begin == word.span.end && t.kind != Kind::none &&
         t.span.begin == quote.span.end && t.folded == "t";
}

/// "'" + "s" and its like, directly after a letter or digit.
bool AtomReader::starts_clitic() const {
  const auto& [quote, clitic, rest] = runs_;
  return quote.folded == "'" && clitic.kind != Kind::none && clitic.span.begin == quote.span.end &&
         is_clitic(clitic.folded) && before_.span.end == quote.span.begin &&
         (before_.kind == Kind::letters || before_.kind == Kind::digits);
}

void AtomReader::cut_negation() {
  const Run& word = runs_[0];
  cut_ = {{word.span.begin, word.last}, word.folded.substr(0, word.last_folded), false};
  second_ = {{word.last, runs_[2].span.end}, "n't", true};
  consume(3);
}

void AtomReader::cut_compound(std::size_t first) {
  const Run& word = runs_[0];
  std::size_t middle = word.span.begin;
  for (std::size_t i = 0; i < first; ++i) decode(text_, middle);
  const auto at = static_cast<std::uint32_t>(middle);
  cut_ = {{word.span.begin, at}, word.folded.substr(0, first), false};
  second_ = {{at, word.span.end}, word.folded.substr(first), word.folded.ends_with("nt")};
  consume(1);
}

/// Cuts the atom that the run in hand begins.
void AtomReader::cut_next() {
  const Run& run = runs_[0];
  if (run.kind == Kind::letters) {
    if (starts_negation()) return cut_negation();
    const std::size_t first = split_point(run.folded);
    if (first > 0 && run.code_points == run.folded.size()) return cut_compound(first);
  } else if (starts_clitic()) {
    cut_ = {{run.span.begin, runs_[1].span.end}, run.folded + runs_[1].folded, false};
    return consume(2);
  }
  cut_.span = run.span;
  cut_.folded = run.folded;
  cut_.negation = false;
  consume(1);
}

std::optional<Atom> AtomReader::next(std::vector<std::uint32_t>& pieces) {
  if (second_) {
    const Cut cut = *std::exchange(second_, std::nullopt);
    return finish(cut, pieces);
  }
  if (runs_[0].kind == Kind::none) return std::nullopt;
  cut_next();
  return finish(cut_, pieces);
}

Atom AtomReader::finish(const Cut& cut, std::vector<std::uint32_t>& pieces) {
  Atom atom;
  atom.span = cut.span;
  atom.glued = previous_end_ == cut.span.begin;
  previous_end_ = cut.span.end;
  const std::string_view original = text_.substr(cut.span.begin, cut.span.end - cut.span.begin);
  atom.shape = static_cast<std::uint8_t>(2 * shape_of(original) + (atom.glued ? 1 : 0));
  const std::size_t before = pieces.size();
  append_pieces(cut, pieces);
  if (pieces.size() - before > most_pieces_) {
    pieces.resize(before);
    pieces.push_back(vocabulary_->special().unknown);
  }
  atom.pieces = static_cast<std::uint16_t>(pieces.size() - before);
  return atom;
}

/// One piece for a negation or an endless word; else WordPiece of what stands between apostrophes, and of each of
/// these.
void AtomReader::append_pieces(const Cut& cut, std::vector<std::uint32_t>& pieces) const {
  const SpecialPieces& special = vocabulary_->special();
  if (cut.negation) return pieces.push_back(special.negation);
  const std::string_view original = text_.substr(cut.span.begin, cut.span.end - cut.span.begin);
  const bool endless = original.size() > kMostCodePoints && code_point_count(original) > kMostCodePoints;
  if (endless || cut.folded.empty()) return pieces.push_back(special.unknown);
  std::string_view rest = cut.folded;
  while (!rest.empty()) {
    const std::size_t size = rest[0] == '\'' ? 1 : std::min(rest.find('\''), rest.size());
    vocabulary_->append_pieces(rest.substr(0, size), pieces);
    rest.remove_prefix(size);
  }
}

}  // namespace dateline
