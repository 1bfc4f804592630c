// Who the words mean: small worlds, one for each kind of mention.
#include <gtest/gtest.h>

#include "resolved_world.h"

namespace dateline {
namespace {

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

TEST(Mentions, PlacesAndWeatherDoNotAct) {
  auto actors = actors_of(resolved(R"(
Diplomats diplomat NNS 2 nsubj
met meet VBD 0 root
in in IN 4 case
Pyongyang Pyongyang NNP 2 obl LOC
. . . 2 punct

It it PRP 3 nsubj
was be VBD 3 aux
raining rain VBG 0 root
. . . 3 punct
)"));
  EXPECT_EQ(actors["Pyongyang"], "");
  EXPECT_EQ(actors["It"], "");
  EXPECT_EQ(actors["Diplomats"], "Diplomats//GOV");
}

TEST(Mentions, FormerOfficial) {
  auto actors = actors_of(resolved(R"(
Former former JJ 4 amod
Fijian Fijian JJ 4 amod
prime prime JJ 4 amod
minister minister NN 5 nmod:desc
Frank Frank NNP 7 nsubj PER
Bainimarama Bainimarama NNP 5 flat +
resigned resign VBD 0 root
. . . 7 punct
)"));
  EXPECT_EQ(actors["Former Fijian prime minister Frank Bainimarama"], "Frank Bainimarama/FJI/ELI");
}

TEST(Mentions, ConjunctsShareTheirNationality) {
  auto actors = actors_of(resolved(R"(
North North NNP 2 compound
Korean Korean JJ 3 amod
workers worker NNS 6 nsubj
and and CC 5 cc
troops troops NNS 3 conj
arrived arrive VBD 0 root
. . . 6 punct

Soldiers soldier NNS 5 nsubj:pass
who who WP 3 nsubj
fled flee VBD 1 acl:relcl
were be VBD 5 aux:pass
caught catch VBN 0 root
. . . 5 punct
)"));
  EXPECT_EQ(actors["North Korean workers"], "North Korean workers/PRK/LAB");
  EXPECT_EQ(actors["troops"], "troops/PRK/MIL");
  EXPECT_EQ(actors["who"], "Soldiers/PRK/MIL");
}

TEST(Mentions, AttorneyGeneralIsNoGeneralAndJusticeNoJudge) {
  auto actors = actors_of(resolved(R"(
The the DT 2 det
attorney attorney NN 6 nsubj
general general JJ 2 amod
of of IN 5 case
Kenya Kenya NNP 3 nmod LOC
resigned resign VBD 0 root
. . . 6 punct

The the DT 2 det
case case NN 4 nsubj:pass
was be VBD 4 aux:pass
brought bring VBN 0 root
to to IN 6 case
justice justice NN 4 obl
. . . 4 punct
)"));
  EXPECT_EQ(actors["general"], "");
  EXPECT_EQ(actors["justice"], "");
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
    if (i > 0) {
      EXPECT_LE(report.mentions[i - 1].tokens.begin, mention.tokens.begin);
    }
  }
}

TEST(Mentions, NothingInAnEmptyReport) {
  const Report report = resolved("");
  EXPECT_TRUE(report.mentions.empty());
}

}  // namespace
}  // namespace dateline
