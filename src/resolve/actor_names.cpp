#include "resolve/actor_names.h"

#include <algorithm>
#include <array>

#include "text/fold.h"

namespace dateline {
namespace {

using std::chrono::year_month_day;

/// Of a report without a date: the tables' own time.
constexpr year_month_day kNow{std::chrono::year{2025}, std::chrono::June, std::chrono::day{1}};

/// Offices that many hold at a time: the phrase alone names nobody.
constexpr std::array<std::string_view, 27> kShared = {"spokesperson",
                                                      "foreign ministry spokesperson",
                                                      "military spokesperson",
                                                      "deputy foreign minister",
                                                      "deputy defence minister",
                                                      "deputy head of government",
                                                      "state secretary",
                                                      "cabinet minister",
                                                      "lawmaker",
                                                      "judge",
                                                      "prosecutor",
                                                      "ambassador",
                                                      "un ambassador",
                                                      "envoy",
                                                      "presidential adviser",
                                                      "governor",
                                                      "mayor",
                                                      "group leader",
                                                      "religious leader",
                                                      "former leader",
                                                      "party leader",
                                                      "opposition leader",
                                                      "commissioner",
                                                      "director-general",
                                                      "secretary-general",
                                                      "military commander",
                                                      "council president"};

/// Heads of state and government need no introduction: "Putin said".
bool is_leader(const Tenure& tenure) {
  constexpr std::array<std::string_view, 4> kLeaders = {"president", "head of government", "supreme leader", "monarch"};
  return std::find(kLeaders.begin(), kLeaders.end(), tenure.office) != kLeaders.end();
}

/// Names that the organs of many countries have: those of a country that the report does not speak of are not meant.
bool is_common_organ(const std::string& name) {
  constexpr std::array<std::string_view, 5> kOrgans = {"congress", "senate", "house of representatives",
                                                       "supreme court", "parliament"};
  return std::find(kOrgans.begin(), kOrgans.end(), fold(name)) != kOrgans.end();
}

bool contains(const std::vector<std::string_view>& codes, std::string_view code) {
  return std::find(codes.begin(), codes.end(), code) != codes.end();
}

}  // namespace

ActorNames::ActorNames(const Report& report, const Knowledge& knowledge, const CountryWords& countries)
    : knowledge_(knowledge), countries_(countries), day_(report.published.value_or(kNow)) {}

Actor ActorNames::country(std::string_view code) const {
  const Country row = knowledge_.country(code);
  Actor actor;
  actor.name = row.name;
  actor.country = row.code;
  actor.id = row.id;
  return actor;
}

Actor ActorNames::government(std::string_view code) const {
  Actor actor = country(code);
  actor.sector = "GOV";
  return actor;
}

std::optional<Organisation> ActorNames::organisation(const std::string& name,
                                                     const std::vector<std::string_view>& codes) const {
  const auto rows = knowledge_.organisations(name);
  for (const Organisation& row : rows) {
    if (contains(codes, row.country)) return row;
  }
  for (const std::string_view code : codes) {
    for (const std::string& variant : {name + " of " + std::string(knowledge_.country(code).name),
                                       std::string(knowledge_.country(code).name) + ' ' + name}) {
      const auto own = knowledge_.organisations(variant);
      if (!own.empty()) return own.front();
    }
  }
  const bool own_country = !codes.empty();
  const bool long_name = std::count(name.begin(), name.end(), ' ') > 2;  // "Syrian Observatory for Human Rights"
  for (const Organisation& row : rows) {
    if (long_name && row.country.empty()) return row;
    if (own_country && row.kind != OrganisationKind::armed_group && row.kind != OrganisationKind::media &&
        row.kind != OrganisationKind::company)
      continue;
    if (row.country.empty() || countries_.weight(row.country) > 0) return row;
  }
  if (rows.empty() || own_country) return std::nullopt;
  if (is_common_organ(name) && !countries_.main().empty()) return std::nullopt;
  return rows.front().kind == OrganisationKind::party ? std::nullopt : std::optional(rows.front());
}

std::optional<Tenure> ActorNames::person(const std::string& name, std::string_view code) const {
  const auto rows = knowledge_.people(name);
  const bool surname_only = name.find(' ') == std::string::npos;
  // By the whole name, if all who bear it are of one country, also who left office and whose country the report does
  // not name: "Mick Mulvaney, former chief of staff".
  const bool one_country = !surname_only && std::all_of(rows.begin(), rows.end(), [&](const Tenure& row) {
    return row.country == rows.front().country;
  });
  const Tenure* former = nullptr;
  for (const Tenure& row : rows) {
    const bool international = row.country.empty() && !surname_only;  // "the UN's envoy to Yemen": the land of the work
    if (!code.empty() && row.country != code && !international) continue;
    const bool expected = row.country.empty() || !code.empty() || countries_.weight(row.country) > 0 ||
                          (surname_only ? is_leader(row) && in_office(row) : is_leader(row));
    if (surname_only && !expected) continue;
    if (in_office(row)) return row;
    if (!(expected || one_country) || row.start > day_) continue;
    if (former == nullptr || row.end > former->end) former = &row;
  }
  return former == nullptr || surname_only ? std::nullopt : std::optional(*former);
}

std::optional<Tenure> ActorNames::holder(std::string_view office, std::string_view code) const {
  if (std::find(kShared.begin(), kShared.end(), office) != kShared.end()) return std::nullopt;
  const auto rows = knowledge_.holders(office, code, day_);
  return rows.empty() ? std::nullopt : std::optional(rows.front());
}

Actor ActorNames::actor(const Tenure& tenure) const {
  Actor actor;
  actor.name = tenure.person;
  actor.country = tenure.country;
  const std::string_view sector = tenure.country.empty() && tenure.sector == "GOV" ? "IGO" : tenure.sector;
  actor.sector = in_office(tenure) ? sector : "ELI";
  actor.id = tenure.id;
  return actor;
}

std::string_view ActorNames::sector(std::string_view phrase) const {
  for (std::string_view rest = phrase; !rest.empty();) {
    if (const Role role = knowledge_.role(rest); !role.sector.empty()) return role.sector;
    if (rest.ends_with('s')) {
      if (const Role role = knowledge_.role(rest.substr(0, rest.size() - 1)); !role.sector.empty()) return role.sector;
    }
    const auto blank = rest.find(' ');
    if (blank == std::string_view::npos) return {};
    rest.remove_prefix(blank + 1);
  }
  return {};
}

std::string_view ActorNames::sector_of_name(const std::string& name) const {
  const std::string folded = fold(name);
  for (const std::string_view preposition : {" of ", " for ", " in ", " on "}) {  // "Department of Migrant Workers"
    const auto at = folded.find(preposition);
    if (at == std::string::npos) continue;
    if (const std::string_view told = sector(std::string_view(folded).substr(0, at)); !told.empty()) return told;
  }
  return sector(folded);
}

bool is_state_sector(std::string_view sector) {
  constexpr std::array<std::string_view, 6> kState = {"GOV", "MIL", "COP", "JUD", "LEG", "SPY"};
  return std::find(kState.begin(), kState.end(), sector) != kState.end();
}

}  // namespace dateline
