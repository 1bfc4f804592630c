// Dates against 18 June 2025, a Wednesday. What a line says is plain text; what
// depends on tense is parsed by hand.
#include "resolve/times.h"

#include <gtest/gtest.h>

#include "small_world.h"

namespace dateline {
namespace {

using namespace std::chrono;
constexpr year_month_day kPublished = year(2025) / 6 / 18;

struct Row {
  const char* text;
  const char* expected;
};

std::string times_of(Report report) {
  const Tree tree(report);
  report.times = find_times(report, tree);
  return dump_times(report);
}

TEST(Times, PlainText) {
  const Row rows[] = {
      {"Shoigu said Tuesday that", "Tuesday=2025-06-17"},
      {"on Wednesday night", "Wednesday night=2025-06-18"},
      {"visited Pyongyang on March 21 and June 4 for talks", "March 21=2025-03-21 | June 4=2025-06-04"},
      {"on March 21 and 22, he", "March 21=2025-03-21 | 22=2025-03-22"},
      {"3 and 5 May", "3=2025-05-03 | 5 May=2025-05-05"},
      {"the treaty the two countries signed last year.", "last year=2024"},
      {"this week", "this week=2025-06-16/2025-06-22"},
      {"earlier this week", "earlier this week=2025-06-16/2025-06-18"},
      {"in June", "June=2025-06"},
      {"in December", "December=2024-12"},
      {"in 2019", "2019=2019"},
      {"fighting since February", "since February=2025-02-01/2025-06-18"},
      {"since 2014", "since 2014=2014-01-01/2025-06-18"},
      {"yesterday", "yesterday=2025-06-17"},
      {"the day before yesterday", "the day before yesterday=2025-06-16"},
      {"two days ago", "two days ago=2025-06-16"},
      {"two days after", "two days after=2025-06-16"},
      {"three months after", "three months after=2025-03"},
      {"three weeks ago", "three weeks ago=2025-05-26/2025-06-01"},
      {"a year ago", "a year ago=2024"},
      {"a few days ago", "a few days ago=2025-06-15"},
      {"on 14 January 2024", "14 January 2024=2024-01-14"},
      {"Jan. 5, 2023", "Jan. 5, 2023=2023-01-05"},
      {"the 5th of May", "the 5th of May=2025-05-05"},
      {"2024-03-05", "2024-03-05=2024-03-05"},
      {"04/05/2024", "04/05/2024=2024-04-05"},
      {"25/12/2023", "25/12/2023=2023-12-25"},
      {"12.03.2024", "12.03.2024=2024-03-12"},
      {"from 3 to 5 May", "3 to 5 May=2025-05-03/2025-05-05"},
      {"March 21–23", "March 21–23=2025-03-21/2025-03-23"},
      {"from 30 May to 2 June", "30 May to 2 June=2025-05-30/2025-06-02"},
      {"between 2014 and 2018", "2014 and 2018=2014-01-01/2018-12-31"},
      {"from November to March", "November to March=2024-11-01/2025-03-31"},
      {"two weeks before May 13, 2024", "two weeks before May 13, 2024=2024-04-29/2024-05-05"},
      {"three days from tomorrow", "three days from tomorrow=2025-06-22"},
      {"the week of June 10", "the week of June 10=2025-06-09/2025-06-15"},
      {"the 20th of next month", "the 20th of next month=2025-07-20"},
      {"the 31st of this month", "this month=2025-06"},  // June has 30 days
      {"Fri 13th", "Fri 13th=2025-06-13"},
      {"the month after next", "the month after next=2025-08"},
      {"the ten previous weeks", "ten previous weeks=2025-04-09/2025-06-18"},
      {"the year to date", "year to date=2025-01-01/2025-06-18"},
      {"2024-Q1", "2024-Q1=2024-01-01/2024-03-31"},
      {"H2 2023", "H2 2023=2023-07-01/2023-12-31"},
      {"Thanksgiving 2010", "Thanksgiving 2010=2010-11-25"},
      {"last Easter", "last Easter=2025-04-20"},
      {"on New Year's Eve", "New Year's Eve=2024-12-31"},
      {"in nineteen eighty-six", "nineteen eighty-six=1986"},
      {"October two thousand and fifteen", "October two thousand and fifteen=2015-10"},
      {"from 5/1/2019-5/7/2020", "5/1/2019-5/7/2020=2019-05-01/2020-05-07"},
      {"between Jan 22 and now", "Jan 22 and now=2025-01-22/2025-06-18"},
      {"Dec, 2018", "Dec, 2018=2018-12"},
      {"22/Jan/2019", "22/Jan/2019=2019-01-22"},
      {"from Monday to Wednesday", "Monday to Wednesday=2025-06-16/2025-06-18"},
      {"in the 1990s", "1990s=1990-01-01/1999-12-31"},
      {"the 19th century", "19th century=1801-01-01/1900-12-31"},
      {"next month", "next month=2025-07"},
      {"late March", "late March=2025-03-21/2025-03-31"},
      {"early 2024", "early 2024=2024-01-01/2024-04-30"},
      {"mid-May", "mid-May=2025-05-11/2025-05-20"},
      {"by the end of the year", "end of the year=2025-09-01/2025-12-31"},
      {"last Friday", "last Friday=2025-06-13"},
      {"next Friday", "next Friday=2025-06-27"},
      {"Monday of last week", "Monday of last week=2025-06-09"},
      {"Tuesday, March 4, 2025", "Tuesday, March 4, 2025=2025-03-04"},
      {"March last year", "March last year=2024-03"},
      {"in March 2024", "March 2024=2024-03"},
      {"over the past three days", "the past three days=2025-06-15/2025-06-18"},
      {"in recent days", "recent days=2025-06-11/2025-06-18"},
      {"On 1 March he left. The following day he", "1 March=2025-03-01 | The following day=2025-03-02"},
      {"On March 1 he left; three days later", "March 1=2025-03-01 | three days later=2025-03-04"},
      {"the third quarter of 2024", "third quarter of 2024=2024-07-01/2024-09-30"},
      {"last summer", "last summer=2024-06-01/2024-08-31"},
      {"last night", "last night=2025-06-17"},
      {"this morning", "this morning=2025-06-18"},
      {"on New Year's Eve", "New Year's Eve=2024-12-31"},
      {"over the weekend", "the weekend=2025-06-14/2025-06-15"},
      {"the rest of the month", "the rest of the month=2025-06-18/2025-06-30"},
      {"the last week of 2015", "the last week of 2015=2015-12-28/2016-01-03"},
      {"between 3 and 12 Sept.", "3 and 12 Sept.=2024-09-03/2024-09-12"},
      {"two days before yesterday", "two days before yesterday=2025-06-15"},
      {"within 10 days", "within 10 days=2025-06-18/2025-06-28"},
      {"in 2007 and 2009", "2007=2007 | 2009=2009"},
      {"first week of May 2024", "first week of May 2024=2024-04-29/2024-05-05"},
  };
  for (const Row& row : rows) EXPECT_EQ(times_of(plain(row.text, kPublished)), row.expected) << row.text;
}

TEST(Times, NoDates) {
  const char* const rows[] = {
      "for two years",     "a two-year deal",  "three days of talks", "they may march to the capital",
      "2,000 people",      "5 people",         "2019 soldiers",       "a 34-year-old man",
      "on the 18th floor", "Resolution 1701",  "10 to 12 dead",       "in the second round",
      "at 10:30 p.m.",     "2500 troops",      "sun and sat",         "the daily",
      "every year",        "the early voting",
  };
  for (const char* row : rows) EXPECT_EQ(times_of(plain(row, kPublished)), "") << row;
}

TEST(Times, WithoutReportDate) {
  Report report = plain("On Tuesday, and on 4 May 2024, last year", kPublished);
  report.published.reset();
  EXPECT_EQ(times_of(report), "4 May 2024=2024-05-04");
}

TEST(Times, Tense) {
  EXPECT_EQ(times_of(world(R"(Leaders leader NNS 3 nsubj
will will MD 3 aux
meet meet VB 0 root
on on IN 5 case
Friday Friday NNP 3 obl
. . . 3 punct)",
                           kPublished)),
            "Friday=2025-06-20");
  EXPECT_EQ(times_of(world(R"(Leaders leader NNS 2 nsubj
met meet VBD 0 root
on on IN 4 case
Friday Friday NNP 2 obl
. . . 2 punct)",
                           kPublished)),
            "Friday=2025-06-13");
  EXPECT_EQ(times_of(world(R"(Leaders leader NNS 3 nsubj
are be VBP 3 aux
expected expect VBN 0 root
to to TO 5 mark
arrive arrive VB 3 xcomp
March March NNP 5 obl:unmarked
21 21 CD 6 nummod)",
                           kPublished)),
            "March 21=2026-03-21");
  EXPECT_EQ(times_of(world(R"(They they PRP 2 nsubj
rejected reject VBD 0 root
talks talk NNS 2 obj
planned plan VBN 3 acl
for for IN 6 case
Monday Monday NNP 4 obl)",
                           kPublished)),
            "Monday=2025-06-23");
  EXPECT_EQ(times_of(world(R"(Rebels rebel NNS 2 nsubj
managed manage VBD 0 root
to to TO 4 mark
seize seize VB 2 xcomp
it it PRP 4 obj
Monday Monday NNP 4 obl:unmarked)",
                           kPublished)),
            "Monday=2025-06-16");
  EXPECT_EQ(times_of(world(R"(He he PRP 2 nsubj
vowed vow VBD 0 root
to to TO 4 mark
leave leave VB 2 xcomp
in in IN 7 case
two two CD 7 nummod
weeks week NNS 4 obl)",
                           kPublished)),
            "in two weeks=2025-06-30/2025-07-06");
}

