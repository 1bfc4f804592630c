#include "score/trees.h"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>
#include <utility>

#include "score/lines.h"
#include "text/fold.h"

namespace dateline::score {
namespace {

/// Features that count; treebanks differ in the others.
constexpr std::array<std::string_view, 21> kUniversalFeatures = {
    "Abbr",    "Animacy", "Aspect",   "Case",    "Definite", "Degree",   "Evident",
    "Foreign", "Gender",  "Mood",     "NumType", "Number",   "Person",   "Polarity",
    "Polite",  "Poss",    "PronType", "Reflex",  "Tense",    "VerbForm", "Voice"};

std::set<std::string_view> universal(std::string_view feats) {
  std::set<std::string_view> kept;
  for (const std::string_view feature : split(feats, '|')) {
    const std::string_view name = feature.substr(0, feature.find('='));
    if (std::find(kUniversalFeatures.begin(), kUniversalFeatures.end(), name) != kUniversalFeatures.end())
      kept.insert(feature);
  }
  return kept;
}

std::string_view without_subtype(std::string_view relation) { return relation.substr(0, relation.find(':')); }

/// Lengths of the longest common subsequences of all pairs of ends of two lists.
std::vector<std::vector<int>> common_lengths(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  std::vector<std::vector<int>> length(a.size() + 1, std::vector<int>(b.size() + 1, 0));
  for (std::size_t i = a.size(); i-- > 0;) {
    for (std::size_t j = b.size(); j-- > 0;) {
      length[i][j] = a[i] == b[j] ? length[i + 1][j + 1] + 1 : std::max(length[i + 1][j], length[i][j + 1]);
    }
  }
  return length;
}

class Aligner {
 public:
  Aligner(const GoldDocument& gold, const Report& report, const Squeezed& squeezed)
      : gold_(gold), report_(report), squeezed_(squeezed), system_of_(gold.words.size(), kUnaligned) {}

  std::vector<std::uint32_t> align() {
    for (const GoldToken& token : gold_.tokens) {
      const Span span = squeezed_(token.span);
      while (!at_end() && here().begin < span.begin) ++next_;
      if (token.words.end - token.words.begin > 1) {
        align_multiword(token.words, span);
      } else if (!at_end() && here() == span) {
        system_of_[token.words.begin] = next_++;
      }
    }
    return std::move(system_of_);
  }

 private:
  bool at_end() const { return next_ == report_.tokens.size(); }
  Span here() const { return squeezed_(report_.tokens[next_].span); }

  void align_multiword(TokenRange words, Span span) {
    const std::uint32_t first = next_;
    std::vector<std::string> gold_forms, system_forms;
    for (std::uint32_t i = words.begin; i < words.end; ++i) gold_forms.push_back(fold(gold_.words[i].form));
    for (; !at_end() && here().end <= span.end; ++next_)
      system_forms.push_back(fold(report_.slice(report_.tokens[next_].span)));
    const auto length = common_lengths(gold_forms, system_forms);
    for (std::uint32_t i = 0, j = 0; i < gold_forms.size() && j < system_forms.size();) {
      if (gold_forms[i] == system_forms[j]) {
        system_of_[words.begin + i++] = first + j++;
      } else if (length[i + 1][j] >= length[i][j + 1]) {
        ++i;
      } else {
        ++j;
      }
    }
  }

  const GoldDocument& gold_;
  const Report& report_;
  const Squeezed& squeezed_;
  std::vector<std::uint32_t> system_of_;
  std::uint32_t next_ = 0;
};

Tally equal_spans(const std::vector<Span>& gold, const std::vector<Span>& system) {
  Tally tally{0, system.size(), gold.size()};
  for (std::size_t g = 0, s = 0; g < gold.size() && s < system.size();) {
    if (gold[g] == system[s]) ++tally.correct;
    const bool gold_first = gold[g].begin <= system[s].begin;
    const bool system_first = system[s].begin <= gold[g].begin;
    g += gold_first ? 1 : 0;
    s += system_first ? 1 : 0;
  }
  return tally;
}

template <typename Item>
std::vector<Span> squeezed_spans(const std::vector<Item>& items, const Squeezed& squeezed) {
  std::vector<Span> spans;
  spans.reserve(items.size());
  for (const Item& item : items) spans.push_back(squeezed(item.span));
  return spans;
}

/// Compares aligned words; everything else is wrong.
class Comparer {
 public:
  Comparer(const Report& report, const std::vector<std::uint32_t>& system_of)
      : gold_of_(report.tokens.size(), kUnaligned) {
    for (std::uint32_t i = 0; i < system_of.size(); ++i) {
      if (system_of[i] != kUnaligned) gold_of_[system_of[i]] = i;
    }
  }

