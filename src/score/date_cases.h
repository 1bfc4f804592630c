// Dates and periods against the cases of Recognizers-Text.
//
// Scored are expressions of the types "date" and "daterange" whose value the suite gives; cases with weeks by their
// number ("week 31") or codes of accounting years ("cy18") are left out. A case is right if each of
// them is answered by a temporal expression of the program that overlaps it and has one of its values, and nothing is
// read as a date that overlaps no expression of the suite. Where the suite gives several values (the past and the
// coming Friday) any is right.
//
// The ends of a period are compared as days. The suite's ends are exclusive for "this week" and mean the day that is
// named for "from 4 to 22 January"; both readings of an end are right. Of "from 2014 to 2018" the suite's end is where
// 2018 begins, the program's where it ends: right as well. An open period ("before 2018", "since May") is answered by
// the date that bounds it.
//
// "Two weeks ago" is a week to the program, as exact as it was said, and a day to the suite: it is right if the week
// holds the day. Such answers are counted apart, too.
#pragma once

#include <string>
#include <vector>

#include "score/cases.h"

namespace dateline::score {

bool is_date_file(std::string_view name);
bool is_date_case(const RecognizerCase& one);

enum class DateAnswer { wrong, right, wider };
/// `wider`: right only as a period that holds the suite's day.
DateAnswer answer_dates(const RecognizerCase& one, const std::vector<TimeMention>& found);

}  // namespace dateline::score
