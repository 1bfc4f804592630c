// `dateline find`: records of a store for which everything that is asked holds.
#include <dateline/formats.h>
#include <dateline/reading.h>
#include <dateline/store.h>
#include <fmt/core.h>

#include <array>
#include <charconv>

#include "command.h"
#include "output.h"
#include "stored_record.h"

namespace dateline::cli {
namespace {

/// Numbers with commas between them; `what` says how many in the complaint.
template <std::size_t N>
std::array<double, N> numbers(const std::string& text, const char* option, const char* what) {
  std::array<double, N> out{};
  const char* at = text.data();
  const char* const end = text.data() + text.size();
  for (std::size_t i = 0; i < N; ++i) {
    if (i > 0 && (at == end || *at++ != ',')) throw Error(ErrorCode::usage, fmt::format("{} needs {}", option, what));
    const auto [stop, fault] = std::from_chars(at, end, out[i]);
    if (fault != std::errc{}) throw Error(ErrorCode::usage, fmt::format("{} needs {}", option, what));
    at = stop;
  }
  if (at != end) throw Error(ErrorCode::usage, fmt::format("{} needs {}", option, what));
  return out;
}

class Find : public Command {
 public:
  void setup(CLI::App& app) override {
    app.add_option("store", path_, "the store")->required();
    app.add_option("words", words_, "words of the sentence or title; \"a phrase\", the beginning* of a word");
    const char* people = "a country PRK, a sector MIL, both \"PRK MIL\", or words of a name; may be repeated";
    app.add_option("--actor", query_.actors, std::string("who acts: ") + people)->allow_extra_args(false);
    app.add_option("--recipient", query_.recipients, "who is acted upon: likewise")->allow_extra_args(false);
    app.add_option("--claimed-by", query_.claimants, "who says so: likewise")->allow_extra_args(false);
    app.add_option("--type", query_.types, "type of event: ASSAULT, ASSAULT:aerial; one of those given")
        ->allow_extra_args(false);
    app.add_option("--status", statuses_, "actual, historical, future, hypothetical or negated; one of those given")
        ->allow_extra_args(false);
    app.add_option("--context", query_.contexts, "what it is about: election; one of those given")
        ->allow_extra_args(false);
    app.add_option("--since", since_, "first day of the record's date, or the report's: YYYY-MM-DD");
    app.add_option("--until", until_, "last such day");
    app.add_option("--country", query_.country, "country of the place: UKR");
    app.add_option("--place", query_.place, "words of the place's name or region");
    app.add_option("--near", near_, "LATITUDE,LONGITUDE,KILOMETRES of the place");
    app.add_option("--box", box_, "SOUTH,WEST,NORTH,EAST of the place");
    app.add_flag("--rejected", query_.with_rejected, "also what was marked wrong");
    app.add_flag("--oldest-first", query_.oldest_first, "otherwise the latest day comes first");
    app.add_option("--limit", query_.limit, "at most so many records; 0: all")->capture_default_str();
    add_view_option(app, format_);
    app.footer(
        "  dateline find events.db --actor PRK --recipient RUS --since 2025-06-01 --status future --claimed-by RUS\n"
        "  dateline find events.db \"landmines Kursk\"\n"
        "  dateline find events.db '\"peace talks\"' --type CONSULT --country CHE --limit 0 > talks.jsonl\n"
        "  dateline find events.db --near 51.7,36.2,50 --type ASSAULT");
  }

  int run() override {
    complete();
    const Store store(path_);
    const bool table = chosen(format_) == View::table;
    std::size_t shown = 0;
    bool more = false;
    StoreQuery all = query_;
    all.limit = 0;
    store.each(all, [&](const StoredRecord& record) {
      more = query_.limit > 0 && shown == query_.limit;
      if (more) return false;
      ++shown;
      write_out(table ? table_of(record, has_colour(), terminal_width())
                      : to_jsonl(*record.report, record.event(), record.story));
      return true;
    });
    flush_out();
    if (more) fmt::print(stderr, "dateline: there are more than {} records; --limit 0 shows all\n", query_.limit);
    return 0;
  }

 private:
  void complete() {
    for (const std::string& word : words_) query_.text.append(query_.text.empty() ? "" : " ").append(word);
    if (!since_.empty()) query_.since = day_option("--since", since_);
    if (!until_.empty()) query_.until = day_option("--until", until_);
    for (const std::string& status : statuses_) query_.statuses.push_back(status_option(status));
    if (!near_.empty()) {
      const auto [latitude, longitude, kilometres] =
          numbers<3>(near_, "--near", "LATITUDE,LONGITUDE,KILOMETRES, as 51.7,36.2,50");
      query_.near = GeoCircle{latitude, longitude, kilometres};
    }
    if (box_.empty()) return;
    const auto [south, west, north, east] = numbers<4>(box_, "--box", "SOUTH,WEST,NORTH,EAST, as 50,35,53,38");
    query_.box = GeoBox{south, west, north, east};
  }

  static Status status_option(const std::string& text) {
    const auto status = status_of(text);
    if (!status)
      throw Error(ErrorCode::usage, "--status is actual, historical, future, hypothetical or negated, not " + text);
    return *status;
  }

  static constexpr std::size_t kUsualLimit = 100;

  std::string path_;
  StoreQuery query_ = [] {
    StoreQuery query;
    query.limit = kUsualLimit;
    return query;
  }();
  std::vector<std::string> words_, statuses_;
  std::string since_, until_, near_, box_;
  View format_ = View::automatic;
};

}  // namespace

std::unique_ptr<Command> make_find() { return std::make_unique<Find>(); }

}  // namespace dateline::cli
