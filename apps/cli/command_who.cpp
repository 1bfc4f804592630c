// `dateline who`: what the knowledge tables know of a name on a day.
#include <dateline/reading.h>
#include <dateline/who.h>
#include <fmt/core.h>
#include <unistd.h>

#include <map>

#include "command.h"
#include "json_line.h"

namespace dateline::cli {
namespace {

using Day = std::chrono::year_month_day;

enum class Format { automatic, table, json };

constexpr int kUnknown = 1;  ///< exit status where the tables do not know the name

Json json_of(const Office& office) {
  Json out;
  put(out, "person", office.person);
  put(out, "position", office.position);
  put(out, "office", office.key);
  put(out, "country", office.country);
  put(out, "sector", office.sector);
  if (office.from) out["from"] = iso(*office.from);
  if (office.to) out["to"] = iso(*office.to);
  out["held"] = office.held;
  return out;
}

Json json_of(const Reading& reading) {
  Json out;
  out["kind"] = name_of(reading.kind);
  out["name"] = reading.name;
  put(out, "detail", reading.detail);
  put(out, "country", reading.country);
  put(out, "country_name", reading.country_name);
  put(out, "region", reading.region);
  put(out, "sector", reading.sector);
  put(out, "id", reading.id);
  if (reading.latitude) out["lat"] = *reading.latitude;
  if (reading.longitude) out["lon"] = *reading.longitude;
  for (const Office& office : reading.offices) out["offices"].push_back(json_of(office));
  return out;
}

std::string span_text(const Office& office) {
  return fmt::format("{:<10} to {:<10}", office.from ? iso(*office.from) : "?", office.to ? iso(*office.to) : "");
}

/// "Russia (RUS)", "Donetsk, Ukraine (UKR)".
std::string land_text(const Reading& reading) {
  std::string out = reading.region.empty() || reading.country_name.empty() ? "" : reading.region + ", ";
  out += reading.country_name.empty() ? reading.country : reading.country_name + " (" + reading.country + ")";
  return out;
}

class Who : public Command {
 public:
  void setup(CLI::App& app) override {
    app.add_option("name", name_, "a person, office (\"Kenyan foreign minister\"), organisation, nationality or place")
        ->required();
    app.add_option("--on", on_, "the day that is asked about: YYYY-MM-DD")->default_str(iso(kTablesWritten));
    app.add_option("--format", format_, "table or json (default: table on a terminal)")
        ->transform(
            CLI::CheckedTransformer(std::map<std::string, Format>{{"table", Format::table}, {"json", Format::json}}))
        ->option_text("FORMAT");
    app.add_option("--knowledge", knowledge_, "knowledge tables (default: knowledge/dateline.tables)");
    app.footer("An asterisk marks offices held on that day. The exit status is 1 if the tables do not know the name.");
  }

  int run() override {
    const Day day = on_.empty() ? kTablesWritten : asked();
    const auto readings = readings_of(name_, day, knowledge_);
    if (format_ == Format::automatic) format_ = ::isatty(STDOUT_FILENO) != 0 ? Format::table : Format::json;
    if (format_ == Format::json)
      print_json(readings, day);
    else
      print_table(readings);
    if (!readings.empty()) return 0;
    fmt::print(stderr, "dateline: the knowledge tables know no \"{}\"\n", name_);
    return kUnknown;
  }

 private:
  Day asked() const {
    const auto day = parse_date(on_);
    if (!day) throw Error(ErrorCode::bad_date, "--on " + on_ + " is no date");
    return *day;
  }

  void print_json(const std::vector<Reading>& readings, Day day) const {
    Json out;
    out["name"] = name_;
    out["on"] = iso(day);
    out["readings"] = Json::array();
    for (const Reading& reading : readings) out["readings"].push_back(json_of(reading));
    fmt::print("{}", json_line(out));
  }

  static void print_table(const std::vector<Reading>& readings) {
    if (readings.size() > 1) fmt::print("{} readings\n", readings.size());
    for (const Reading& reading : readings) {
      const std::string what = reading.detail.empty() ? "" : ", " + reading.detail;
      fmt::print("{:<13} {}\n", name_of(reading.kind), reading.name + what);
      print_line("country", land_text(reading));
      print_line("sector", reading.sector);
      print_line("id", reading.id);
      if (reading.latitude && reading.longitude)
        print_line("at", fmt::format("{:.4f}, {:.4f}", *reading.latitude, *reading.longitude));
      for (const Office& office : reading.offices) print_office(reading, office);
    }
  }

  static void print_line(const char* label, const std::string& value) {
    if (!value.empty()) fmt::print("    {:<9} {}\n", label, value);
  }

  static void print_office(const Reading& reading, const Office& office) {
    const bool person = reading.kind == ReadingKind::person;
    fmt::print("  {} {}  {} {}\n", office.held ? "*" : " ", span_text(office), person ? office.position : office.person,
               office.country.empty() ? "" : "(" + office.country + ")");
  }

  std::string name_, on_;
  std::filesystem::path knowledge_;
  Format format_ = Format::automatic;
};

}  // namespace

std::unique_ptr<Command> make_who() { return std::make_unique<Who>(); }

}  // namespace dateline::cli
