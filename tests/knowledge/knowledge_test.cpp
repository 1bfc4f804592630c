// Look-ups in the committed tables: a table of names and what they must give.
#include "knowledge/knowledge.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <memory>
#include <string>

namespace dateline {
namespace {

using std::chrono::year;
using std::chrono::year_month_day;

const Knowledge& knowledge() {
  static const Knowledge tables(std::string(DATELINE_SOURCE_DIR) + "/knowledge/dateline.tables");
  return tables;
}

constexpr year_month_day kDay = year{2025} / 6 / 18;

std::string codes(const std::vector<Country>& countries) {
  std::string joined;
  for (const Country& country : countries) joined += (joined.empty() ? "" : " ") + std::string(country.code);
  return joined;
}

struct NameCase {
  const char* name;
  const char* codes;
};

TEST(Countries, ByName) {
  for (const auto& [name, wanted] : {NameCase{"Russia", "RUS"},
                                     {"the US", "USA"},
                                     {"U.S.", "USA"},
                                     {"America", "USA"},
                                     {"UK", "GBR"},
                                     {"Britain", "GBR"},
                                     {"DPRK", "PRK"},
                                     {"ROK", "KOR"},
                                     {"Korea", "KOR PRK"},
                                     {"Congo", "COD COG"},
                                     {"Côte d’Ivoire", "CIV"},
                                     {"Kosovo", "XKX"},
                                     {"TÜRKIYE", "TUR"},
                                     {"the Netherlands", "NLD"},
                                     {"Narnia", ""}}) {
    EXPECT_EQ(codes(knowledge().countries(name)), wanted) << name;
  }
}

TEST(Countries, ByNationality) {
  for (const auto& [word, wanted] : {NameCase{"Russian", "RUS"},
                                     {"Briton", "GBR"},
                                     {"Spaniards", "ESP"},
                                     {"Danes", "DNK"},
                                     {"Korean", "KOR PRK"},
                                     {"North Koreans", "PRK"},
                                     {"Palestinians", "PSE"},
                                     {"Sudanese", "SDN"},
                                     {"South Sudanese", "SSD"},
                                     {"Abkhaz", "GEO"},
                                     {"Nigerien", "NER"},
                                     {"Azeri", "AZE"},
                                     {"Congolese", "COD COG"},
                                     {"Kurd", ""}}) {
    EXPECT_EQ(codes(knowledge().nationalities(word)), wanted) << word;
  }
}

TEST(Countries, HaveFields) {
  const Country russia = knowledge().country("RUS");
  EXPECT_EQ(russia.name, "Russia");
  EXPECT_EQ(russia.capital, "Moscow");
  EXPECT_EQ(russia.id, "Q159");
  EXPECT_TRUE(knowledge().has_country("XKX"));
  EXPECT_FALSE(knowledge().has_country("ZZZ"));
  EXPECT_FALSE(knowledge().has_country(""));
}

TEST(Countries, HaveNeighbours) {
  const auto neighbours = knowledge().neighbours("PRK");
  EXPECT_TRUE(std::ranges::count(neighbours, "KOR") == 1 && std::ranges::count(neighbours, "CHN") == 1);
  EXPECT_TRUE(knowledge().neighbours("AUS").empty());
}

TEST(Countries, PointsAreCentresOnTheSphere) {  // in plain degrees China's would lie 0.9 degrees further north
  const Country china = knowledge().country("CHN");
  EXPECT_NEAR(china.latitude, 35.6, 0.4);
  EXPECT_NEAR(china.longitude, 103.5, 0.5);
}

struct PlaceCase {
  const char* name;
  const char* country;
  PlacePrecision precision;
  double latitude, longitude;
};

TEST(Places, MostImportantFirst) {
  for (const PlaceCase& wanted : {PlaceCase{"Kyiv", "UKR", PlacePrecision::city, 50.45, 30.52},
                                  {"Kiev", "UKR", PlacePrecision::city, 50.45, 30.52},
                                  {"Kharkiv", "UKR", PlacePrecision::city, 49.98, 36.25},
                                  {"Kharkiv region", "UKR", PlacePrecision::admin1, 49.5, 36.4},
                                  {"Donetsk Oblast", "UKR", PlacePrecision::admin1, 48.0, 37.7},
                                  {"Kursk", "RUS", PlacePrecision::city, 51.73, 36.19},
                                  {"Gaza", "PSE", PlacePrecision::city, 31.5, 34.47},
                                  {"Gaza Strip", "PSE", PlacePrecision::admin1, 31.4, 34.35},
                                  {"Rafah", "PSE", PlacePrecision::city, 31.3, 34.25},
                                  {"Paris", "FRA", PlacePrecision::city, 48.85, 2.35},
                                  {"Washington", "USA", PlacePrecision::city, 38.9, -77.04},
                                  {"Pyongyang", "PRK", PlacePrecision::city, 39.03, 125.75},
                                  {"Sanaa", "YEM", PlacePrecision::city, 15.35, 44.2},
                                  {"Crimea", "UKR", PlacePrecision::admin1, 45.3, 34.4},
                                  {"Red Sea", "", PlacePrecision::place, 20, 38.5}}) {
    const auto rows = knowledge().places(wanted.name);
    ASSERT_FALSE(rows.empty()) << wanted.name;
    EXPECT_EQ(rows[0].country, wanted.country) << wanted.name;
    EXPECT_EQ(name_of(rows[0].precision), name_of(wanted.precision)) << wanted.name;
    EXPECT_NEAR(rows[0].latitude, wanted.latitude, 1.2) << wanted.name;
    EXPECT_NEAR(rows[0].longitude, wanted.longitude, 1.2) << wanted.name;
  }
}

TEST(Places, TellCapitalsAndSources) {
  const PlaceRow moscow = knowledge().places("Moscow").at(0);
  EXPECT_TRUE(moscow.capital);
  EXPECT_EQ(moscow.id, "geonames:524901");
  EXPECT_FALSE(knowledge().places("Saint Petersburg").at(0).capital);
}

TEST(Places, UnlikelyOnes) {
  for (const char* word : {"Reading", "Most", "Nice", "soldier"})
    EXPECT_TRUE(knowledge().is_unlikely_place(word)) << word;
  for (const char* word : {"Moscow", "Kobe", "Kyiv"}) EXPECT_FALSE(knowledge().is_unlikely_place(word)) << word;
}

TEST(People, ByAnySpelling) {
  for (const auto& [name, wanted] : {NameCase{"Sergei Shoigu", "Sergei Shoigu"},
                                     {"Sergey Shoygu", "Sergei Shoigu"},
                                     {"Shoigu", "Sergei Shoigu"},
                                     {"Shoygu", "Sergei Shoigu"},
                                     {"Kim", "Kim Jong-un"},
                                     {"Kim Jong Un", "Kim Jong-un"},
                                     {"Xi", "Xi Jinping"},
                                     {"Putin", "Vladimir Putin"},
                                     {"Zelensky", "Volodymyr Zelenskyy"},
                                     {"Trump", "Donald Trump"},
                                     {"Netanyahu", "Benjamin Netanyahu"},
                                     {"von der Leyen", "Ursula von der Leyen"},
                                     {"Lula", "Luiz Inácio Lula da Silva"},
                                     {"Erdogan", "Recep Tayyip Erdoğan"},
                                     {"Hemedti", "Mohamed Hamdan Dagalo"},
                                     {"Guterres", "António Guterres"},
                                     {"J.D. Vance", "JD Vance"},
                                     {"Modi", "Narendra Modi"},
                                     {"Lavrov", "Sergei Lavrov"}}) {
    const auto tenures = knowledge().people(name);
    ASSERT_FALSE(tenures.empty()) << name;
    EXPECT_EQ(tenures[0].person, wanted) << name;
  }
}

TEST(People, HaveDatedOffices) {
  const auto tenures = knowledge().people("Shoigu");
  const auto minister = std::ranges::find(tenures, "defence minister", &Tenure::office);
  ASSERT_NE(minister, tenures.end());
  EXPECT_EQ(minister->start, year{2012} / 11 / 6);
  EXPECT_EQ(minister->end, year{2024} / 5 / 12);
  EXPECT_EQ(tenures[0].office, "security council secretary");
  EXPECT_EQ(tenures[0].country, "RUS");
  EXPECT_EQ(tenures[0].sector, "GOV");
  EXPECT_EQ(tenures[0].end.year(), year::max());
}

struct HolderCase {
  const char* office;
  const char* country;
  year_month_day on;
  const char* person;
};

TEST(People, HoldersOnADay) {
  for (const HolderCase& wanted : {HolderCase{"defence minister", "RUS", kDay, "Andrei Belousov"},
                                   {"defence minister", "RUS", year{2023} / 1 / 1, "Sergei Shoigu"},
                                   {"security council secretary", "RUS", kDay, "Sergei Shoigu"},
                                   {"president", "KOR", kDay, "Lee Jae-myung"},
                                   {"leader", "PRK", kDay, "Kim Jong-un"},
                                   {"leader", "GBR", kDay, "Keir Starmer"},
                                   {"leader", "CHN", kDay, "Xi Jinping"},
                                   {"foreign minister", "USA", kDay, "Marco Rubio"},
                                   {"foreign minister", "GBR", kDay, "David Lammy"},
                                   {"head of government", "DEU", kDay, "Friedrich Merz"},
                                   {"un secretary-general", "", kDay, "António Guterres"},
                                   {"nato secretary-general", "", kDay, "Mark Rutte"}}) {
    const auto holders = knowledge().holders(wanted.office, wanted.country, wanted.on);
    ASSERT_FALSE(holders.empty()) << wanted.office << wanted.country;
    EXPECT_EQ(holders[0].person, wanted.person);
  }
  EXPECT_TRUE(knowledge().holders("dog catcher", "USA", kDay).empty());
  EXPECT_TRUE(knowledge().holders("president", "ZZZ", kDay).empty());
}

TEST(People, OfficeOfAPhrase) {
  for (const auto& [phrase, key] : {NameCase{"Minister of Foreign Affairs", "foreign minister"},
                                    {"Secretary of State", "foreign minister"},
                                    {"foreign secretary", "foreign minister"},
                                    {"premier", "head of government"},
                                    {"Taoiseach", "head of government"},
                                    {"chancellor", "head of government"},
                                    {"defense minister", "defence minister"},
                                    {"Secretary of the Security Council", "security council secretary"},
                                    {"dog catcher", ""}}) {
    EXPECT_EQ(knowledge().office(phrase), key) << phrase;
  }
}

struct OrganisationCase {
  const char* name;
  const char* country;
  const char* sector;
  OrganisationKind kind;
};

TEST(Organisations, ByNameOrAbbreviation) {
  for (const OrganisationCase& wanted : {OrganisationCase{"Kremlin", "RUS", "GOV", OrganisationKind::government},
                                         {"the White House", "USA", "GOV", OrganisationKind::government},
                                         {"Pentagon", "USA", "MIL", OrganisationKind::government},
                                         {"UN", "", "", OrganisationKind::international},
                                         {"U.N. Security Council", "", "", OrganisationKind::international},
                                         {"ICC", "", "", OrganisationKind::international},
                                         {"Hamas", "PSE", "REB", OrganisationKind::armed_group},
                                         {"Hizbollah", "LBN", "REB", OrganisationKind::armed_group},
                                         {"M23", "COD", "REB", OrganisationKind::armed_group},
                                         {"al-Shabab", "SOM", "REB", OrganisationKind::armed_group},
                                         {"IDF", "ISR", "MIL", OrganisationKind::military},
                                         {"FSB", "RUS", "SPY", OrganisationKind::military},
                                         {"RIA Novosti", "RUS", "JRN", OrganisationKind::media},
                                         {"Yonhap", "KOR", "JRN", OrganisationKind::media},
                                         {"Amnesty International", "", "INT", OrganisationKind::civil},
                                         {"Gazprom", "RUS", "BUS", OrganisationKind::company},
                                         {"Likud", "ISR", "PTY", OrganisationKind::party}}) {
    const auto rows = knowledge().organisations(wanted.name);
    ASSERT_FALSE(rows.empty()) << wanted.name;
    EXPECT_EQ(rows[0].country, wanted.country) << wanted.name;
    EXPECT_EQ(rows[0].sector, wanted.sector) << wanted.name;
    EXPECT_EQ(rows[0].kind, wanted.kind) << wanted.name;
  }
}

/// What a command prints, without the end of line; empty if it cannot run.
std::string output_of(const std::string& command) {
  const std::unique_ptr<FILE, int (*)(FILE*)> pipe(::popen(command.c_str(), "r"), ::pclose);
  char line[256] = "";
  if (!pipe || std::fgets(line, sizeof line, pipe.get()) == nullptr) return {};
  return std::string(line, std::strcspn(line, "\n"));
}

TEST(Tables, AreCompiledFromTheTablesBesideThem) {
  const std::string hash = output_of("python3 '" DATELINE_SOURCE_DIR "/knowledge/compile.py' --hash 2>/dev/null");
  if (hash.empty()) GTEST_SKIP() << "no python3";
  EXPECT_NE(knowledge().about().find(hash), std::string_view::npos)
      << "run python3 knowledge/compile.py --shared ../shared; the file says: " << knowledge().about();
}

TEST(Roles, HaveSectors) {
  for (const auto& [noun, sector] : {NameCase{"soldier", "MIL"},
                                     {"gunman", "UAF"},
                                     {"militant", "REB"},
                                     {"protester", "CVL"},
                                     {"minister", "GOV"},
                                     {"police officer", "COP"},
                                     {"judge", "JUD"},
                                     {"lawmaker", "LEG"},
                                     {"construction worker", "LAB"},
                                     {"sapper", "MIL"},
                                     {"journalist", "JRN"},
                                     {"doctor", "MED"},
                                     {"refugee", "REF"},
                                     {"ex-president", "ELI"},
                                     {"table", ""}}) {
    EXPECT_EQ(knowledge().role(noun).sector, sector) << noun;
  }
}

}  // namespace
}  // namespace dateline