  void add(const GoldWord& word, const Token& token, TreeScores& scores) const {
    const bool upos = word.upos == name_of(token.upos);
    const bool xpos = word.xpos == token.xpos;
    const bool ufeats = universal(word.feats) == universal(token.feats);
    const bool head = same_head(word, token);
    const bool relation = without_subtype(word.deprel) == without_subtype(token.deprel);
    count(scores.words, true);
    count(scores.upos, upos);
    count(scores.xpos, xpos);
    count(scores.ufeats, ufeats);
    count(scores.alltags, upos && xpos && ufeats);
    count(scores.lemmas, word.lemma == "_" || word.lemma == token.lemma);
    count(scores.uas, head);
    count(scores.las, head && relation);
    count(scores.las_subtypes, head && word.deprel == token.deprel);
  }

 private:
  static void count(Tally& tally, bool right) { tally.correct += right ? 1 : 0; }

  bool same_head(const GoldWord& word, const Token& token) const {
    if (token.head == Token::kRoot || word.head == Token::kRoot) return token.head == word.head;
    return gold_of_[token.head] == word.head;
  }

  std::vector<std::uint32_t> gold_of_;  ///< gold word of each system word
};

using Row = std::pair<std::string_view, Tally TreeScores::*>;
constexpr std::array<Row, 11> kRows = {{{"Tokens", &TreeScores::tokens},
                                        {"Sentences", &TreeScores::sentences},
                                        {"Words", &TreeScores::words},
                                        {"UPOS", &TreeScores::upos},
                                        {"XPOS", &TreeScores::xpos},
                                        {"UFeats", &TreeScores::ufeats},
                                        {"AllTags", &TreeScores::alltags},
                                        {"Lemmas", &TreeScores::lemmas},
                                        {"UAS", &TreeScores::uas},
                                        {"LAS", &TreeScores::las},
                                        {"LAS.subtypes", &TreeScores::las_subtypes}}};
constexpr std::size_t kFirstOfWords = 2;

}  // namespace

std::vector<std::uint32_t> align_words(const GoldDocument& gold, const Report& report, const Squeezed& squeezed) {
  return Aligner(gold, report, squeezed).align();
}

TreeScores& TreeScores::operator+=(const TreeScores& other) {
  for (const auto& [name, member] : kRows) this->*member += other.*member;
  return *this;
}

TreeScores score_trees(const GoldDocument& gold, const Report& report) {
  const Squeezed squeezed(gold.text);
  TreeScores scores;
  for (std::size_t i = kFirstOfWords; i < kRows.size(); ++i)
    scores.*kRows[i].second = {0, report.tokens.size(), gold.words.size()};
  scores.tokens = equal_spans(squeezed_spans(gold.tokens, squeezed), squeezed_spans(report.tokens, squeezed));
  scores.sentences = equal_spans(squeezed_spans(gold.sentences, squeezed), squeezed_spans(report.sentences, squeezed));
  const auto system_of = align_words(gold, report, squeezed);
  const Comparer comparer(report, system_of);
  for (std::size_t i = 0; i < system_of.size(); ++i) {
    if (system_of[i] != kUnaligned) comparer.add(gold.words[i], report.tokens[system_of[i]], scores);
  }
  return scores;
}

Score score_trees(const std::vector<GoldDocument>& gold, const std::vector<Report>& reports) {
  TreeScores total;
  for (std::size_t i = 0; i < gold.size(); ++i) total += score_trees(gold[i], reports[i]);
  Score out;
  Figures figures;
  out.table = tally_heading("metric");
  for (const auto& [name, member] : kRows) {
    figures.add(std::string(name), total.*member);
    out.table += tally_line(name, total.*member);
  }
  out.figures = std::move(figures).rows();
  return out;
}

}  // namespace dateline::score
