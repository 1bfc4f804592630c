// What later expressions take up: pronouns, "the group", "the two countries".
#include <gtest/gtest.h>

#include "resolved_world.h"

namespace dateline {
namespace {

TEST(Coreference, CapitalsCompassAndTheTwoCountries) {
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

TEST(Coreference, ArmedGroupTakenUpAsTheGroup) {
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

TEST(Coreference, MinisterByNameAndPronoun) {
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

TEST(Coreference, WeIsWhoSpeaks) {
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

TEST(Coreference, GunmenRepeated) {
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

TEST(Coreference, TheTwoLeadersAndThePair) {
  auto actors = actors_of(resolved(R"(
Emmanuel Emmanuel NNP 3 nsubj PER
Macron Macron NNP 1 flat +
met meet VBD 0 root
Keir Keir NNP 3 obj PER
Starmer Starmer NNP 4 flat +
. . . 3 punct

The the DT 3 det
two two CD 3 nummod
leaders leader NNS 4 nsubj
praised praise VBD 0 root
their their PRP$ 6 nmod:poss
countries country NNS 4 obj
. . . 4 punct

The the DT 2 det
pair pair NN 3 nsubj
embraced embrace VBD 0 root
. . . 3 punct
)"));
  EXPECT_EQ(actors["The two leaders"], "Emmanuel Macron/FRA/GOV+Keir Starmer/GBR/GOV");
  EXPECT_EQ(actors["The pair"], "Emmanuel Macron/FRA/GOV+Keir Starmer/GBR/GOV");
  EXPECT_EQ(actors["their"], "Emmanuel Macron/FRA/GOV+Keir Starmer/GBR/GOV");
}

TEST(Coreference, SurnameOfALeader) {
  auto actors = actors_of(resolved(R"(
Putin Putin NNP 2 nsubj PER
spoke speak VBD 0 root
to to IN 4 case
reporters reporter NNS 2 obl
. . . 2 punct

The the DT 2 det
president president NN 3 nsubj
thanked thank VBD 0 root
them they PRP 3 obj
. . . 3 punct
)"));
  EXPECT_EQ(actors["Putin"], "Vladimir Putin/RUS/GOV");
  EXPECT_EQ(actors["The president"], "Vladimir Putin/RUS/GOV");
  EXPECT_EQ(actors["them"], "reporters//JRN");
}

TEST(Coreference, ItsTroops) {
  auto actors = actors_of(resolved(R"(
Sudan Sudan NNP 3 nmod:poss LOC
's 's POS 1 case
army army NN 4 nsubj
said say VBD 0 root
its its PRP$ 6 nmod:poss
troops troops NNS 7 nsubj
advanced advanced VBD 4 ccomp
. . . 4 punct
)"));
  EXPECT_EQ(actors["its troops"], "its troops/SDN/MIL");
  EXPECT_EQ(actors["its"], "Sudan's army/SDN/MIL");
}

}  // namespace
}  // namespace dateline
