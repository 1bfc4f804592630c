// A count is a number (numbers.h) that stands before or instead of a noun. The
// tree says which noun: the head of a `nummod`, the `of` phrase of "dozens of
// people", or, in "killed 14 and injured 35", the noun of the number before.
#include "resolve/quantities.h"

#include <array>
#include <string>
#include <string_view>

#include "resolve/count_roles.h"
#include "resolve/numbers.h"

namespace dateline {
namespace {

constexpr std::array<std::string_view, 11> kDurations = {"second", "minute", "hour",   "day",     "week",     "weekend",
                                                         "month",  "year",   "decade", "century", "fortnight"};

bool stands_for_people(CountRole role) {
  return role == CountRole::dead || role == CountRole::injured || role == CountRole::arrested ||
         role == CountRole::displaced;
}

bool is_noun(const Token& token) { return token.upos == Upos::NOUN || token.upos == Upos::PROPN; }

bool is_modifier(const Token& token) {
  return is_noun(token) || token.upos == Upos::ADJ || token.upos == Upos::VERB || token.upos == Upos::ADV ||
         token.upos == Upos::NUM;
}

class QuantityFinder {
 public:
  QuantityFinder(const Report& report, const Tree& tree, const std::vector<TimeMention>& times)
      : report_(report), tree_(tree), taken_(report.tokens.size(), false) {
    for (const TimeMention& time : times) take(time.tokens);
    for (const Name& name : report.names) take(name.tokens);
  }

  std::vector<QuantityMention> find() && {
    for (const Sentence& sentence : report_.sentences) read(sentence);
    return std::move(found_);
  }

 private:
  void take(TokenRange tokens) {
    for (std::uint32_t i = tokens.begin; i < tokens.end && i < taken_.size(); ++i) taken_[i] = true;
  }

  void read(const Sentence& sentence) {
    last_unit_.clear();
    if (!may_count(sentence)) return;
    const Pieces pieces(report_, sentence);
    for (std::size_t i = 0; i < pieces.size();) {
      const auto match = taken_[pieces[i].token] ? std::nullopt : read_amount(pieces, i);
      if (match) keep(pieces, *match);
      i = match ? match->end : i + 1;
    }
  }

  /// Most sentences have no number at all; the parse says so at once where there is one.
  bool may_count(const Sentence& sentence) const {
    for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
      const Token& token = report_.tokens[i];
      if (token.upos == Upos::NUM || token.upos == Upos::SYM || token.upos == Upos::X || token.xpos == "NNS" ||
          token.upos == Upos::ADJ)
        return true;
    }
    return false;
  }

  void keep(const Pieces& pieces, const NumberMatch& match) {
    if (match.value && *match.value < 1 && *match.value != 0) return;  // "two thirds", "-5": a share, a temperature
    if (pieces.is(match.end, "-") && pieces[match.end].glued && pieces.is_word(match.end + 1))
      return;  // "a 3-inch gun"
    const TokenRange tokens = pieces.tokens(match.begin, match.end);
    for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
      if (taken_[i]) return;
    }
    const std::uint32_t top = top_of(tokens);
    if (is_label(tokens, top) || is_age(pieces, match, tokens)) return;
    QuantityMention mention;
    mention.tokens = tokens;
    mention.count.span = {pieces[match.begin].span.begin, pieces[match.end - 1].span.end};
    mention.count.value = match.value;
    mention.count.low = match.low;
    mention.count.high = match.high;
    mention.head = counted(tokens, top);
    if (!describe(pieces, match, mention)) return;
    found_.push_back(std::move(mention));
  }

  /// Unit and role; false if this is no count ("two hours", a lone "one").
  bool describe(const Pieces& pieces, const NumberMatch& match, QuantityMention& mention) {
    const bool noun = !mention_is_number(mention);
    const Token& head = report_.tokens[mention.head];
    if (noun && any_of(head.lemma, kDurations)) return false;
    if (pieces.is(match.end, "%") || pieces.is(match.end, "percent") ||
        (pieces.is(match.end, "per") && pieces.is(match.end + 1, "cent"))) {
      mention.count.unit = "per cent";
      return true;
    }
    if (match.money || (noun && is_currency(head.lemma))) {
      mention.count.role = CountRole::money;
      mention.count.unit = match.money ? std::string(pieces[match.begin].text) : unit_of(mention);
      return true;
    }
    mention.count.role = role_of_count(tree_, mention.head);
    mention.count.unit = noun ? unit_of(mention) : std::string{};
    const bool fate = mention.count.unit.empty() || (noun && head.upos == Upos::ADJ);
    if (fate)
      mention.count.unit =
          stands_for_people(mention.count.role) ? (last_unit_.empty() ? "people" : last_unit_) : last_unit_;
    if (!noun && mention.count.role == CountRole::other && !is_argument(mention.head)) return false;
    if (!noun && pieces.is(match.begin, "one")) return stands_for_people(mention.count.role);
    if (noun && stands_for_people(mention.count.role) && !fate) last_unit_ = mention.count.unit;
    return true;
  }

