// Dates that name a month, a year, or digits only.
#include <algorithm>
#include <array>

#include "resolve/time_reader.h"

namespace dateline {
namespace {

using Words = std::string_view;

constexpr std::array<Words, 21> kBeforeMonth = {"in",    "since",   "until",  "till",    "by",   "of",     "from",
                                                "to",    "between", "during", "last",    "next", "this",   "late",
                                                "early", "mid",     "and",    "through", "-",    "before", "after"};
constexpr std::array<Words, 18> kBeforeYear = {"in",     "since",   "until",  "till",   "by",     "from",
                                               "before", "after",   "during", "early",  "late",   "mid",
                                               "year",   "through", "of",     "summer", "winter", "than"};
constexpr std::array<Words, 6> kRoundTens = {"forty", "fifty", "sixty", "seventy", "eighty", "ninety"};
constexpr std::array<Words, 9> kBeforeSlashDate = {"on",    "from", "to", "between", "and",
                                                   "until", "till", "by", "since"};
constexpr std::array<Words, 4> kSuffixes = {"st", "nd", "rd", "th"};
constexpr std::array<Words, 5> kRangeMarks = {"-", "to", "through", "until", "~"};
constexpr std::array<Words, 3> kListMarks = {"and", "or", ","};

}  // namespace

TimeReader::Found TimeReader::ending(std::size_t begin, std::size_t end, Period period, bool inferred) {
  if (period.precision == DatePrecision::unknown) return {};
  return TimeMatch{begin, end, period, inferred};
}

bool TimeReader::in_name(std::size_t at) const {
  const auto& names = tree_.report().names;
  const std::uint32_t token = p_[at].token;
  auto after = std::upper_bound(names.begin(), names.end(), token,
                                [](std::uint32_t t, const Name& name) { return t < name.tokens.begin; });
  return after != names.begin() && (--after)->tokens.contains(token);
}

std::size_t TimeReader::after_month(std::size_t at) const {
  const bool stop = time_word(p_[at].text).abbreviated && p_.is(at + 1, ".") && p_[at + 1].glued;
  return stop ? at + 2 : at + 1;
}

int TimeReader::month_at(std::size_t at) const {
  const TimeWord word = time_word(p_[at].text);
  if (word.kind != TimeWordKind::month || in_name(at)) return 0;
  const bool to_month =
      p_.is(at + 1, "-") && p_[at + 1].glued && time_word(p_[at + 2].text).kind == TimeWordKind::month;
  const bool numbered = to_month || p_.is_number(after_month(at)) || spelled_year(after_month(at)).end != 0 ||
                        (p_.is(after_month(at), ",") && year_at(after_month(at) + 1) != 0) ||
                        (p_.is(at + 1, "/") && p_[at + 1].glued && p_.is_number(at + 2)) ||
                        (at > 0 && p_.is_number(at - 1)) || (p_.is(at + 1, "-") && p_.is_number(at + 2)) ||
                        (at > 0 && any_of(p_[at - 1].text, kSuffixes));
  const bool led = at > 0 && any_of(p_[at - 1].text, kBeforeMonth);
  if (word.abbreviated) return numbered || (p_[at].capital && (led || after_month(at) > at + 1)) ? word.value : 0;
  if (!word.ambiguous) return word.value;
  if (!p_[at].capital) return 0;
  const bool dated_after = time_word(p_[at + 1].text).kind == TimeWordKind::relation && p_.is(at + 2, "year");
  return numbered || dated_after || led || time_word(p_[at + 1].text).kind == TimeWordKind::ordinal ? word.value : 0;
}

TimeReader::Number TimeReader::day_number(std::size_t at) const {
  const Piece& piece = p_[at];
  if (piece.kind == Piece::Kind::number) {
    if (!piece.plain || piece.digits > 2 || piece.value < 1 || piece.value > 31) return {};
    const bool suffix = p_[at + 1].glued && any_of(p_[at + 1].text, kSuffixes);
    return {static_cast<int>(piece.value), at + (suffix ? 2 : 1)};
  }
  const TimeWord word = time_word(piece.text);
  if (word.kind == TimeWordKind::ordinal) return {word.value, at + 1};
  const bool tens = word.kind == TimeWordKind::cardinal && word.value >= 20;
  const std::size_t after = p_.is(at + 1, "-") ? at + 2 : at + 1;
  const TimeWord ones = tens ? time_word(p_[after].text) : TimeWord{};
  if (ones.kind == TimeWordKind::ordinal && ones.value < 10) return {word.value + ones.value, after + 1};
  return {};
}

int TimeReader::year_at(std::size_t at) const {
  const Piece& piece = p_[at];
  const bool four = piece.kind == Piece::Kind::number && piece.plain && piece.digits == 4;
  return four && piece.value >= 1000 && piece.value < 2200 ? static_cast<int>(piece.value) : 0;
}

/// "nineteen eighty-six", "two thousand and fifteen", "twenty fifteen"; end == 0: none.
TimeReader::Number TimeReader::spelled_year(std::size_t at) const {
  const auto below_hundred = [&](std::size_t i) {
    const TimeWord tens = time_word(p_[i].text);
    const bool round = any_of(p_[i].text, kRoundTens);
    if (tens.kind != TimeWordKind::cardinal && !round) return Number{};
    int value = tens.value;
    for (std::size_t t = 0; t < kRoundTens.size(); ++t)
      value = p_.is(i, kRoundTens[t]) ? static_cast<int>(t + 4) * 10 : value;
    const std::size_t next = p_.is(i + 1, "-") ? i + 2 : i + 1;
    const TimeWord ones = time_word(p_[next].text);
    const bool both = value >= 20 && ones.kind == TimeWordKind::cardinal && ones.value < 10;
    return both ? Number{value + ones.value, next + 1} : Number{value, i + 1};
  };
  if ((p_.is(at, "two") || p_.is(at, "one")) && p_.is(at + 1, "thousand")) {
    const std::size_t i = p_.is(at + 2, "and") ? at + 3 : at + 2;
    const Number rest = below_hundred(i);
    const int thousands = p_.is(at, "two") ? 2000 : 1000;
    if (rest.end != 0) return {thousands + rest.value, rest.end};
    return thousands == 2000 ? Number{2000, at + 2} : Number{};
  }
  const Number century = below_hundred(at);
  if (century.end != at + 1 || century.value < 15 || century.value > 20) return {};
  const Number rest = below_hundred(century.end);
  if (rest.end == 0 || rest.value < 10) return {};
  return {century.value * 100 + rest.value, rest.end};
}

/// The year said after a month or day; end == 0: none.
TimeReader::Number TimeReader::year_after(std::size_t at) const {
  std::size_t i = at;
  if (p_.is(i, ",") || p_.is(i, "of") || p_.is(i, "in") || p_.is(i, "-") || p_.is(i, ".") || p_.is(i, "/")) ++i;
  if (p_.is(i, "the") && p_.is(i + 1, "year")) i += 2;
  const bool listed = p_.is(at, ",") && p_[i + 1].kind == Piece::Kind::word && p_[i + 1].glued;
  if (const int y = year_at(i); y != 0 && !listed) return {y, i + 1};
  if (const Number spelled = spelled_year(i); spelled.end != 0) return spelled;
  const bool short_year = p_.is(at, "of") && p_.is_number(i) && p_[i].plain && p_[i].digits == 2 && p_[i].value > 31;
  if (short_year) return {static_cast<int>(p_[i].value) + 1900, i + 1};  // "April of 87"
  const TimeWord relation = time_word(p_[i].text);
  if (!published_ || relation.kind != TimeWordKind::relation || !p_.is(i + 1, "year")) return {};
  const bool definite = i > 0 && p_.is(i - 1, "the");
  return {year_of(relate(static_cast<Relation>(relation.value), TimeUnit::year, definite).first), i + 2};
}

/// Days `day` to `last_day` of `month`, with the year that follows at `end` or the one that fits.
TimeReader::Found TimeReader::dated(std::size_t begin, std::size_t end, unsigned month, int day, int last_day) const {
  const auto make = [&](int y) {
    if (!valid(y, month, static_cast<unsigned>(day)) || !valid(y, month, static_cast<unsigned>(last_day)) ||
        last_day < day)
      return Period{};
    return Period{make_day(y, month, static_cast<unsigned>(day)), make_day(y, month, static_cast<unsigned>(last_day)),
                  DatePrecision::day};
  };
  if (const Number said = year_after(end); said.end != 0) return ending(begin, said.end, make(said.value));
  if (!published_) return {};
  if (const int known = year_named(begin, end, month, day); known != 0) return ending(begin, end, make(known), true);
  return ending(begin, end, choose_year(begin, make), true);
}

/// "the October 7 attacks": the year of a day that gave an event its name; 0: none, or the report is older, or an
/// attack that is not well known ("an October 7 attack") may be of a day that has just passed.
int TimeReader::year_named(std::size_t begin, std::size_t end, unsigned month, int day) const {
  struct Named {
    unsigned month;
    int day, year;
  };
  constexpr std::array<Named, 3> kNamed = {{{9, 11, 2001}, {1, 6, 2021}, {10, 7, 2023}}};
  constexpr std::array<std::string_view, 9> kEvents = {"attack",       "attacks",   "massacre", "riot",   "riots",
                                                       "insurrection", "attackers", "rioters",  "assault"};
  if (!p_.is_word(end) || !any_of(p_[end].text, kEvents)) return 0;
  for (const Named& named : kNamed) {
    if (named.month != month || named.day != day) continue;
    constexpr std::chrono::days kJust{45};
    const Days latest = make_day(year_of(*published_), month, static_cast<unsigned>(day));
    const bool just = latest <= *published_ && *published_ - latest < kJust && !(begin > 0 && p_.is(begin - 1, "the"));
    if (!just && make_day(named.year, month, static_cast<unsigned>(day)) < *published_) return named.year;
  }
  return 0;
}

/// "40" is 2040 to a report of 2030, 1940 to one of 2016.
int TimeReader::latest_short_year() const { return published_ ? year_of(*published_) + 20 : 2049; }

/// "12-2015", "3/2016".
TimeReader::Found TimeReader::numeric_month(std::size_t at) const {
  const bool joined = (p_.is(at + 1, "-") || p_.is(at + 1, "/")) && p_[at + 1].glued && p_[at + 2].glued;
  const bool month = p_[at].plain && p_[at].digits <= 2 && p_[at].value >= 1 && p_[at].value <= 12;
  if (!p_.is_number(at) || !joined || !month || (at > 0 && p_[at].glued) || p_[at + 3].glued) return {};
  const int y = year_at(at + 2);
  return y >= 1900 && y < 2100 ? ending(at, at + 3, month_period(y, static_cast<unsigned>(p_[at].value))) : Found{};
}

TimeReader::Found TimeReader::numeric_date(std::size_t at) const {
  if (!p_.is_number(at) || !p_.is_number(at + 2) || !p_[at + 1].glued || !p_[at + 2].glued) return {};
  const std::string_view mark = p_[at + 1].text;
  if (mark != "/" && mark != "-" && mark != ".") return {};
  int a = p_[at].short_number(), b = p_[at + 2].short_number(), c = p_[at + 4].short_number();
  if (!p_.is_number(at + 4) || !p_.is(at + 3, mark) || !p_[at + 3].glued || !p_[at + 4].glued) {
    const bool led = at > 0 && (any_of(p_[at - 1].text, kBeforeSlashDate) || weekday_at(at - 1) != 0);
    const bool shown =
        mark == "/" && led && (!p_.is_word(at + 3) || any_of(p_[at + 3].text, kRangeMarks) || p_.is(at + 3, "and"));
    if (!shown || !published_ || p_[at].digits > 2 || p_[at + 2].digits > 2) return {};
    if (a > 12) std::swap(a, b);
    return a >= 1 && a <= 12 ? dated(at, at + 3, static_cast<unsigned>(a), b, b) : Found{};
  }
  if (p_[at].digits != 4) {
    if (a > 12 || mark == ".") std::swap(a, b);
    std::swap(b, c), std::swap(a, b);  // month, day, year → year, month, day
    if (p_[at + 4].digits == 2) a += a + 2000 <= latest_short_year() ? 2000 : 1900;
  }
  if (a < 1000 || b < 1 || c < 1 || !valid(a, static_cast<unsigned>(b), static_cast<unsigned>(c))) return {};
  return ending(at, at + 5, day_period(make_day(a, static_cast<unsigned>(b), static_cast<unsigned>(c))));
}

/// "14 January 2024", "the 5th of May", "3-5 May"; of "3 and 5 May" the 3.
TimeReader::Found TimeReader::day_month(std::size_t at) const {
  const Number first = day_number(at);
  if (first.end == 0 || (at > 0 && p_[at].glued && (p_.is_word(at - 1) || p_.is(at - 1, "$")))) return {};
  std::size_t i = first.end;
  Number last = first;
  bool listed = false;
  const bool between = at > 0 && p_.is(at - 1, "between");
  while (day_number(i + 1).end != 0 && (any_of(p_[i].text, kRangeMarks) || any_of(p_[i].text, kListMarks))) {
    listed = listed || (any_of(p_[i].text, kListMarks) && !between);
    last = day_number(i + 1);
    i = last.end;
  }
  if (p_.is(i, "of") || p_.is(i, "-") || (p_.is(i, "/") && p_[i].glued)) ++i;
  const int month = month_at(i);
  if (month == 0) return {};
  const std::size_t begin = at > 0 && p_.is(at - 1, "the") ? at - 1 : at;
  Found found =
      dated(begin, after_month(i), static_cast<unsigned>(month), first.value, listed ? first.value : last.value);
  if (found && listed) found->end = first.end;
  return found;
}

/// "March 21", "March 21st, 2024", "March 21-23".
TimeReader::Found TimeReader::month_day(std::size_t at) const {
  const int month = month_at(at);
  if (month == 0) return {};
  std::size_t i = after_month(at);
  if ((p_.is(i, "-") || p_.is(i, "/")) && p_[i].glued) ++i;
  if (p_.is(i, "the")) ++i;
  const Number first = day_number(i);
  if (first.end == 0 || p_.is(first.end, "%") || (p_.is(first.end, ":") && p_[first.end].glued)) return {};
  const Number next = any_of(p_[first.end].text, kRangeMarks) ? day_number(first.end + 1) : Number{};
  const bool range = next.end != 0 && next.value > first.value && month_at(next.end) == 0;
  return dated(at, range ? next.end : first.end, static_cast<unsigned>(month), first.value,
               range ? next.value : first.value);
}

std::optional<TimeMatch> TimeReader::read_listed_day(const TimeMatch& first) const {
  if (first.period.precision != DatePrecision::day || month_at(first.begin) == 0 || !p_.is(first.end, "and")) return {};
  const std::size_t at = first.end + 1;
  const Number day = p_.is_number(at) ? day_number(at) : Number{};
  if (day.end == 0 || month_at(day.end) != 0 || p_.is_word(day.end)) return {};
  const unsigned month = month_of(first.period.first);
  if (!valid(year_of(first.period.first), month, static_cast<unsigned>(day.value))) return {};
  return TimeMatch{at, day.end,
                   day_period(make_day(year_of(first.period.first), month, static_cast<unsigned>(day.value)))};
}

TimeReader::Found TimeReader::month_alone(std::size_t at) const {
  const int month = month_at(at);
  if (month == 0) return {};
  const auto make = [&](int y) { return month_period(y, static_cast<unsigned>(month)); };
  if (const Number said = year_after(after_month(at)); said.end != 0) return ending(at, said.end, make(said.value));
  if (!published_) return {};
  return ending(at, after_month(at), choose_year(at, make), true);
}

/// "on the 18th", with no noun after it.
TimeReader::Found TimeReader::lone_day(std::size_t at) const {
  if (!p_.is(at, "the") || at == 0 || !p_.is(at - 1, "on") || !p_.is_number(at + 1) || !published_) return {};
  const Number day = day_number(at + 1);
  if (day.end != at + 3 || p_.is_word(day.end)) return {};
  const Days now = *published_;
  const bool ahead = tense_at(tree_, p_[at].token) == Tense::future;
  for (int months = 0; months < 12; ++months) {
    const Days month = moved(make_day(year_of(now), month_of(now), 1), TimeUnit::month, ahead ? months : -months);
    if (!valid(year_of(month), month_of(month), static_cast<unsigned>(day.value))) continue;
    const Days found = month + std::chrono::days(day.value - 1);
    if (ahead ? found >= now : found <= now) return ending(at, day.end, day_period(found), true);
  }
  return {};
}

/// One of the years of "between 2014 and 2018", "in 2007 and 2009".
bool TimeReader::year_listed(std::size_t at) const {
  if (at == 0) return false;
  if (p_.is(at - 1, "between")) return p_.is(at + 1, "and") && year_at(at + 2) != 0;
  return at > 2 && p_.is(at - 1, "and") && year_at(at - 2) != 0 && (p_.is(at - 3, "between") || p_.is(at - 3, "in"));
}

/// Four digits are a year after "in" and the like, in brackets, and in "2014-2018".
TimeReader::Found TimeReader::year(std::size_t at) const {
  const int y = year_at(at);
  if (const Number spelled = spelled_year(at); y == 0 && spelled.end != 0 && at > 0 && p_.is(at - 1, "in"))
    return p_.is_word(spelled.end) && !p_.is(spelled.end, "and") ? Found{}
                                                                 : ending(at, spelled.end, year_period(spelled.value));
  if (y == 0 || in_name(at)) return {};
  const bool led = at > 0 && any_of(p_[at - 1].text, kBeforeYear);
  const bool bracketed = at > 0 && p_.is(at - 1, "(") && (p_.is(at + 1, ")") || p_.is(at + 1, "-"));
  const Token& token = tree_[p_[at].token];
  const bool before = token.head != Token::kRoot && token.head > p_[at].token;
  const bool counted = before && is_relation(token.deprel, "nummod");
  const bool modifies = before && (is_relation(token.deprel, "compound") || is_relation(token.deprel, "nmod"));
  const bool adverbial = y >= 1900 && y < 2100 && (is_relation(token.deprel, "obl") || token.deprel == "nmod:unmarked");
  const int to = any_of(p_[at + 1].text, kRangeMarks) ? year_at(at + 2) : 0;
  if (at > 0 && p_[at].glued && p_.is(at - 1, "-")) return {};  // part of a longer number
  if (to > y && to - y < 200)
    return ending(at, at + 3, {year_period(y).first, year_period(to).last, DatePrecision::year});
  const bool modern = y >= 1900 && y < 2100;
  const bool one = before && (tree_[token.head].xpos == "NN" || tree_[token.head].xpos == "NNP");
  const bool names_one = modern && ((counted && one) || (modifies && tree_[token.head].upos == Upos::NOUN));
  if (names_one) return ending(at, at + 1, year_period(y));  // "the 2023 coup": a number of coups would be many
  if (counted && !(modern && led)) return {};
  if (p_.is_word(at + 1) && p_[at + 1].glued) return {};
  return led || year_listed(at) || bracketed || adverbial ? ending(at, at + 1, year_period(y)) : Found{};
}

/// "the 1990s", "the 1970's", "the '90s".
TimeReader::Found TimeReader::decade(std::size_t at) const {
  if (!p_.is_number(at) || !p_[at].plain) return {};
  if (!p_[at + 1].glued && p_[at].digits != 4) return {};
  const std::size_t s = p_.is(at + 1, "'") && p_[at].digits == 4 ? at + 2 : at + 1;
  if (!p_.is(s, "s") || (s == at + 2 && !(at > 0 && p_.is(at - 1, "the")))) return {};
  const int value = p_[at].short_number();
  const int y = p_[at].digits == 2 && at > 0 && p_.is(at - 1, "'") ? 1900 + value : p_[at].digits == 4 ? value : 1;
  if (y % 10 != 0 || y < 1000 || y > 2190) return {};
  return ending(at, s + 1, year_period(y, 10));
}

TimeReader::Found TimeReader::century(std::size_t at) const {
  const Number number = day_number(at);
  if (number.end == 0 || number.value > 22) return {};
  const std::size_t i = p_.is(number.end, "-") ? number.end + 1 : number.end;
  if (!p_.is(i, "century") || number.end == at + (p_.is_number(at) ? 1 : 0)) return {};
  return ending(at, i + 1, year_period(number.value * 100 - 99, 100));
}

/// "summer 2024", "the spring of 2023", "last winter" is `related`.
TimeReader::Found TimeReader::season(std::size_t at) const {
  const TimeWord word = time_word(p_[at].text);
  const Number said = word.kind == TimeWordKind::season ? year_after(at + 1) : Number{};
  if (said.end == 0) return {};
  const Period months = {
      month_period(said.value, static_cast<unsigned>(word.value)).first,
      moved(make_day(said.value, static_cast<unsigned>(word.value), 1), TimeUnit::month, 3) - std::chrono::days(1),
      DatePrecision::month};
  return ending(at, said.end, months);
}

/// "the third quarter of 2024", "Q3 2024".
TimeReader::Found TimeReader::quarter(std::size_t at) const {
  const bool letter = p_.is(at, "q") && p_.is_number(at + 1) && p_[at + 1].glued;
  const Number number = letter ? Number{p_[at + 1].short_number(), at + 2} : day_number(at);
  if (number.end == 0 || number.value < 1 || number.value > 4) return {};
  const std::size_t i = letter ? number.end : number.end + 1;
  if (!letter && !p_.is(number.end, "quarter")) return {};
  if (published_ && p_.is(i, "of") && p_.is(i + 1, "the") && p_.is(i + 2, "year"))
    return ending(at, i + 3, quarter_period(year_of(*published_), static_cast<unsigned>(number.value)));
  const Number said = year_after(i);
  if (said.end == 0) return {};
  return ending(at, said.end, quarter_period(said.value, static_cast<unsigned>(number.value)));
}

}  // namespace dateline
