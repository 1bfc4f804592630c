// Name sequences and lemma scripts: tables.
#include "parse/names.h"

#include <gtest/gtest.h>

#include <stdexcept>

#include "parse/lemma.h"

namespace dateline {
namespace {

const std::vector<NameTag> kTags = {*name_tag("O"), *name_tag("B-PER"), *name_tag("I-PER"), *name_tag("B-LOC"),
                                    *name_tag("I-LOC")};

/// "PER 0-2, LOC 3-4"
std::string dump(const std::vector<std::vector<float>>& rows) {
  std::vector<float> scores;
  for (const auto& row : rows) scores.insert(scores.end(), row.begin(), row.end());
  std::string out;
  for (const NameRange& name : find_names(kTags, scores)) {
    out += (out.empty() ? "" : ", ") + std::string(name_of(name.kind)) + " " + std::to_string(name.begin) + "-" +
           std::to_string(name.end);
  }
  return out;
}

const std::vector<float> kO = {5, 0, 0, 0, 0}, kBPer = {0, 5, 0, 0, 0}, kIPer = {0, 0, 5, 0, 0},
                         kBLoc = {0, 0, 0, 5, 0}, kILoc = {0, 0, 0, 0, 5};

TEST(NamesTest, BestAllowedSequence) {
  EXPECT_EQ(dump({}), "");
  EXPECT_EQ(dump({kO, kO}), "");
  EXPECT_EQ(dump({kBPer, kIPer, kO, kBLoc}), "PER 0-2, LOC 3-4");
  EXPECT_EQ(dump({kBPer, kBPer, kIPer}), "PER 0-1, PER 1-3");
  EXPECT_EQ(dump({kBLoc, kILoc}), "LOC 0-2");
  // An I-X may not begin a name, however well it scores.
  EXPECT_EQ(dump({{1, 0, 9, 0, 0}}), "");
  EXPECT_EQ(dump({{0, 4, 5, 0, 0}, kIPer}), "PER 0-2");
  EXPECT_EQ(dump({{0, 4, 0, 5, 0}, {0, 0, 6, 0, 3}}), "PER 0-2");
}

TEST(NamesTest, UnknownTagIsNoTag) {
  EXPECT_FALSE(name_tag("B-MISC"));
  EXPECT_FALSE(name_tag("PER"));
  EXPECT_FALSE(name_tag(""));
}

TEST(LemmaTest, Scripts) {
  struct Row {
    const char* form;
    const char* label;
    const char* lemma;
  };
  const Row rows[] = {
      {"Talks", "l:1:", "talk"}, {"Talks", "k:1:", "Talk"}, {"parties", "l:3:y", "party"}, {"was", "l:3:be", "be"},
      {"a", "l:9:the", "the"},   {"Kyiv", "k:0:", "Kyiv"},  {"ÉTÉ", "l:0:", "été"},        {"São", "k:1:", "Sã"},
      {"’s", "l:2:'s", "'s"},    {"it", "l:2:", "it"},      {"12:30", "k:3::00", "12:00"}, {"中国", "k:1:", "中"},
  };
  for (const Row& row : rows) EXPECT_EQ(LemmaScript::parse(row.label).apply(row.form), row.lemma) << row.label;
}

TEST(LemmaTest, BrokenLabels) {
  for (const char* label : {"", "l", "l:", "l:1", "x:1:", "l:a:", "l::s", "l1:s"}) {
    EXPECT_THROW(LemmaScript::parse(label), std::invalid_argument) << label;
  }
}

}  // namespace
}  // namespace dateline