  static bool mention_is_number(const QuantityMention& mention) { return mention.tokens.contains(mention.head); }

  /// A number by itself counts something only where a noun could stand.
  bool is_argument(std::uint32_t token) const {
    const std::string_view relation = report_.tokens[token].deprel;
    return is_relation(relation, "nsubj") || is_relation(relation, "obj");
  }

  /// The word of the number that hangs from a word outside it.
  std::uint32_t top_of(TokenRange tokens) const {
    for (std::uint32_t i = tokens.begin; i < tokens.end; ++i) {
      if (report_.tokens[i].head == Token::kRoot || !tokens.contains(report_.tokens[i].head)) {
        if (report_.tokens[i].upos != Upos::ADP && report_.tokens[i].upos != Upos::DET) return i;
      }
    }
    return tokens.begin;
  }

  /// "Resolution 1701", "Room 12", "World Cup 2026": the number names its noun.
  bool is_label(TokenRange tokens, std::uint32_t top) const {
    const Token& token = report_.tokens[top];
    if (token.head == Token::kRoot || token.head >= tokens.begin) return false;
    const bool hangs = is_relation(token.deprel, "nummod") || is_relation(token.deprel, "flat") ||
                       token.deprel == "nmod:unmarked" || is_relation(token.deprel, "compound") ||
                       token.deprel == "dep";
    return hangs && is_noun(report_.tokens[token.head]);
  }

  /// "aged 34", "John Smith, 34, said".
  bool is_age(const Pieces& pieces, const NumberMatch& match, TokenRange tokens) const {
    if (match.begin == 0) return false;
    if (pieces.is(match.begin - 1, "aged") || pieces.is(match.begin - 1, "age")) return true;
    if (!pieces.is(match.begin - 1, ",") || tokens.begin < 2) return false;
    const bool closed = pieces.is(match.end, ",") || pieces.is(match.end, ".") || pieces.is(match.end, "");
    return closed && match.value && *match.value < 120 && in_person(tokens.begin - 2);
  }

  bool in_person(std::uint32_t token) const {
    for (const Name& name : report_.names) {
      if (name.tokens.contains(token)) return name.kind == NameKind::person;
      if (name.tokens.begin > token) break;
    }
    return false;
  }

  /// The noun that is counted, or the number's own top word.
  std::uint32_t counted(TokenRange tokens, std::uint32_t top) const {
    const Token& token = report_.tokens[top];
    const bool before = token.head != Token::kRoot && token.head >= tokens.end;
    const bool modifies = is_relation(token.deprel, "nummod") || is_relation(token.deprel, "compound") ||
                          is_relation(token.deprel, "amod") || is_relation(token.deprel, "det") ||
                          token.deprel == "nmod:unmarked" || is_relation(token.deprel, "advmod");
    if (before && modifies && report_.tokens[token.head].upos != Upos::VERB) return token.head;
    for (const std::uint32_t child : tree_.children(top)) {
      if (child < tokens.end || !is_relation(tree_[child].deprel, "nmod")) continue;
      const std::uint32_t marker = tree_.child(child, "case");
      if (marker != Token::kRoot && tree_[marker].lemma == "of") return child;
    }
    return top;
  }

  /// The counted noun with what stands before it, without articles and owners: "military workers".
  std::string unit_of(const QuantityMention& mention) const {
    std::uint32_t first = mention.head;
    while (first > mention.tokens.end &&
           (is_modifier(report_.tokens[first - 1]) || report_.text[report_.tokens[first - 1].span.begin] == '-') &&
           tree_.subtree(mention.head).contains(first - 1)) {
      --first;
    }
    return std::string(report_.slice({report_.tokens[first].span.begin, report_.tokens[mention.head].span.end}));
  }

  const Report& report_;
  const Tree& tree_;
  std::vector<bool> taken_;
  std::string last_unit_;
  std::vector<QuantityMention> found_;
};

}  // namespace

std::vector<QuantityMention> find_quantities(const Report& report, const Tree& tree,
                                             const std::vector<TimeMention>& times) {
  return QuantityFinder(report, tree, times).find();
}

}  // namespace dateline
