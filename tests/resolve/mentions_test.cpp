// Who the words mean: small worlds, one for each kind of mention.
#include "resolve/mentions.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <map>

#include "resolve/resolver.h"
#include "small_world.h"

namespace dateline {
namespace {

using namespace std::chrono;
constexpr year_month_day kPublished = year(2025) / 6 / 18;

const Knowledge& tables() {
  static const Knowledge knowledge(std::filesystem::path(DATELINE_SOURCE_DIR) / "knowledge/dateline.tables");
  return knowledge;
}

Report resolved(const char* lines) {
  Report report = world(lines, kPublished);
  Resolver(tables()).resolve(report);
  return report;
}

/// "Seoul" to "South Korea/KOR/GOV"; several actors joined by "+". Of equal texts the last one counts.
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

TEST(Mentions, CapitalsCompassAndTheTwoCountries) {
  auto actors = actors_of(resolved(R"(
Seoul Seoul NNP 2 nsubj LOC
objected object VBD 0 root
after after IN 7 mark
North North NNP 5 compound
Korean Korean JJ 6 amod
engineers engineer NNS 7 nsubj
crossed cross VBD 2 advcl
the the DT 9 det
border border NN 7 obj
. . . 2 punct

The the DT 2 det
South South NNP 3 nsubj
called call VBD 0 root
the the DT 6 det
two two CD 6 nummod
countries country NNS 3 obj
reckless reckless JJ 3 xcomp
. . . 3 punct
)"));
  EXPECT_EQ(actors["Seoul"], "South Korea/KOR/GOV");
  EXPECT_EQ(actors["North Korean engineers"], "North Korean engineers/PRK/CVL");
  EXPECT_EQ(actors["The South"], "South Korea/KOR/");
  EXPECT_EQ(actors["the two countries"], "South Korea/KOR/+North Korea/PRK/");
}

TEST(Mentions, CoordinatedNationalitiesAreTwoActors) {
  auto actors = actors_of(resolved(R"(
Russian Russian JJ 4 amod
and and CC 3 cc
Ukrainian Ukrainian JJ 1 conj
soldiers soldier NNS 5 nsubj
met meet VBD 0 root
. . . 5 punct

They they PRP 2 nsubj
exchanged exchange VBD 0 root
prisoners prisoner NNS 2 obj
. . . 2 punct
)"));
  EXPECT_EQ(actors["Russian and Ukrainian soldiers"], "Russian soldiers/RUS/MIL+Ukrainian soldiers/UKR/MIL");
  EXPECT_EQ(actors["They"], "Russian soldiers/RUS/MIL+Ukrainian soldiers/UKR/MIL");
}

TEST(Mentions, ArmedGroupTakenUpAsTheGroup) {
  auto actors = actors_of(resolved(R"(
Sudan Sudan NNP 5 nmod:poss LOC
's 's POS 1 case
Rapid rapid JJ 4 amod
Support support NNP 5 compound
Forces force NNS 6 nsubj
denied deny VBD 0 root
the the DT 8 det
report report NN 6 obj
. . . 6 punct

The the DT 2 det
group group NN 3 nsubj
accused accuse VBD 0 root
the the DT 5 det
army army NN 7 iobj
of of IN 7 mark
lying lie VBG 3 advcl
. . . 3 punct
)"));
  EXPECT_EQ(actors["Rapid Support Forces"], "Rapid Support Forces/SDN/REB");
  EXPECT_EQ(actors["The group"], "Rapid Support Forces/SDN/REB");
  EXPECT_EQ(actors["the army"], "army/SDN/MIL");
}

TEST(Mentions, MinisterByNameAndPronoun) {
  auto actors = actors_of(resolved(R"(
Polish Polish JJ 3 amod
Foreign foreign JJ 3 amod
Minister Minister NNP 4 nmod:desc
Radosław Radosław NNP 6 nsubj PER
Sikorski Sikorski NNP 4 flat +
visited visit VBD 0 root
Kyiv Kyiv NNP 6 obj LOC
. . . 6 punct

He he PRP 2 nsubj
promised promise VBD 0 root
aid aid NN 2 obj
, , , 7 punct
which which WDT 7 obj
Ukraine Ukraine NNP 7 nsubj LOC
needs need VBZ 3 acl:relcl
. . . 2 punct
)"));
  EXPECT_EQ(actors["Polish Foreign Minister Radosław Sikorski"], "Radosław Sikorski/POL/GOV");
  EXPECT_EQ(actors["He"], "Radosław Sikorski/POL/GOV");
  EXPECT_EQ(actors["Ukraine"], "Ukraine/UKR/");
}

TEST(Mentions, UnknownPersonByTitle) {
  auto actors = actors_of(resolved(R"(
A a DT 2 det
spokesman spokesman NN 11 nsubj
for for IN 6 case
the the DT 6 det
Kenyan Kenyan JJ 6 amod
army army NN 2 nmod
, , , 8 punct
David David NNP 2 appos PER
Otieno Otieno NNP 8 flat +
, , , 2 punct
blamed blame VBD 0 root
bandits bandit NNS 11 obj
. . . 11 punct

Otieno Otieno NNP 2 nsubj PER
said say VBD 0 root
police police NN 5 nsubj
had have VBD 5 aux
fled flee VBN 2 ccomp
. . . 2 punct
)"));
  EXPECT_EQ(actors["the Kenyan army"], "Kenyan army/KEN/MIL");
  EXPECT_EQ(actors["A spokesman"], "David Otieno/KEN/MIL");
  EXPECT_EQ(actors["David Otieno"], "David Otieno/KEN/MIL");
  EXPECT_EQ(actors["Otieno"], "David Otieno/KEN/MIL");
  EXPECT_EQ(actors["police"], "police/KEN/COP");
  EXPECT_EQ(actors["bandits"], "bandits//CRM");
}

TEST(Mentions, MinistryOfTheParallelSubject) {
  auto actors = actors_of(resolved(R"(
France France NNP 4 nmod:poss LOC
's 's POS 1 case
presidential presidential JJ 4 amod
office office NN 5 nsubj
welcomed welcome VBD 0 root
the the DT 7 det
plan plan NN 5 obj
, , , 13 punct
while while IN 13 mark
the the DT 12 det
foreign foreign JJ 12 amod
ministry ministry NN 13 nsubj
urged urge VBD 5 advcl
caution caution NN 13 obj
. . . 5 punct
)"));
  EXPECT_EQ(actors["France's presidential office"], "France's presidential office/FRA/GOV");
  EXPECT_EQ(actors["the foreign ministry"], "foreign ministry/FRA/GOV");
}

TEST(Mentions, HolderOfAnOfficeOnTheDay) {
  auto actors = actors_of(resolved(R"(
The the DT 4 det
German German JJ 4 amod
defence defence NN 4 compound
minister minister NN 5 nsubj
arrived arrive VBD 0 root
in in IN 7 case
Vilnius Vilnius NNP 5 obl LOC
. . . 5 punct

The the DT 2 det
minister minister NN 3 nsubj
thanked thanke VBP 0 root
Lithuania Lithuania NNP 3 iobj LOC
. . . 3 punct
)"));
  EXPECT_EQ(actors["The German defence minister"], "Boris Pistorius/DEU/GOV");
  EXPECT_EQ(actors["The minister"], "Boris Pistorius/DEU/GOV");
}

TEST(Mentions, CourtOfTheScene) {
  auto actors = actors_of(resolved(R"(
Former former JJ 3 amod
prime prime JJ 3 amod
minister minister NN 7 nsubj:pass
Imran Imran NNP 3 appos PER
Khan Khan NNP 4 flat +
was be VBD 7 aux:pass
sentenced sentence VBN 0 root
by by IN 10 case
a a DT 10 det
court court NN 7 obl:agent
in in IN 12 case
Pakistan Pakistan NNP 7 obl LOC
. . . 7 punct
)"));
  EXPECT_EQ(actors["a court"], "a court/PAK/JUD");
}

TEST(Mentions, TroopsBelongToTheirSender) {
  auto actors = actors_of(resolved(R"(
Poland Poland NNP 2 nsubj LOC
deployed deploy VBD 0 root
500 500 CD 4 nummod
troops troops NNS 2 obj
to to IN 7 case
the the DT 7 det
border border NN 2 obl
with with IN 9 case
Belarus Belarus NNP 2 obl LOC
. . . 2 punct
)"));
  EXPECT_EQ(actors["500 troops"], "500 troops/POL/MIL");
}

TEST(Mentions, WeIsWhoSpeaks) {
  auto actors = actors_of(resolved(R"(
" " `` 4 punct
We we PRP 4 nsubj
will will MD 4 aux
resist resist VB 11 ccomp
, , , 4 punct
" " '' 4 punct
the the DT 8 det
mayor mayor NN 11 nsubj
of of IN 10 case
Kherson Kherson NNP 8 nmod LOC
said say VBD 0 root
. . . 11 punct
)"));
  EXPECT_EQ(actors["We"], "mayor/UKR/GOV");
  EXPECT_EQ(actors["the mayor"], "mayor/UKR/GOV");
}

TEST(Mentions, SeatOfGovernment) {
  auto actors = actors_of(resolved(R"(
The the DT 2 det
Kremlin Kremlin NNP 3 nsubj ORG
rejected reject VBD 0 root
the the DT 5 det
demand demand NN 3 obj
by by IN 9 case
the the DT 9 det
Islamic Islamic NNP 9 amod ORG
Movement Movement NNP 5 nmod +
of of IN 11 case
Nigeria Nigeria NNP 9 nmod LOC
. . . 3 punct
)"));
  EXPECT_EQ(actors["The Kremlin"], "Kremlin/RUS/GOV");
}

TEST(Mentions, GunmenRepeated) {
  auto actors = actors_of(resolved(R"(
Masked masked JJ 2 amod
gunmen gunman NNS 3 nsubj
killed kill VBD 0 root
three three CD 5 nummod
farmers farmer NNS 3 obj
in in IN 7 case
Haiti Haiti NNP 3 obl LOC
. . . 3 punct

The the DT 2 det
gunmen gunman NNS 3 nsubj
fled flee VBD 0 root
. . . 3 punct
)"));
  EXPECT_EQ(actors["Masked gunmen"], "Masked gunmen/HTI/UAF");
  EXPECT_EQ(actors["The gunmen"], "Masked gunmen/HTI/UAF");
  EXPECT_EQ(actors["three farmers"], "three farmers/HTI/AGR");
}

TEST(Mentions, LeadersOfManyLandsHaveNoCountry) {
  auto actors = actors_of(resolved(R"(
European European JJ 2 amod
leaders leader NNS 3 nsubj
met meet VBD 0 root
in in IN 5 case
Paris Paris NNP 3 obl LOC
. . . 3 punct
)"));
  EXPECT_EQ(actors["European leaders"], "European leaders//GOV");
}

/// The mention of that text, the last one of several.
const Mention& mention_of(const Report& report, std::string_view text) {
  const Mention* found = nullptr;
  for (const Mention& mention : report.mentions) {
    if (report.slice(mention.span) == text) found = &mention;
  }
  EXPECT_NE(found, nullptr) << text;
  return found == nullptr ? report.mentions.front() : *found;
}

TEST(Mentions, OneEntityIsOneNumber) {
  const Report report = resolved(R"(
A a DT 2 det
spokesman spokesman NN 11 nsubj
for for IN 6 case
the the DT 6 det
Kenyan Kenyan JJ 6 amod
army army NN 2 nmod
, , , 8 punct
David David NNP 2 appos PER
Otieno Otieno NNP 8 flat +
, , , 2 punct
blamed blame VBD 0 root
bandits bandit NNS 11 obj
. . . 11 punct

Otieno Otieno NNP 2 nsubj PER
said say VBD 0 root
police police NN 5 nsubj
had have VBD 5 aux
fled flee VBN 2 ccomp
. . . 2 punct
)");
  EXPECT_EQ(mention_of(report, "Otieno").entity, mention_of(report, "A spokesman").entity);
  EXPECT_NE(mention_of(report, "Otieno").entity, mention_of(report, "the Kenyan army").entity);
  EXPECT_EQ(mention_of(report, "A spokesman").because.back(), "named in apposition");
}

TEST(Mentions, SpansAndOrder) {
  const Report report = resolved(R"(
France France NNP 4 nmod:poss LOC
's 's POS 1 case
presidential presidential JJ 4 amod
office office NN 5 nsubj
welcomed welcome VBD 0 root
the the DT 7 det
plan plan NN 5 obj
, , , 13 punct
while while IN 13 mark
the the DT 12 det
foreign foreign JJ 12 amod
ministry ministry NN 13 nsubj
urged urge VBD 5 advcl
caution caution NN 13 obj
. . . 5 punct
)");
  ASSERT_FALSE(report.mentions.empty());
  for (std::size_t i = 0; i < report.mentions.size(); ++i) {
    const Mention& mention = report.mentions[i];
    EXPECT_TRUE(mention.tokens.contains(mention.head));
    EXPECT_FALSE(mention.because.empty());
    for (const Actor& actor : mention.actors) EXPECT_EQ(actor.span, mention.span);
    if (i > 0) EXPECT_LE(report.mentions[i - 1].tokens.begin, mention.tokens.begin);
  }
}

TEST(Mentions, NothingInAnEmptyReport) {
  Report report;
  Resolver(tables()).resolve(report);
  EXPECT_TRUE(report.mentions.empty());
}

}  // namespace
}  // namespace dateline
