// Pairs, demands and accidents on hand-built reports.
#include <gtest/gtest.h>

#include "../support/plover.h"
#include "../support/report_lines.h"
#include "code/coder.h"

namespace dateline {
namespace {

using testing::mean;
using testing::plover;
using testing::report_of;

Span span_of_word(const Report& report, std::string_view word) {
  const auto at = static_cast<std::uint32_t>(report.text.find(word));
  return {at, at + static_cast<std::uint32_t>(word.size())};
}

std::string between(const Report& report, std::string_view source, std::string_view target) {
  return Coder(plover()).type_between(report, span_of_word(report, source), span_of_word(report, target));
}

TEST(Pair, ASentenceOfACourtIsFiledWithAccusations) {
  const Report r =
      report_of("court court NOUN NN 2 nsubj\nconvicted convict VERB VBD 0 root\nsmugglers smuggler NOUN NNS 2 obj\n");
  EXPECT_EQ(between(r, "court", "smugglers"), "ACCUSE");
}

TEST(Pair, ABlockadeIsFighting) {
  const Report r = report_of(
      "Rome Rome PROPN NNP 2 nsubj\nimposed impose VERB VBD 0 root\na a DET DT 4 det\nblockade blockade NOUN NN 2 obj\n"
      "on on ADP IN 6 case\nCarthage Carthage PROPN NNP 2 obl\n");
  EXPECT_EQ(between(r, "Rome", "Carthage"), "ASSAULT");
}

TEST(Pair, CooperationDeniedIsRejection) {
  const Report r = report_of(
      "Rome Rome PROPN NNP 4 nsubj\nhas have AUX VBZ 4 aux\nnot not PART RB 4 advmod\nmet meet VERB VBN 0 root\n"
      "Carthage Carthage PROPN NNP 4 obj\n");
  EXPECT_EQ(between(r, "Rome", "Carthage"), "REJECT");
}

TEST(Pair, WhoIsToBePunishedIsAccused) {
  const Report r = report_of(
      "Rome Rome PROPN NNP 2 nsubj\ncalled call VERB VBD 0 root\nfor for ADP IN 4 case\nsanctions sanction NOUN NNS 2 "
      "obl\nagainst against ADP IN 6 case\nCarthage Carthage PROPN NNP 4 nmod\n");
  EXPECT_EQ(between(r, "Rome", "Carthage"), "ACCUSE");
}

TEST(Pair, WhoAgreesToYieldAgrees) {
  const Report r = report_of(
      "Rome Rome PROPN NNP 2 nsubj\nagreed agree VERB VBD 0 root\nto to PART TO 4 mark\nwithdraw withdraw VERB VB 2 "
      "xcomp\nfrom from ADP IN 6 case\nCarthage Carthage PROPN NNP 4 obl\n");
  EXPECT_EQ(between(r, "Rome", "Carthage"), "AGREE");
}

TEST(Pair, WhatAResolutionSaysIsItsPassersDeed) {
  const Report r = report_of(
      "Rome Rome PROPN NNP 2 nsubj\npassed pass VERB VBD 0 root\na a DET DT 4 det\nresolution resolution NOUN NN 2 "
      "obj\ncriticising criticise VERB VBG 4 acl\nCarthage Carthage PROPN NNP 5 obj\n");
  EXPECT_EQ(between(r, "Rome", "Carthage"), "ACCUSE");
}

TEST(Pair, WhatIsLiftedIsToldAsItsObject) {
  const Report r = report_of(
      "Rome Rome PROPN NNP 2 nsubj\nlifted lift VERB VBD 0 root\nsanctions sanction NOUN NNS 2 obj\nimposed impose "
      "VERB VBN 3 acl\non on ADP IN 6 case\nCarthage Carthage PROPN NNP 4 obl\n");
  const std::string type = between(r, "Rome", "Carthage");
  EXPECT_TRUE(type == "CONCEDE" || type == "RETREAT") << type;
}

TEST(Demands, WhatAnotherMustDo) {
  Report r = report_of(
      "Rome Rome PROPN NNP 2 nsubj\nsaid say VERB VBD 0 root\nCarthage Carthage PROPN NNP 5 nsubj\nmust must AUX MD 5 "
      "aux\ndisarm disarm VERB VB 2 ccomp\n");
  mean(r, "Rome", "ITA");
  mean(r, "Carthage", "TUN");
  Coder(plover()).code(r);
  ASSERT_EQ(r.events.size(), 1u);
  EXPECT_EQ(r.events[0].type, "REQUEST");
  EXPECT_EQ(r.events[0].actors.front().country, "ITA");
  EXPECT_EQ(r.events[0].recipients.front().country, "TUN");
  EXPECT_EQ(r.events[0].act, "RETREAT");
}

TEST(Accidents, NobodyAttackedWhoDiedInAFlood) {
  Report r = report_of(
      "Italians Italian PROPN NNPS 3 nsubj:pass\nwere be AUX VBD 3 aux:pass\nkilled kill VERB VBN 0 root\nin in ADP IN "
      "6 case\na a DET DT 6 det\nflood flood NOUN NN 3 obl\n");
  mean(r, "Italians", "ITA", "CVL");
  Coder(plover()).code(r);
  EXPECT_TRUE(r.events.empty());
}

}  // namespace
}  // namespace dateline