TEST(Times, WhatBeginsMayLieAhead) {
  EXPECT_EQ(times_of(world(R"(Malta Malta NNP 2 nsubj
bans ban VBZ 0 root
visits visit NNS 2 obj
beginning begin VBG 2 advcl
August August NNP 4 obl:unmarked
1 1 CD 5 nummod)",
                           kPublished)),
            "August 1=2025-08-01");
}

TEST(Times, NobodySchedulesAnAttack) {
  EXPECT_EQ(times_of(world(R"(Malta Malta NNP 2 nsubj
condemns condemn VBZ 0 root
the the DT 6 det
August August NNP 6 compound
1 1 CD 4 nummod
attack attack NN 2 obj)",
                           kPublished)),
            "August 1=2024-08-01");
}

TEST(Times, DaysThatNamedAttacks) {
  EXPECT_EQ(times_of(plain("the October 7 attacks", kPublished)), "October 7=2023-10-07");
  EXPECT_EQ(times_of(plain("the September 11 attacks", kPublished)), "September 11=2001-09-11");
  EXPECT_EQ(times_of(plain("the October 8 attacks", kPublished)), "October 8=2024-10-08");
}

TEST(Times, YearBeforeANoun) {
  EXPECT_EQ(times_of(world(R"(The the DT 4 det
2021 2021 CD 4 compound
dam dam NN 4 compound
attacks attack NNS 5 nsubj
failed fail VBD 0 root)",
                           kPublished)),
            "2021=2021");
  EXPECT_EQ(times_of(world(R"(Some some DT 2 det
2021 2021 CD 3 nummod
houses house NNS 4 nsubj
burned burn VBD 0 root)",
                           kPublished)),
            "");
}

}  // namespace
}  // namespace dateline
