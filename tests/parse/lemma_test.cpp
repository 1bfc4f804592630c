// The lexicon that is asked for a lemma before the scripts, and after them.
#include "parse/lemma.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace dateline {
namespace {

class LemmaLexiconTest : public ::testing::Test {
 protected:
  std::string find(std::string_view form, std::string_view xpos) const {
    const std::string* lemma = lexicon_.find(form, xpos);
    return lemma == nullptr ? "-" : *lemma;
  }

  LemmaLexicon lexicon_{{"fell\tVBD\tfall", "fell\tVB\tfell", "march\tNNP\tmarch", "March\tNNP\tMarch"},
                        {"shell", "denounce", "flee"}};
};

TEST_F(LemmaLexiconTest, LooksUpTheFormThenItsLowerCase) {
  EXPECT_EQ(find("fell", "VBD"), "fall");
  EXPECT_EQ(find("fell", "VB"), "fell");
  EXPECT_EQ(find("FELL", "VBD"), "fall");
  EXPECT_EQ(find("March", "NNP"), "March");
  EXPECT_EQ(find("MARCH", "NNP"), "march");
  EXPECT_EQ(find("fell", "NN"), "-");
  EXPECT_EQ(find("", ""), "-");
}

TEST_F(LemmaLexiconTest, CorrectsLemmasThatDoNotExist) {
  EXPECT_EQ(lexicon_.check("denounc", "denounced", "VBD"), "denounce");
  EXPECT_EQ(lexicon_.check("shelle", "Shelling", "VBG"), "shell");
  EXPECT_EQ(lexicon_.check("fle", "fled", "VBD"), "flee");
  EXPECT_EQ(lexicon_.check("denounces", "denounces", "VBP"), "denounce") << "taken for a plural's verb";
}

TEST_F(LemmaLexiconTest, LeavesTheRestAlone) {
  EXPECT_EQ(lexicon_.check("shell", "shells", "NNS"), "shell");
  EXPECT_EQ(lexicon_.check("shelle", "Shelle", "NNP"), "shelle") << "no inflected tag";
  EXPECT_EQ(lexicon_.check("grumbl", "grumbled", "VBD"), "grumbl") << "no base is known";
  EXPECT_EQ(LemmaLexicon({}, {}).check("denounc", "denounced", "VBD"), "denounc") << "nothing is known";
}

TEST_F(LemmaLexiconTest, RefusesBrokenRows) {
  for (const char* row : {"", "form", "form\tVBD", "form\tVBD\t"}) {
    EXPECT_THROW(LemmaLexicon({row}, {}), std::invalid_argument) << row;
  }
}

}  // namespace
}  // namespace dateline
