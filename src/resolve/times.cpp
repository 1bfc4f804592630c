// Walks the sentences, joins ranges ("from 3 May to 5 June") and open spans
// ("since February": from then to the report), and keeps the day that the text
// last spoke of, which "the following day" counts from.
#include "resolve/times.h"

#include <array>
#include <string_view>

#include "resolve/time_reader.h"

namespace dateline {
namespace {

using std::chrono::days;

constexpr std::array<std::string_view, 4> kRangeWords = {"to", "until", "till", "through"};

class TimeFinder {
 public:
  TimeFinder(const Report& report, const Tree& tree) : report_(report), tree_(tree) {
    if (report.published) published_ = Days(*report.published);
  }

  std::vector<TimeMention> find() && {
    for (const Sentence& sentence : report_.sentences) read(sentence);
    return std::move(found_);
  }

 private:
  void read(const Sentence& sentence) {
    const Pieces pieces(report_, sentence);
    for (std::size_t i = 0; i < pieces.size();) {
      const TimeReader reader(tree_, pieces, published_, discourse_);
      auto match = reader.read(i);
      if (!match) match = now_and(pieces, i);
      if (!match) {
        ++i;
        continue;
      }
      join_range(pieces, reader, *match);
      open_since(pieces, *match);
      keep(pieces, *match);
      i = match->end;
      while (const auto next = reader.read_listed_day(*match)) {
        keep(pieces, *next);
        i = next->end;
        break;
      }
    }
  }

  /// "between now and May".
  std::optional<TimeMatch> now_and(const Pieces& pieces, std::size_t at) const {
    const bool opens = published_ && pieces.is(at, "now") && at > 0 && pieces.is(at - 1, "between");
    if (!opens || !pieces.is(at + 1, "and")) return {};
    return TimeMatch{at, at + 1, day_period(*published_)};
  }

  /// A date with its year said, which a dash joins to the date before it.
  static bool full_date(const Pieces& pieces, const TimeReader& reader, std::size_t at) {
    const auto next = reader.read(at);
    return next && !next->inferred_year && next->period.precision == DatePrecision::day &&
           pieces.is_number(next->end - 1);
  }

  /// "X to Y", "X - Y", "between X and Y".
  void join_range(const Pieces& pieces, const TimeReader& reader, TimeMatch& match) const {
    const std::size_t at = match.end;
    const bool between = match.begin > 0 && pieces.is(match.begin - 1, "between") && pieces.is(at, "and");
    const bool dash =
        pieces.is(at, "-") && (match.period.precision != DatePrecision::day || full_date(pieces, reader, at + 1));
    const bool from = match.begin > 0 && pieces.is(match.begin - 1, "from");
    const bool word = any_of(pieces[at].text, kRangeWords) &&
                      (from || !pieces.is(at, "to") || match.period.precision != DatePrecision::week);
    if (!between && !word && !dash && !(pieces.is(at, "-") && match.inferred_year)) return;
    auto last = reader.read(pieces.is(at + 1, "the") ? at + 2 : at + 1);
    if (!last && published_ && pieces.is(at + 1, "now")) last = TimeMatch{at + 1, at + 2, day_period(*published_)};
    if (!last) return;
    align(match, *last);
    if (last->period.last < match.period.first) return;
    match.end = last->end;
    match.period.last = last->period.last;
    match.period.precision = std::max(match.period.precision, last->period.precision);
  }

  /// "from November to March": a first end whose year was only inferred goes before the last one, in its year if it
  /// can.
  static void align(TimeMatch& first, const TimeMatch& last) {
    if (!first.inferred_year) return;
    const bool weekday = first.period.first == first.period.last && last.inferred_year &&
                         last.period.first > first.period.first - days(7);
    while (first.period.first > last.period.last) shift(first.period, weekday ? TimeUnit::week : TimeUnit::year, -1);
    if (!last.inferred_year) {
      while (moved(first.period.first, TimeUnit::year, 1) <= last.period.last) shift(first.period, TimeUnit::year, 1);
    }
  }

  static void shift(Period& period, TimeUnit unit, int count) {
    const bool month = period.precision == DatePrecision::month;
    period.first = moved(period.first, unit, count);
    period.last = month ? moved(period.last + days(1), unit, count) - days(1) : moved(period.last, unit, count);
  }

  void open_since(const Pieces& pieces, TimeMatch& match) const {
    std::size_t at = match.begin;
    if (at > 0 && pieces.is(at - 1, "the")) --at;
    if (at == 0 || !pieces.is(at - 1, "since") || !published_ || match.period.first > *published_) return;
    match.begin = at - 1;
    match.period.last = *published_;
  }

  void keep(const Pieces& pieces, const TimeMatch& match) {
    const TokenRange tokens = pieces.tokens(match.begin, match.end);
    if (!found_.empty() && tokens.begin < found_.back().tokens.end) return;
    EventDate date{span_of(report_, tokens), Date(match.period.first), Date(match.period.last), match.period.precision};
    if (!date.start.ok() || !date.end.ok()) return;
    found_.push_back({tokens, date});
    discourse_ = match.period;
  }

  const Report& report_;
  const Tree& tree_;
  std::optional<Days> published_;
  std::optional<Period> discourse_;
  std::vector<TimeMention> found_;
};

}  // namespace

std::vector<TimeMention> find_times(const Report& report, const Tree& tree) { return TimeFinder(report, tree).find(); }

}  // namespace dateline
