#include "resolve/quantities.h"

#include <gtest/gtest.h>

#include "resolve/numbers.h"
#include "resolve/times.h"
#include "small_world.h"

namespace dateline {
namespace {

using namespace std::chrono;
constexpr year_month_day kPublished = year(2025) / 6 / 18;

std::string quantities_of(Report report) {
  const Tree tree(report);
  report.times = find_times(report, tree);
  report.quantities = find_quantities(report, tree, report.times);
  return dump_quantities(report);
}

/// "20[20,]" for the amount that begins at the first piece where one does; "" if none.
std::string amount_in(const char* text) {
  const Report report = plain(text, kPublished);
  const Pieces pieces(report, report.sentences[0]);
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (const auto match = read_amount(pieces, i)) {
      const auto show = [](const std::optional<double>& value) {
        return value ? std::to_string(static_cast<long long>(*value)) : std::string();
      };
      return show(match->value) +
             (match->low || match->high ? "[" + show(match->low) + "," + show(match->high) + "]" : "");
    }
  }
  return "";
}

TEST(Numbers, Amounts) {
  const std::pair<const char*, const char*> rows[] = {
      {"six-thousand military personnel", "6000"},
      {"one-thousand engineers", "1000"},
      {"5,000 workers", "5000"},
      {"2.5 million people", "2500000"},
      {"$3.5bn in aid", "3500000000"},
      {"£5m", "5000000"},
      {"dozens of people", "[24,99]"},
      {"hundreds", "[100,999]"},
      {"thousands of its workers", "[1000,9999]"},
      {"tens of thousands of people", "[10000,99999]"},
      {"hundreds of thousands", "[100000,999999]"},
      {"at least 20 people", "20[20,]"},
      {"more than 300 dead", "300[300,]"},
      {"up to 15", "15[,15]"},
      {"as many as 40", "40[,40]"},
      {"between 10 and 12 people", "[10,12]"},
      {"10 to 12 soldiers", "[10,12]"},
      {"10-12 soldiers", "[10,12]"},
      {"2 to 3 million", "[2000000,3000000]"},
      {"two or three men", "[2,3]"},
      {"a dozen men", "12"},
      {"two dozen men", "24"},
      {"half a million", "500000"},
      {"a hundred and twenty", "120"},
      {"one hundred and twenty-five thousand", "125000"},
      {"twenty-one", "21"},
      {"several hundred", "[300,900]"},
      {"a few men", "[3,9]"},
      {"more than a dozen", "12[12,]"},
      {"20 or more", "20[20,]"},
      {"20 per cent", "20"},
      {"2 million and three", "2000000"},
      {"one and a half million", "1500000"},
      {"3 million and a half", "3500000"},
      {"a quarter of a million", "250000"},
      {"three quarters million", "750000"},
      {"4 thousand 3 hundred and 21", "4321"},
      {"three dozens", "36"},
      {"35 lakh rupees", "3500000"},
      {"minus five degrees", "-5"},
      {"40\u00a0000 men", "40000"},
      {"exceeding 150", "150[150,]"},
      {"500 or less", "500[,500]"},
      {"no more than 30", "30[,30]"},
      {"above 1,000 and below 1,500", "[1000,1500]"},
      {"20 through 100", "[20,100]"},
      {"a 3-inch gun", "3"},
      {"40km away", "40"},
  };
  for (const auto& [text, expected] : rows) EXPECT_EQ(amount_in(text), expected) << text;
}

TEST(Numbers, Fractions) {
  const std::pair<const char*, double> rows[] = {{"two thirds of them", 2.0 / 3},
                                                 {"a third of them", 1.0 / 3},
                                                 {"10 1/2 miles", 10.5},
                                                 {"¾", 0.75},
                                                 {"five point two", 5.2},
                                                 {"nine point nought four", 9.04},
                                                 {".25", 0.25},
                                                 {"three and a fifth", 3.2}};
  for (const auto& [text, expected] : rows) {
    const Report report = plain(text, kPublished);
    const auto match = read_amount(Pieces(report, report.sentences[0]), 0);
    ASSERT_TRUE(match && match->value) << text;
    EXPECT_NEAR(*match->value, expected, 1e-9) << text;
  }
}

TEST(Numbers, NoAmounts) {
  for (const char* text : {"an F-16 jet", "a 34-year-old man", "won 3-1", "the 5th division", "at 10:30", "the G20",
                           "Covid-19", "no. 7 here", "a man", "at 5 p.m.", "a two-day visit", "17/5", "half the men",
                           "the 1990s", "this one", "a third man", "an M16"}) {
    EXPECT_EQ(amount_in(text), "") << text;
  }
}

TEST(Quantities, ObjectsAndEllipsis) {
  EXPECT_EQ(quantities_of(world(R"(The the DT 2 det
blast blast NN 3 nsubj
killed kill VBD 0 root
14 14 CD 5 nummod
people people NNS 3 obj
and and CC 7 cc
injured injure VBD 3 conj
35 35 CD 7 obj
. . . 3 punct)",
                                kPublished)),
            "14 people=14 dead | 35 people=35 injured");
  EXPECT_EQ(quantities_of(world(R"(At at IN 2 case
least least JJS 3 advmod
14 14 CD 5 nsubj:pass
were be VBD 5 aux:pass
killed kill VBN 0 root
. . . 5 punct)",
                                kPublished)),
            "14 people=14[14,] dead");
}

