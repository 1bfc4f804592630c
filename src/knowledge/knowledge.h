// What Dateline knows of the world before it reads: countries, demonyms, seats
// of government, places, people in office, organisations, role nouns. Tables
// are compiled by knowledge/compile.py from openly licensed facts (NOTICE) into
// one file (docs/formats/knowledge.md), mapped into memory at start.
//
// All look-ups take any spelling, fold it (text/fold.h) and cost a hash look-up.
// Views point into the mapped file and live as long as the Knowledge.
#pragma once

#include <dateline/event.h>

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string_view>
#include <vector>

namespace dateline {

struct Country {
  std::string_view code;     ///< ISO 3166-1 alpha-3 (Kosovo: XKX)
  std::string_view name;     ///< short English name: "North Korea"
  std::string_view capital;  ///< its name, or empty
  double latitude = 0;       ///< a point inside
  double longitude = 0;
  std::string_view id;  ///< Wikidata id, or empty
};

/// A gazetteer row.
struct PlaceRow {
  std::string_view name;
  std::string_view country;  ///< ISO alpha-3
  std::string_view admin1;   ///< name of the first-level region, or empty (regions name themselves in `name`)
  double latitude = 0;
  double longitude = 0;
  std::uint32_t population = 0;
  PlacePrecision precision = PlacePrecision::city;
  std::string_view id;   ///< "geonames:1234", "wof:…", or empty
  bool capital = false;  ///< of its country
};

/// Somebody's time in an office. Dates inclusive; unknown ends are the calendar's ends.
struct Tenure {
  std::string_view person;    ///< usual English name: "Sergei Shoigu"
  std::string_view position;  ///< "Minister of Defence", country left out
  std::string_view office;    ///< key of the kind of office: "defence minister", see docs/formats/knowledge.md
  std::string_view country;   ///< ISO alpha-3, empty for international bodies
  std::string_view sector;    ///< PLOVER sector
  std::chrono::year_month_day start{};
  std::chrono::year_month_day end{};
  std::string_view id;  ///< Wikidata id of the person, or empty
};

/// Kinds of organisations.
enum class OrganisationKind : std::uint8_t {
  government,     ///< seats and ministries by their own names: "Kremlin", "Pentagon", "State Department"
  international,  ///< "United Nations", "NATO"
  armed_group,    ///< rebels, militias: "Hamas", "M23"
  military,       ///< named forces: "Israel Defense Forces"
  party,
  media,  ///< agencies and outlets: "RIA Novosti"
  company,
  civil,  ///< NGOs, unions, churches: "Amnesty International"
};

struct Organisation {
  std::string_view name;
  std::string_view country;  ///< ISO alpha-3, or empty if international
  std::string_view sector;   ///< PLOVER sector
  OrganisationKind kind = OrganisationKind::civil;
  std::string_view id;

  /// Its sector, or IGO if it is a body of many states of which the tables tell none.
  std::string_view role() const {
    return kind == OrganisationKind::international && sector.empty() ? std::string_view("IGO") : sector;
  }
};

/// A noun for a role: "soldier" MIL, "gunman" UAF, "protester" CVL, "minister" GOV.
struct Role {
  std::string_view noun;
  std::string_view sector;
};

class Knowledge {
 public:
  /// Throws Error(bad_knowledge) on a missing, damaged or other-version file.
  explicit Knowledge(const std::filesystem::path& path);
  ~Knowledge();
  Knowledge(Knowledge&&) noexcept;

  /// Countries and territories of that name ("Russia", "the US", "DPRK"); several where ambiguous ("Korea", "Congo").
  std::vector<Country> countries(std::string_view name) const;
  /// Countries that a nationality word means ("Russian", "Briton"); several where ambiguous ("Korean").
  std::vector<Country> nationalities(std::string_view word) const;
  /// The country of an ISO alpha-3 code. Code must be known (see `has_country`).
  Country country(std::string_view code) const;
  bool has_country(std::string_view code) const;
  /// Countries that share a land border with `code`.
  std::vector<std::string_view> neighbours(std::string_view code) const;

  /// Gazetteer rows of that name, most important first (population, capital, precision).
  std::vector<PlaceRow> places(std::string_view name) const;
  /// True for words that look like toponyms and seldom are ("Reading", "Most", "Nice").
  bool is_unlikely_place(std::string_view name) const;

  /// Tenures of people of that name (full name or surname alone), of all times, most prominent first.
  std::vector<Tenure> people(std::string_view name) const;
  /// Who held an office of that key ("defence minister") in `country` on that day; empty if unknown.
  std::vector<Tenure> holders(std::string_view office, std::string_view country, std::chrono::year_month_day on) const;
  /// The office key of a phrase ("foreign minister", "Secretary of State", "premier"), or empty.
  std::string_view office(std::string_view phrase) const;

  /// Organisations of that name or abbreviation.
  std::vector<Organisation> organisations(std::string_view name) const;
  /// The sector of a role noun (lemma; also two words: "police officer"), or an empty row.
  Role role(std::string_view noun) const;

  /// Version and row counts, for cards and `who`.
  std::string_view about() const;

 private:
  class Tables;
  std::unique_ptr<Tables> tables_;
};

}  // namespace dateline
