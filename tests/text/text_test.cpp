#include <gtest/gtest.h>

#include "text/code_points.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace dateline {
namespace {

TEST(Utf8, DecodesWhatItEncodes) {
  for (const char32_t c : {U'a', U'\x7f', U'\x80', U'\x7ff', U'\x800', U'\xffff', U'\x10000', U'\x10ffff'}) {
    std::string text;
    append(text, c);
    std::size_t offset = 0;
    EXPECT_EQ(decode(text, offset), c);
    EXPECT_EQ(offset, text.size());
    EXPECT_EQ(first_invalid(text), text.size());
    EXPECT_EQ(code_point_count(text), 1U);
  }
}

TEST(Utf8, FindsTheFirstInvalidByte) {
  const struct {
    const char* text;
    std::size_t offset;
  } rows[] = {{"plain", 5},       {"a\xff", 1},         {"ab\xc3", 2},
              {"\xc0\xaf", 0},    {"x\xed\xa0\x80", 1}, {"\xf4\x90\x80\x80", 0},
              {"\xe2\x82\xac", 3}};
  for (const auto& row : rows) EXPECT_EQ(first_invalid(row.text), row.offset) << row.text;
}

TEST(Utf8, RepairsFromWindows1252) {
  const Repaired repaired = repair("\x93na\xefve\x94 \xe2\x82\xac");
  EXPECT_EQ(repaired.text, "“naïve” €");
  EXPECT_EQ(repaired.replaced, 3U);
}

TEST(CodePoints, CountsBeforeAnyByte) {
  std::string text;
  for (int i = 0; i < 100; ++i) text += "aé€😀";
  const CodePointIndex index(text);
  std::size_t offset = 0;
  for (std::uint32_t count = 0; offset < text.size(); ++count) {
    EXPECT_EQ(index.at(static_cast<std::uint32_t>(offset)), count);
    decode(text, offset);
  }
  EXPECT_EQ(index(Span{1, 3}), (Span{1, 2}));
  EXPECT_EQ(index.at(static_cast<std::uint32_t>(text.size())), 400U);
}

TEST(Fold, MakesNamesEqual) {
  const struct {
    const char* text;
    const char* folded;
  } rows[] = {{"São  Tomé", "sao tome"},      {" U.S.\t", "u.s."}, {"Côte d’Ivoire", "cote d'ivoire"},
              {"Kim Jong–un", "kim jong-un"}, {"İZMİR", "izmir"},  {"", ""}};
  for (const auto& row : rows) EXPECT_EQ(fold(row.text), row.folded);
}

TEST(Fold, TellsClassesApart) {
  EXPECT_TRUE(is_letter(U'é') && is_letter(U'中') && !is_letter(U'1'));
  EXPECT_TRUE(is_digit(U'٣') && !is_digit(U'x'));
  EXPECT_TRUE(is_space(U'\u00a0') && !is_space(U'x'));
  EXPECT_TRUE(is_ignorable(U'\u200b') && is_ignorable(U'\0') && !is_ignorable(U'\n'));
  EXPECT_TRUE(is_upper(U'É') && !is_upper(U'é'));
}

}  // namespace
}  // namespace dateline
