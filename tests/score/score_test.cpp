// Scoring, on small gold files worked out by hand.
#include <gtest/gtest.h>

#include "score/conllu.h"
#include "score/gold.h"
#include "score/matching.h"
#include "score/names.h"
#include "score/plv.h"
#include "score/trees.h"

namespace dateline::score {
namespace {

constexpr const char* kTrees =
    "# newdoc id = d\n# sent_id = s1\n"
    "1-2\tDon't\t_\t_\t_\t_\t_\t_\t_\t_\n"
    "1\tDo\tdo\tAUX\tVB\t_\t3\taux\t_\t_\n"
    "2\tn't\tnot\tPART\tRB\t_\t3\tadvmod\t_\t_\n"
    "3\tgo\tgo\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No\n"
    "4\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_\n\n"
    "# sent_id = s2\n"
    "1\tStay\tstay\tVERB\tVB\t_\t0\troot\t_\t_\n\n";

/// A report of the text with these words; heads and tags as told.
Report report_with(const std::string& text, const std::vector<std::string>& words,
                   const std::vector<std::uint32_t>& sentence_ends) {
  Report report = bare_report("d", text);
  std::uint32_t at = 0, begin = 0;
  for (const std::string& word : words) {
    at = static_cast<std::uint32_t>(text.find(word, at));
    Token token;
    token.span = {at, at + static_cast<std::uint32_t>(word.size())};
    token.deprel = "root";
    report.tokens.push_back(token);
    at = token.span.end;
  }
  for (const std::uint32_t end : sentence_ends) {
    Sentence sentence;
    sentence.tokens = {begin, end};
    sentence.span = {report.tokens[begin].span.begin, report.tokens[end - 1].span.end};
    report.sentences.push_back(sentence);
    begin = end;
  }
  return report;
}

TEST(Conllu, BuildsTheRawText) {
  const auto documents = read_conllu(kTrees, "gold");
  ASSERT_EQ(documents.size(), 1U);
  EXPECT_EQ(documents[0].text, "Don't go. Stay");
  EXPECT_EQ(documents[0].sentences.size(), 2U);
  EXPECT_EQ(documents[0].words.size(), 5U);
}

TEST(Trees, WordsOfAMultiwordTokenAlignByTheirForms) {
  const auto documents = read_conllu(kTrees, "gold");
  const auto scores =
      score_trees(documents[0], report_with("Don't go. Stay", {"Do", "n't", "go", ".", "Stay"}, {4, 5}));
  EXPECT_EQ(scores.words, (Tally{5, 5, 5}));
  EXPECT_EQ(scores.sentences, (Tally{2, 2, 2}));
  EXPECT_EQ(scores.las.correct, 2U);  // the two roots
}

TEST(Trees, AWrongBoundaryCostsItsWordsAndSentences) {
  const auto documents = read_conllu(kTrees, "gold");
  const auto scores = score_trees(documents[0], report_with("Don't go. Stay", {"Do", "n't", "go.", "Stay"}, {4}));
  EXPECT_EQ(scores.words, (Tally{3, 4, 5}));
  EXPECT_EQ(scores.sentences, (Tally{0, 1, 2}));
}

TEST(Names, ExactSpanAndTypeCount) {
  const auto documents = read_conllu(kTrees, "gold");
  std::size_t lost = 0;
  const auto gold = read_names("# sent_id = s2\n1\tStay\tB-PER\n\n", "names", documents, lost);
  EXPECT_EQ(lost, 0U);
  Report report = report_with("Don't go. Stay", {"Do", "n't", "go", ".", "Stay"}, {4, 5});
  report.names.push_back({{4, 5}, {10, 14}, NameKind::person});
  report.names.push_back({{2, 3}, {6, 8}, NameKind::location});
  const Score score = score_names(documents, gold, {report}, lost);
  for (const Figure& figure : score.figures) {
    if (figure.name == "names.precision") {
      EXPECT_DOUBLE_EQ(figure.value, 50);
    }
    if (figure.name == "names.recall") {
      EXPECT_DOUBLE_EQ(figure.value, 100);
    }
  }
}

TEST(Pairs, MarksAreTakenOut) {
  const auto pairs =
      read_pairs("id\tmarked_sentence\troot\tquad\n1\t<s>Oslo</s> met <t>Lima</t>.\tCONSULT\t1\n", "plv");
  ASSERT_EQ(pairs.size(), 1U);
  EXPECT_EQ(pairs[0].text, "Oslo met Lima.");
  EXPECT_EQ(pairs[0].target, (Span{9, 13}));
}

TEST(Pairs, MacroF1IsOverGoldsClasses) {
  const auto pairs = read_pairs(
      "id\tmarked_sentence\troot\tquad\n1\t<s>A</s> <t>B</t>\tYIELD\t2\n2\t<s>A</s> <t>B</t>\tASSAULT\t4\n", "plv");
  const Score score = score_pairs(pairs, {"RETREAT", "AID"}, false);
  EXPECT_DOUBLE_EQ(score.figures[0].value, 50);  // root: 100 and 0
  EXPECT_EQ(score.figures[0].name, "root");
}

/// A report of one sentence with records of that type, actor and recipient.
Report coded(const std::vector<std::array<std::string, 3>>& records) {
  Report report = report_with("Oslo struck Lima", {"Oslo", "struck", "Lima"}, {3});
  for (const auto& [type, actor, recipient] : records) {
    Event event;
    event.type = type;
    event.trigger = {5, 11};
    event.actors.push_back({{0, 4}, actor, actor, "", ""});
    event.recipients.push_back({{12, 16}, recipient, recipient, "", ""});
    report.events.push_back(event);
  }
  return report;
}

GoldReport one_event() {
  return read_gold(
      R"({"events": [{"id": 1, "evidence": "struck", "event": "ASSAULT", "status": "actual", "actors": [{"country": "NOR"}],
    "recipients": [{"country": "PER"}]}], "also_fine": [{"evidence": "struck", "event": ["COERCE"]}]})",
      "gold");
}

TEST(Gold, TypeAndCountriesDecide) {
  const auto right = match(one_event(), coded({{"ASSAULT", "NOR", "PER"}}));
  EXPECT_EQ(right.answer, std::vector<std::int32_t>{0});
  EXPECT_TRUE(right.false_alarms.empty());
  const auto wrong = match(one_event(), coded({{"ASSAULT", "NOR", "CHL"}}));
  EXPECT_EQ(wrong.answer, std::vector<std::int32_t>{-1});
  EXPECT_EQ(wrong.near, 1U);
  EXPECT_EQ(wrong.false_alarms.size(), 1U);
}

TEST(Gold, EachRecordAnswersOnceAndFineOnesAreNoAlarms) {
  const auto matching =
      match(one_event(), coded({{"ASSAULT", "NOR", "PER"}, {"ASSAULT", "NOR", "PER"}, {"COERCE", "NOR", "PER"}}));
  EXPECT_EQ(matching.false_alarms.size(), 1U);
  EXPECT_EQ(matching.spare, 1U);
}

TEST(Gold, BrokenFilesAreNamed) {
  EXPECT_THROW(read_gold("{", "gold"), Error);
  EXPECT_THROW(read_annotations("{}\n", "annotations"), Error);
  EXPECT_THROW(read_pairs("id\tx\n", "plv"), Error);
}

}  // namespace
}  // namespace dateline::score
