#include "resolved_world.h"

#include <filesystem>

namespace dateline {
namespace {

using namespace std::chrono;
constexpr year_month_day kPublished = year(2025) / 6 / 18;

const Knowledge& tables() {
  static const Knowledge knowledge(std::filesystem::path(DATELINE_SOURCE_DIR) / "knowledge/dateline.tables");
  return knowledge;
}

}  // namespace

Report resolved(const char* lines) {
  Report report = world(lines, kPublished);
  Resolver(tables()).resolve(report);
  return report;
}

std::map<std::string, std::string> actors_of(const Report& report) {
  std::map<std::string, std::string> actors;
  for (const Mention& mention : report.mentions) {
    std::string& text = actors[std::string(report.slice(mention.span))];
    text.clear();
    for (const Actor& actor : mention.actors)
      text += (text.empty() ? "" : "+") + actor.name + '/' + actor.country + '/' + actor.sector;
  }
  return actors;
}

}  // namespace dateline
