#include "formats/dyads.h"

#include <string_view>

namespace dateline {
namespace {

std::vector<Dyad> each_other(const std::vector<Actor>& actors) {
  std::vector<Dyad> out;
  for (const Actor& source : actors) {
    for (const Actor& target : actors) {
      if (&source != &target) out.push_back({&source, &target});
    }
  }
  return out;
}

std::vector<const Actor*> pointers(const std::vector<Actor>& actors) {
  std::vector<const Actor*> out;
  out.reserve(actors.size());
  for (const Actor& actor : actors) out.push_back(&actor);
  if (out.empty()) out.push_back(nullptr);
  return out;
}

/// FNV-1a, its upper 52 bits.
std::int64_t hash_of(std::string_view text) {
  constexpr int kSurplus = 64 - 52;
  std::uint64_t hash = 0xcbf29ce484222325;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
  return static_cast<std::int64_t>(hash >> kSurplus);
}

}  // namespace

std::vector<Dyad> dyads(const Event& event) {
  if (event.recipients.empty() && event.actors.size() > 1) return each_other(event.actors);
  std::vector<Dyad> out;
  for (const Actor* source : pointers(event.actors)) {
    for (const Actor* target : pointers(event.recipients)) out.push_back({source, target});
  }
  return out;
}

std::int64_t row_number(const std::string& record, std::size_t dyad) {
  return hash_of(record + "#" + std::to_string(dyad));
}

std::int64_t report_number(const Report& report) { return hash_of(report.id + "\n" + report.url); }

std::optional<std::chrono::year_month_day> day_of(const ExportedRecord& record) {
  const auto& date = record.main.event->date;
  return date && date->precision != DatePrecision::unknown ? date->start : record.main.report->published;
}

std::vector<Telling> tellings(const ExportedRecord& record) {
  std::vector<Telling> out = {record.main};
  out.insert(out.end(), record.others.begin(), record.others.end());
  return out;
}

std::uint32_t sentence_number(const Telling& telling) { return telling.event->sentence + 1; }

}  // namespace dateline
