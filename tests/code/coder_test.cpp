// The coder on hand-built reports.
#include "code/coder.h"

#include <gtest/gtest.h>

#include "../support/plover.h"
#include "../support/report_lines.h"

namespace dateline {
namespace {

using testing::mean;
using testing::plover;
using testing::report_of;

std::string countries(const std::vector<Actor>& actors) {
  std::string text;
  for (const Actor& actor : actors) text += (text.empty() ? "" : ",") + actor.country;
  return text;
}

std::string dump(const Report& report) {
  std::string text;
  for (const Event& e : report.events) {
    text += e.type + " " + std::string(name_of(e.status)) + " " + countries(e.actors) + " -> " +
            countries(e.recipients) + (e.act.empty() ? "" : " =" + e.act) + "\n";
  }
  return text;
}

TEST(Coder, ActivePassiveAndDoubles) {
  Report r = report_of(
      "Kharkiv Kharkiv PROPN NNP 3 nsubj:pass\nwas be AUX VBD 3 aux:pass\nshelled shell VERB VBN 0 root\nby by ADP IN "
      "6 case\nRussian Russian ADJ JJ 6 amod\n"
      "troops troop NOUN NNS 3 obl:agent\n");
  mean(r, "Kharkiv", "UKR");
  mean(r, "troops", "RUS", "MIL", MentionForm::nominal);
  Coder(plover()).code(r);
  EXPECT_EQ(dump(r), "ASSAULT actual RUS -> UKR\n");
}

TEST(Coder, APromiseOfAidIsAgreeWithItsAct) {
  Report r = report_of(
      "Kenya Kenya PROPN NNP 2 nsubj\npromised promise VERB VBD 0 root\nto to PART TO 4 mark\nsend send VERB VB 2 "
      "xcomp\nHaiti Haiti PROPN NNP 4 iobj\n"
      "police police NOUN NN 4 obj\n");
  mean(r, "Kenya", "KEN");
  mean(r, "Haiti", "HTI");
  Coder(plover()).code(r);
  ASSERT_EQ(r.events.size(), 1u) << dump(r);
  EXPECT_EQ(r.events[0].type, "AGREE");
  EXPECT_EQ(r.events[0].status, Status::future);
  EXPECT_EQ(countries(r.events[0].actors), "KEN");
}

TEST(Coder, SportIsNoConflict) {
  Report r = report_of(
      "Rome Rome PROPN NNP 2 nsubj\nattacked attack VERB VBD 0 root\nMilan Milan PROPN NNP 2 obj\nin in ADP IN 6 "
      "case\nthe the DET DT 6 det\n"
      "league league NOUN NN 2 obl\nmatch match NOUN NN 6 conj\n");
  mean(r, "Rome", "ITA");
  mean(r, "Milan", "ITA");
  Coder(plover()).code(r);
  EXPECT_EQ(dump(r), "");
}

TEST(Coder, NobodyNamedIsNoEvent) {
  Report r = report_of("It it PRON PRP 2 nsubj\nattacked attack VERB VBD 0 root\n");
  Coder(plover()).code(r);
  EXPECT_TRUE(r.events.empty()) << dump(r);
}

TEST(Coder, AnswersEveryPair) {
  Report r = report_of("Rome Rome PROPN NNP 2 nsubj\nlikes like VERB VBZ 0 root\nBern Bern PROPN NNP 2 obj\n");
  const std::string type = Coder(plover()).type_between(r, {0, 4}, {11, 15});
  EXPECT_NE(plover().type(type), nullptr) << type;
}

TEST(Coder, EmptyReport) {
  Report r;
  Coder(plover()).code(r);
  EXPECT_TRUE(r.events.empty());
}

}  // namespace
}  // namespace dateline
