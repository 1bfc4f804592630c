// Numbers and dates against small case files worked out by hand.
#include "score/cases.h"

#include <gtest/gtest.h>

#include "score/date_cases.h"
#include "score/number_cases.h"

namespace dateline::score {
namespace {

using namespace std::chrono_literals;

RecognizerCase only(const std::string& json) {
  const auto cases = read_cases("[" + json + "]", "cases");
  EXPECT_EQ(cases.size(), 1U);
  return cases.empty() ? RecognizerCase{} : cases.front();
}

const std::string kNumber =
    R"({"Input": "sold é 2 dozen", "Results": [{"Start": 7, "End": 13, "TypeName": "number", "Resolution": {"value": "24"}}]})";

TEST(Cases, CasesThatTheSuiteItselfFailsAreLeftOut) {
  EXPECT_TRUE(read_cases(R"([{"Input": "x", "NotSupported": "dotnet, java", "Results": []}])", "cases").empty());
  EXPECT_EQ(read_cases(R"([{"Input": "x", "NotSupported": "java", "Results": []}])", "cases").size(), 1U);
}

TEST(Cases, BrokenFilesAreNamed) {
  EXPECT_THROW(read_cases("[", "cases"), Error);
  EXPECT_THROW(read_cases(R"([{"Input": "x", "Results": [{"Start": 4, "End": 9}]}])", "cases"), Error);
}

TEST(NumberCases, ValueAndPlaceDecide) {
  const RecognizerCase one = only(kNumber);
  EXPECT_TRUE(answers_numbers(one, "NumberModel", {{{8, 9}, 24.0, {}, {}}}));
  EXPECT_FALSE(answers_numbers(one, "NumberModel", {{{8, 9}, 2.0, {}, {}}}));
  EXPECT_FALSE(answers_numbers(one, "NumberModel", {{{0, 4}, 24.0, {}, {}}}));
}

TEST(NumberCases, OnlyFilesOfAllNumbersPunishMore) {
  const RecognizerCase one = only(kNumber);
  const std::vector<FoundAmount> two = {{{0, 4}, 1.0, {}, {}}, {{8, 9}, 24.0, {}, {}}};
  EXPECT_FALSE(answers_numbers(one, "NumberModel", two));
  EXPECT_TRUE(answers_numbers(one, "CurrencyModel", two));
}

TEST(NumberCases, IntervalsAreTheirEnds) {
  const RecognizerCase one = only(
      R"x({"Input": "at least 20", "Results": [{"Start": 0, "End": 10, "TypeName": "numberrange", "Resolution": {"value": "[20,)"}}]})x");
  EXPECT_TRUE(answers_numbers(one, "NumberRangeModel", {{{9, 11}, 20.0, 20.0, {}}}));
  EXPECT_FALSE(answers_numbers(one, "NumberRangeModel", {{{9, 11}, 20.0, {}, {}}}));
}

TEST(NumberCases, CasesWithoutAnUnitAreLeftOut) {
  EXPECT_FALSE(is_number_case(only(R"({"Input": "x", "Results": []})"), "AgeModel"));
  EXPECT_TRUE(is_number_case(only(R"({"Input": "x", "Results": []})"), "NumberModel"));
}

TEST(NumberCases, PowersAreLeftOut) {
  EXPECT_FALSE(is_number_case(
      only(
          R"({"Input": "2^3", "Results": [{"Start": 0, "End": 2, "TypeName": "number", "Resolution": {"subtype": "power", "value": "8"}}]})"),
      "NumberModel"));
  EXPECT_TRUE(is_number_case(only(kNumber), "NumberModel"));
}

const std::string kDay =
    R"({"Input": "on Friday", "Context": {"ReferenceDateTime": "2016-11-07T00:00:00"}, "Results": [{"Start": 3, "Length": 6, "Type": "date",
     "Value": {"FutureResolution": {"date": "2016-11-11"}, "PastResolution": {"date": "2016-11-04"}}}]})";

TimeMention mention(Span span, std::chrono::year_month_day start, std::chrono::year_month_day end,
                    DatePrecision precision) {
  TimeMention time;
  time.date = {span, start, end, precision};
  return time;
}

TEST(DateCases, AnyOfTheValuesIsRight) {
  const RecognizerCase one = only(kDay);
  EXPECT_EQ(one.reference, 2016y / 11 / 7);
  const auto day = [&](auto d) { return answer_dates(one, {mention({3, 9}, d, d, DatePrecision::day)}); };
  EXPECT_EQ(day(2016y / 11 / 4), DateAnswer::right);
  EXPECT_EQ(day(2016y / 11 / 11), DateAnswer::right);
  EXPECT_EQ(day(2016y / 11 / 5), DateAnswer::wrong);
  EXPECT_EQ(answer_dates(one, {}), DateAnswer::wrong);
}

TEST(DateCases, AWeekThatHoldsTheDayIsToldApart) {
  const RecognizerCase one = only(kDay);
  EXPECT_EQ(answer_dates(one, {mention({3, 9}, 2016y / 10 / 31, 2016y / 11 / 6, DatePrecision::week)}),
            DateAnswer::wider);
  EXPECT_EQ(answer_dates(one, {mention({3, 9}, 2016y / 11 / 4, 2016y / 11 / 6, DatePrecision::day)}),
            DateAnswer::wrong);
}

TEST(DateCases, EndsOfPeriodsMayBeExclusive) {
  const RecognizerCase one = only(
      R"({"Input": "this week", "Results": [{"Start": 0, "End": 8, "TypeName": "datetimeV2.daterange", "Resolution": {"values":
      [{"type": "daterange", "start": "2016-11-07", "end": "2016-11-14"}]}}]})");
  EXPECT_EQ(answer_dates(one, {mention({0, 9}, 2016y / 11 / 7, 2016y / 11 / 13, DatePrecision::week)}),
            DateAnswer::right);
  EXPECT_EQ(answer_dates(one, {mention({0, 9}, 2016y / 11 / 7, 2016y / 11 / 12, DatePrecision::week)}),
            DateAnswer::wrong);
}

TEST(DateCases, WhatIsNoDateMustNotBeRead) {
  const RecognizerCase one = only(R"({"Input": "it may rain", "Results": []})");
  EXPECT_TRUE(is_date_case(one));
  EXPECT_EQ(answer_dates(one, {}), DateAnswer::right);
  EXPECT_EQ(answer_dates(one, {mention({3, 6}, 2016y / 5 / 1, 2016y / 5 / 31, DatePrecision::month)}),
            DateAnswer::wrong);
}

}  // namespace
}  // namespace dateline::score
