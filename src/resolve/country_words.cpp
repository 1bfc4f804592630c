#include "resolve/country_words.h"

#include <algorithm>

#include "resolve/words.h"

namespace dateline {
namespace {

constexpr std::uint32_t kLongest = 6;  ///< words of the longest country name that is looked for

template <typename Rows>
std::vector<std::string_view> codes_of(const Rows& rows) {
  std::vector<std::string_view> codes;
  codes.reserve(rows.size());
  for (const auto& row : rows) codes.push_back(row.code);
  return codes;
}

/// "US$5 million": the country's letters in front of a sign of money.
bool is_money(const Report& report, std::uint32_t next) {
  return next < report.tokens.size() && report.tokens[next].span.begin == report.tokens[next - 1].span.end &&
         report.tokens[next].upos == Upos::SYM;
}

}  // namespace

CountryWords::CountryWords(const Report& report, const Tree& tree, const Knowledge& knowledge)
    : tree_(&tree), at_(report.tokens.size(), -1), by_sentence_(report.sentences.size()) {
  for (const Sentence& sentence : report.sentences) find(report, knowledge, sentence);
  choose_ambiguous(knowledge);
  settle();
}

void CountryWords::find(const Report& report, const Knowledge& knowledge, const Sentence& sentence) {
  for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end;)
    i = read(report, knowledge, i, std::min(sentence.tokens.end, i + kLongest));
}

/// Adds the longest country word that begins at `i` and ends by `limit`; returns where to go on.
std::uint32_t CountryWords::read(const Report& report, const Knowledge& knowledge, std::uint32_t i,
                                 std::uint32_t limit) {
  if (!is_capitalised(report, i) || report.tokens[i].upos == Upos::PRON) return i + 1;
  const Name* name = name_at(report, i);
  if (name != nullptr && name->kind == NameKind::person) return i + 1;
  for (std::uint32_t end = limit; end > i; --end) {
    const bool ends = is_capitalised(report, end - 1) && report.tokens[end - 1].upos != Upos::PUNCT;
    if (end > i + 1 && !ends) continue;
    const std::string text = text_of(report, {i, end});
    auto codes = codes_of(knowledge.countries(text));
    const bool nationality = codes.empty();
    if (nationality) codes = codes_of(knowledge.nationalities(text));
    if (codes.empty() || (end == i + 1 && text.size() < 2) || is_money(report, end)) continue;
    const bool inside = name != nullptr && name->tokens.end - name->tokens.begin > end - i;
    for (std::uint32_t t = i; t < end; ++t) at_[t] = static_cast<std::int32_t>(words_.size());
    words_.push_back({{i, end}, codes.front(), nationality, inside});
    choices_.push_back(std::move(codes));
    return end;
  }
  return i + 1;
}

/// "Korean", "Congo", "Georgia": the country that the report names without doubt, else the table's first.
void CountryWords::choose_ambiguous(const Knowledge&) {
  for (std::size_t w = 0; w < words_.size(); ++w) {
    const double weight = words_[w].in_name ? 0.5 : 1;
    if (choices_[w].size() == 1) count(tree_->sentence(words_[w].tokens.begin), words_[w].code, weight);
  }
  for (std::size_t w = 0; w < words_.size(); ++w) {
    if (choices_[w].size() == 1) continue;
    const auto likelier = [&](std::string_view a, std::string_view b) { return weight(a) < weight(b); };
    words_[w].code = *std::max_element(choices_[w].begin(), choices_[w].end(), likelier);
    count(tree_->sentence(words_[w].tokens.begin), words_[w].code, 0.5);
  }
}

void CountryWords::count(std::uint32_t sentence, std::string_view code, double weight) {
  weights_[code] += sentence < 2 ? 2 * weight : weight;
  for (auto& [known, sum] : by_sentence_[sentence]) {
    if (known == code) {
      sum += weight;
      return;
    }
  }
  by_sentence_[sentence].emplace_back(code, weight);
}

void CountryWords::add_place(std::uint32_t sentence, std::string_view code) {
  if (!code.empty()) count(sentence, code, 1);
}

void CountryWords::recode(CountryWord& word, std::string_view code) {
  const double weight = word.in_name ? 0.5 : 1;
  count(tree_->sentence(word.tokens.begin), word.code, -weight);
  count(tree_->sentence(word.tokens.begin), code, weight);
  word.code = code;
}

void CountryWords::read_within(std::uint32_t token, std::string_view code) {
  if (at_[token] >= 0) recode(words_[static_cast<std::size_t>(at_[token])], code);
}

void CountryWords::read_as(std::string_view country, std::string_view code) {
  for (CountryWord& word : words_) {
    if (!word.nationality && word.code == country) recode(word, code);
  }
}

void CountryWords::settle() {
  main_ = {};
  for (const auto& [code, weight] : weights_) {
    if (main_.empty() || weight > weights_[main_] || (weight == weights_[main_] && code < main_)) main_ = code;
  }
}

const CountryWord* CountryWords::at(std::uint32_t token) const {
  return token < at_.size() && at_[token] >= 0 ? &words_[static_cast<std::size_t>(at_[token])] : nullptr;
}

double CountryWords::weight(std::string_view code) const {
  const auto found = weights_.find(code);
  return found == weights_.end() ? 0 : found->second;
}

double CountryWords::weight_in(std::uint32_t sentence, std::string_view code) const {
  for (const auto& [known, sum] : by_sentence_[sentence]) {
    if (known == code) return sum;
  }
  return 0;
}

}  // namespace dateline