TEST(Quantities, PassiveAndIncluding) {
  EXPECT_EQ(quantities_of(world(R"(Twenty twenty CD 2 nummod
soldiers soldier NNS 4 nsubj:pass
were be VBD 4 aux:pass
killed kill VBN 0 root
, , , 8 punct
including include VBG 8 case
two two CD 8 nummod
officers officer NNS 2 nmod
. . . 4 punct)",
                                kPublished)),
            "Twenty soldiers=20 dead | two officers=2 dead");
}

TEST(Quantities, AgentsAreNotVictims) {
  EXPECT_EQ(quantities_of(world(R"(Three three CD 2 nummod
gunmen gunman NNS 3 nsubj
killed kill VBD 0 root
five five CD 5 nummod
civilians civilian NNS 3 obj)",
                                kPublished)),
            "Three gunmen=3 other | five civilians=5 dead");
}

TEST(Quantities, OfPhrasesAndOwners) {
  EXPECT_EQ(quantities_of(world(R"(Pyongyang Pyongyang NNP 3 nsubj LOC
will will MD 3 aux
send send VB 0 root
thousands thousand NNS 3 obj
of of IN 8 case
its its PRP$ 8 nmod:poss
military military JJ 8 amod
workers worker NNS 4 nmod)",
                                kPublished)),
            "thousands military workers=[1000,9999] personnel");
}

TEST(Quantities, Conjoined) {
  EXPECT_EQ(quantities_of(world(R"(They they PRP 2 nsubj
dispatched dispatch VBD 0 root
one one CD 5 compound
- - HYPH 5 punct
thousand thousand CD 6 nummod
engineers engineer NNS 2 obj
and and CC 12 cc
five five CD 10 compound
- - HYPH 10 punct
thousand thousand CD 12 nummod
construction construction NN 12 compound
workers worker NNS 6 conj)",
                                kPublished)),
            "one - thousand engineers=1000 personnel | five - thousand construction workers=5000 personnel");
}

TEST(Quantities, FatesToldBehindAndByNouns) {
  EXPECT_EQ(quantities_of(world(R"(Eight eight CD 4 nsubj:pass
were be VBD 4 aux:pass
- - HYPH 4 punct
killed kill VBN 0 root
and and CC 7 cc
13 13 CD 7 nsubj
injured injured JJ 4 conj)",
                                kPublished)),
            "Eight people=8 dead | 13 people=13 injured");
  EXPECT_EQ(quantities_of(world(R"(Police police NNS 2 nsubj
confirmed confirm VBD 0 root
the the DT 4 det
deaths death NNS 2 obj
of of IN 7 case
two two CD 7 nummod
miners miner NNS 4 nmod)",
                                kPublished)),
            "two miners=2 dead");
}

TEST(Quantities, Tolls) {
  EXPECT_EQ(quantities_of(world(R"(The the DT 3 det
death death NN 3 compound
toll toll NN 4 nsubj
rose rise VBD 0 root
to to IN 6 case
45 45 CD 4 obl)",
                                kPublished)),
            "45 people=45 dead");
  EXPECT_EQ(quantities_of(world(R"(leaving leave VBG 0 root
14 14 CD 1 obj
dead dead JJ 1 xcomp)",
                                kPublished)),
            "14 people=14 dead");
}

TEST(Quantities, Money) {
  EXPECT_EQ(quantities_of(world(R"(It it PRP 2 nsubj
pledged pledge VBD 0 root
$ $ $ 2 obj
3.5 3.5 CD 5 compound
billion billion CD 3 nummod)",
                                kPublished)),
            "$3.5 billion $=3.5e+09 money");
}

TEST(Quantities, NoCounts) {
  EXPECT_EQ(quantities_of(world(R"(Resolution resolution NN 3 nsubj
1701 1701 CD 1 nummod
passed pass VBD 0 root
two two CD 5 nummod
years year NNS 3 obl:unmarked)",
                                kPublished)),
            "");
  EXPECT_EQ(quantities_of(world(R"(Smith Smith NNP 5 nsubj PER
, , , 3 punct
34 34 CD 1 appos
, , , 3 punct
died die VBD 0 root
on on IN 7 case
March March NNP 5 obl
21 21 CD 7 nummod)",
                                kPublished)),
            "");
}

}  // namespace
}  // namespace dateline
