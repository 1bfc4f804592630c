// The whole stage: well-formed layers, the same in any company, on input of any length.
#include "parse/parser.h"

#include <dateline/error.h>
#include <gtest/gtest.h>

#include <random>
#include <thread>

#include "report/tree.h"
#include "small_model.h"
#include "text/utf8.h"

namespace dateline {
namespace {

/// A report whose paragraphs are the lines of `text`.
Report lines(std::string text) {
  Report report;
  report.text = std::move(text);
  const auto size = static_cast<std::uint32_t>(report.text.size());
  report.segments = {{{0, size}, "", ""}};
  for (std::uint32_t begin = 0; begin < size;) {
    const auto end = static_cast<std::uint32_t>(std::min<std::size_t>(report.text.find('\n', begin), size));
    report.paragraphs.push_back({begin, end});
    begin = end + 1;
  }
  return report;
}

std::string random_text(unsigned seed, std::size_t words) {
  static const char* const kPool[] = {"The",  "minister", "said", "troops", "attacked", "village", ".",
                                      ",",    "don't",    "it's", "Zürich", "1,250",    "“we",     "won’t”",
                                      "中国", "a\u0301b", "😀",    "U.S.",   "\n",       "cannot"};
  std::mt19937 source(seed);
  std::string text;
  for (std::size_t i = 0; i < words; ++i) {
    text += kPool[source() % std::size(kPool)];
    if (source() % 5 != 0) text += ' ';
  }
  return text;
}

std::string dump(const Report& report) {
  std::string out;
  for (const Token& t : report.tokens) {
    out += std::string(report.slice(t.span)) + "/" + t.lemma + "/" + std::string(name_of(t.upos)) + "/" + t.xpos + "/" +
           t.feats + "/" + std::to_string(t.head) + "/" + t.deprel + "/" + std::to_string(t.factuality) + "\n";
  }
  for (const Sentence& s : report.sentences)
    out += std::to_string(s.span.begin) + "-" + std::to_string(s.span.end) + " ";
  for (const Name& n : report.names) out += std::string(report.slice(n.span)) + " ";
  for (const MentionType m : report.mention_types) out += std::string(name_of(m)) + " ";
  for (const EventScores& e : report.event_scores) {
    for (const auto* values : {&e.probability, &e.acts, &e.modes, &e.contexts})
      for (const float p : *values) out += std::to_string(p) + " ";
  }
  return out;
}

/// What every parse must be, whatever the weights.
void expect_well_formed(const Report& report) {
  ASSERT_EQ(report.mention_types.size(), report.tokens.size());
  std::uint32_t token = 0, byte = 0;
  for (const Sentence& sentence : report.sentences) {
    ASSERT_EQ(sentence.tokens.begin, token);
    ASSERT_GT(sentence.tokens.end, token);
    ASSERT_EQ(sentence.span, span_of(report, sentence.tokens));
    std::size_t roots = 0;
    for (; token < sentence.tokens.end; ++token) {
      const Token& t = report.tokens[token];
      ASSERT_LE(byte, t.span.begin);
      ASSERT_LT(t.span.begin, t.span.end);
      ASSERT_EQ(first_invalid(report.slice(t.span)), t.span.end - t.span.begin);
      ASSERT_FALSE(t.lemma.empty());
      byte = t.span.end;
      if (t.head == Token::kRoot) {
        ++roots;
        ASSERT_EQ(sentence.root, token);
        ASSERT_EQ(t.deprel, "root");
      } else {
        ASSERT_TRUE(sentence.tokens.contains(t.head));
        ASSERT_NE(t.deprel, "root");
      }
      std::uint32_t node = token, steps = 0;
      while (report.tokens[node].head != Token::kRoot) {
        node = report.tokens[node].head;
        ASSERT_LE(++steps, 256U);
      }
    }
    ASSERT_EQ(roots, 1U);
  }
  ASSERT_EQ(token, report.tokens.size());
  for (const Name& name : report.names) ASSERT_EQ(name.span, span_of(report, name.tokens));
}

class ParserTest : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    file_ = new testing::TemporaryFile("parser");
    testing::write_parse_model(file_->path(), true);
    parser_ = new Parser(file_->path());
  }
  static void TearDownTestSuite() {
    delete parser_;
    delete file_;
  }
  static testing::TemporaryFile* file_;
  static Parser* parser_;
};
testing::TemporaryFile* ParserTest::file_ = nullptr;
Parser* ParserTest::parser_ = nullptr;

TEST_F(ParserTest, LayersAreWellFormed) {
  for (unsigned seed = 0; seed < 20; ++seed) {
    Report report = lines(random_text(seed, 30 * (seed + 1)));
    parser_->parse(report);
    expect_well_formed(report);
    ASSERT_EQ(report.event_labels.size(), 3U);
    for (const EventScores& scores : report.event_scores) {
      EXPECT_NEAR(scores.probability[0] + scores.probability[1] + scores.probability[2], 1.0F, 1e-5F);
    }
  }
}

