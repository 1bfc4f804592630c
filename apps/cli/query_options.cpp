#include "query_options.h"

#include <dateline/error.h>
#include <fmt/core.h>

#include <array>
#include <charconv>

#include "command.h"

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

Status status_option(const std::string& text) {
  const auto status = status_of(text);
  if (!status)
    throw Error(ErrorCode::usage, "--status is actual, historical, future, hypothetical or negated, not " + text);
  return *status;
}

}  // namespace

void QueryOptions::setup(CLI::App& app, const std::string& what) {
  app.add_option("words", words_, "words of the sentence or title; \"a phrase\", the beginning* of a word");
  const std::string people = "a country PRK, a sector MIL, both \"PRK MIL\", or words of a name; may be repeated";
  app.add_option("--actor", query_.actors, "who acts: " + people)->allow_extra_args(false);
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
  app.add_option("--limit", query_.limit, "at most so many " + what + "; 0: all")->capture_default_str();
}

StoreQuery QueryOptions::query() const {
  StoreQuery out = query_;
  for (const std::string& word : words_) out.text.append(out.text.empty() ? "" : " ").append(word);
  if (!since_.empty()) out.since = day_option("--since", since_);
  if (!until_.empty()) out.until = day_option("--until", until_);
  for (const std::string& status : statuses_) out.statuses.push_back(status_option(status));
  if (!near_.empty()) {
    const auto [latitude, longitude, kilometres] =
        numbers<3>(near_, "--near", "LATITUDE,LONGITUDE,KILOMETRES, as 51.7,36.2,50");
    out.near = GeoCircle{latitude, longitude, kilometres};
  }
  if (box_.empty()) return out;
  const auto [south, west, north, east] = numbers<4>(box_, "--box", "SOUTH,WEST,NORTH,EAST, as 50,35,53,38");
  out.box = GeoBox{south, west, north, east};
  return out;
}

}  // namespace dateline::cli