TEST_F(ParserTest, LikelyTriggersHaveActModeAndContexts) {
  Report report = lines(random_text(5, 400));
  parser_->parse(report);
  std::size_t likely = 0;
  for (const EventScores& scores : report.event_scores) {
    if (scores.acts.empty()) continue;
    ++likely;
    ASSERT_EQ(scores.acts.size(), report.act_labels.size());
    ASSERT_EQ(scores.modes.size(), report.mode_labels.size());
    ASSERT_EQ(scores.contexts.size(), report.context_labels.size());
    EXPECT_NEAR(scores.acts[0] + scores.acts[1] + scores.acts[2], 1.0F, 1e-5F);
    EXPECT_NEAR(scores.modes[0] + scores.modes[1], 1.0F, 1e-5F);
    for (const float p : scores.contexts) EXPECT_TRUE(p > 0 && p < 1);
  }
  EXPECT_GT(likely, 0U);
}

TEST_F(ParserTest, EveryCharacterThatIsNoSpaceIsInAWord) {
  Report report = lines(random_text(3, 400));
  parser_->parse(report);
  std::string words, text;
  for (const Token& token : report.tokens) words += report.slice(token.span);
  for (const char c : report.text) {
    if (c != ' ' && c != '\n') text.push_back(c);
  }
  EXPECT_EQ(words, text);
}

TEST_F(ParserTest, SameAloneInABatchAndOnThreads) {
  std::vector<Report> reports;
  for (unsigned seed = 0; seed < 12; ++seed) reports.push_back(lines(random_text(seed, 5 + 40 * seed)));
  std::vector<std::string> alone;
  for (Report& report : reports) {
    parser_->parse(report);
    alone.push_back(dump(report));
  }
  std::vector<Report*> all;
  for (Report& report : reports) all.push_back(&report);
  parser_->parse(all);
  for (std::size_t i = 0; i < reports.size(); ++i) EXPECT_EQ(dump(reports[i]), alone[i]) << i;
  std::thread other([&] { parser_->parse(std::span(all).subspan(6)); });
  parser_->parse(std::span(all).first(6));
  other.join();
  for (std::size_t i = 0; i < reports.size(); ++i) EXPECT_EQ(dump(reports[i]), alone[i]) << i;
}

TEST_F(ParserTest, EmptyTextHasNoWords) {
  for (const char* text : {"", "   ", "\n\n \n"}) {
    Report report = lines(text);
    parser_->parse(report);
    EXPECT_TRUE(report.tokens.empty());
    EXPECT_TRUE(report.sentences.empty());
  }
  parser_->parse(std::span<Report* const>());
}

TEST_F(ParserTest, LongParagraphAndLongWord) {
  for (const std::string& text :
       {random_text(9, 20000).append(1, 'x'), std::string(1 << 20, 'a'), std::string(20000, '.'),
        "the " + std::string(100, 'q') + " " + std::string(99, 'z')}) {
    std::string line = text;
    std::replace(line.begin(), line.end(), '\n', ' ');
    Report report = lines(line);
    parser_->parse(report);
    expect_well_formed(report);
    EXPECT_FALSE(report.tokens.empty());
  }
}

TEST_F(ParserTest, SentencesKnowTheirSegment) {
  Report report;
  report.text = "Anchor: the troops. Reporter: the village.";
  report.segments = {{{8, 19}, "Anchor", ""}, {{30, 42}, "Reporter", ""}};
  report.paragraphs = {{8, 19}, {30, 42}};
  parser_->parse(report);
  expect_well_formed(report);
  for (const Sentence& sentence : report.sentences) EXPECT_EQ(sentence.segment, sentence.span.begin < 20 ? 0U : 1U);
}

TEST(ParserModelTest, WithoutEventHead) {
  const testing::TemporaryFile file("eventless");
  testing::write_parse_model(file.path(), false);
  Report report = lines("the troops attacked the village .");
  Parser(file.path()).parse(report);
  expect_well_formed(report);
  EXPECT_TRUE(report.event_labels.empty());
  EXPECT_TRUE(report.event_scores.empty());
}

TEST(ParserModelTest, FloatModelParses) {
  const testing::TemporaryFile file("float");
  testing::write_parse_model(file.path(), true, testing::small_size(), neural::Type::float32);
  Report report = lines(random_text(1, 200));
  Parser(file.path()).parse(report);
  expect_well_formed(report);
}

/// A sentence that any useful model gets right.
TEST(TrainedModelTest, PlainSentence) {
  const std::filesystem::path path = std::filesystem::path(DATELINE_SOURCE_DIR) / "models/dateline.model";
  if (!std::filesystem::exists(path)) GTEST_SKIP() << "no trained model";
  Report report = lines("Turkish troops attacked the village near Afrin on Monday. The minister didn't deny it.");
  Parser(path).parse(report);
  expect_well_formed(report);
  ASSERT_EQ(report.sentences.size(), 2U);
  const Token& root = report.tokens[report.sentences[0].root];
  EXPECT_EQ(report.slice(root.span), "attacked");
  EXPECT_EQ(root.lemma, "attack");
  EXPECT_EQ(root.upos, Upos::VERB);
  EXPECT_EQ(report.tokens[1].deprel, "nsubj");
  EXPECT_EQ(report.slice(report.sentences[1].span), "The minister didn't deny it.");
}

}  // namespace
}  // namespace dateline
