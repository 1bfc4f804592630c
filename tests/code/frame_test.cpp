// Frames: the same logical slots whatever the syntax. One row a construction.
#include "code/frame.h"

#include <gtest/gtest.h>

#include "../support/report_lines.h"
#include "code/claimants.h"
#include "code/status.h"

namespace dateline {
namespace {

using testing::mean;
using testing::report_of;
using testing::word;

Codebook small_codebook() {
  return Codebook::parse(
      "[codebook]\nname = \"t\"\nversion = \"1\"\n[[type]]\nname = \"ASSAULT\"\nquad = 4\nintensity = -9.0\ncameo = "
      "\"18\"\n"
      "[[type.sense]]\nid = \"attack\"\nverbs = [\"attack\"]\nnouns = [\"attack\"]\nweight = 0.9\n",
      "small.toml");
}

class Frames : public ::testing::Test {
 protected:
  Frames() : book_(small_codebook()), lexicon_(book_) {}

  std::string words(const Report& report, const std::vector<Word>& heads) {
    std::string text;
    for (const Word w : heads) text += (text.empty() ? "" : " ") + std::string(report.slice(report.tokens[w].span));
    return text;
  }
  /// "subjects | objects" of the predicate with that form.
  std::string frame(const Report& report, std::string_view form) {
    const Scene scene(report, lexicon_, nullptr);
    const Frame found = frame_of(scene, word(report, form));
    return words(report, found.subjects) + " | " + words(report, found.objects);
  }
  Status status(const Report& report, std::string_view form) {
    const Scene scene(report, lexicon_, nullptr);
    return find_status(scene, frame_of(scene, word(report, form))).status;
  }
  std::string sources(const Report& report, std::string_view form) {
    const Scene scene(report, lexicon_, nullptr);
    std::string text;
    for (const Source& source : find_sources(scene, word(report, form)))
      text += source.actor.name + "/" + source.verb + " ";
    return text;
  }

  Codebook book_;
  Lexicon lexicon_;
};

TEST_F(Frames, PassiveWithAgent) {
  const Report r = report_of(
      "Towns town NOUN NNS 3 nsubj:pass\nwere be AUX VBD 3 aux:pass\nattacked attack VERB VBN 0 root\nby by ADP IN 5 "
      "case\nrebels rebel NOUN NNS 3 obl:agent\n");
  EXPECT_EQ(frame(r, "attacked"), "rebels | Towns");
}

TEST_F(Frames, RelativeClauses) {
  const Report who = report_of(
      "Rebels rebel NOUN NNS 5 nsubj\nwho who PRON WP 3 nsubj\nattacked attack VERB VBD 1 acl:relcl\ntowns town NOUN "
      "NNS 3 obj\nfled flee VERB VBD 0 root\n");
  EXPECT_EQ(frame(who, "attacked"), "Rebels | towns");
  const Report gap = report_of(
      "Towns town NOUN NNS 4 nsubj\nrebels rebel NOUN NNS 3 nsubj\nattacked attack VERB VBD 1 acl:relcl\nburn burn "
      "VERB VBP 0 root\n");
  EXPECT_EQ(frame(gap, "attacked"), "rebels | Towns");
  const Report reduced = report_of(
      "Towns town NOUN NNS 5 nsubj\nattacked attack VERB VBN 1 acl\nby by ADP IN 4 case\nrebels rebel NOUN NNS 2 "
      "obl:agent\nburn burn VERB VBP 0 root\n");
  EXPECT_EQ(frame(reduced, "attacked"), "rebels | Towns");
}

TEST_F(Frames, Control) {
  const Report own = report_of(
      "Kim Kim PROPN NNP 2 nsubj\nintends intend VERB VBZ 0 root\nto to PART TO 4 mark\nattack attack VERB VB 2 "
      "xcomp\ntowns town NOUN NNS 4 obj\n");
  EXPECT_EQ(frame(own, "attack"), "Kim | towns");
  EXPECT_EQ(status(own, "attack"), Status::future);
  const Report other = report_of(
      "Kim Kim PROPN NNP 2 nsubj\nordered order VERB VBD 0 root\ntroops troop NOUN NNS 2 obj\nto to PART TO 5 "
      "mark\nattack attack VERB VB 2 xcomp\ntowns town NOUN NNS 5 obj\n");
  EXPECT_EQ(frame(other, "attack"), "troops | towns");
}

TEST_F(Frames, Coordination) {
  const Report r = report_of(
      "Rebels rebel NOUN NNS 2 nsubj\nlooted loot VERB VBD 0 root\nand and CCONJ CC 4 cc\nattacked attack VERB VBD 2 "
      "conj\ntowns town NOUN NNS 4 obj\n");
  EXPECT_EQ(frame(r, "attacked"), "Rebels | towns");
  EXPECT_EQ(frame(r, "looted"), "Rebels | towns");
}

TEST_F(Frames, LightVerb) {
  const Report r = report_of(
      "Rebels rebel NOUN NNS 2 nsubj\nlaunched launch VERB VBD 0 root\nan a DET DT 4 det\nattack attack NOUN NN 2 "
      "obj\non on ADP IN 6 case\nGoma Goma PROPN NNP 4 nmod\n");
  EXPECT_EQ(frame(r, "attack"), "Rebels | ");
}

TEST_F(Frames, Statuses) {
  struct Row {
    std::string lines;
    Status status;
  };
  const Row rows[] = {
      {"Rebels rebel NOUN NNS 2 nsubj\nattacked attack VERB VBD 0 root\n", Status::actual},
      {"Rebels rebel NOUN NNS 3 nsubj\nwill will AUX MD 3 aux\nattacked attack VERB VB 0 root\n", Status::future},
      {"Rebels rebel NOUN NNS 3 nsubj\nmay may AUX MD 3 aux\nattacked attack VERB VB 0 root\n", Status::hypothetical},
      {"Rebels rebel NOUN NNS 4 nsubj\ndid do AUX VBD 4 aux\nnot not PART RB 4 advmod\nattacked attack VERB VB 0 "
       "root\n",
       Status::negated},
      {"Rebels rebel NOUN NNS 3 nsubj\nhad have AUX VBD 3 aux\nattacked attack VERB VBN 0 root\n", Status::historical},
      {"Rebels rebel NOUN NNS 2 nsubj\ndenied deny VERB VBD 0 root\nhaving have AUX VBG 4 aux\nattacked attack VERB "
       "VBN 2 xcomp\n",
       Status::negated},
      {"Rome Rome PROPN NNP 2 nsubj\nsaid say VERB VBD 0 root\nrebels rebel NOUN NNS 5 nsubj\nhad have AUX VBD 5 "
       "aux\nattacked attack VERB VBN 2 ccomp\n",
       Status::actual},
      {"Rome Rome PROPN NNP 2 nsubj\nsaid say VERB VBD 0 root\nrebels rebel NOUN NNS 5 nsubj\nwould would AUX MD 5 "
       "aux\nattacked attack VERB VB 2 ccomp\n",
       Status::future},
      {"If if SCONJ IN 3 mark\nrebels rebel NOUN NNS 3 nsubj\nattacked attack VERB VBP 5 advcl\ntowns town NOUN NNS 5 "
       "nsubj\nburn burn VERB VBP 0 root\n",
       Status::hypothetical},
  };
  for (const Row& row : rows) {
    const Report r = report_of(row.lines);
    EXPECT_EQ(name_of(status(r, "attacked")), name_of(row.status)) << r.text;
  }
}

TEST_F(Frames, ClaimantChain) {
  Report r = report_of(
      "According accord VERB VBG 3 case\nto to ADP IN 1 fixed\nTass Tass PROPN NNP 6 obl\n, , PUNCT , 6 punct\nShoigu "
      "Shoigu PROPN NNP 6 nsubj\n"
      "said say VERB VBD 0 root\nrebels rebel NOUN NNS 8 nsubj\nattacked attack VERB VBD 6 ccomp\n");
  mean(r, "Tass", "RUS", "JRN");
  mean(r, "Shoigu", "RUS", "GOV");
  EXPECT_EQ(sources(r, "attacked"), "Tass/according to Shoigu/say ");
  Report beside = report_of(
      "Rebels rebel NOUN NNS 2 nsubj\nattacked attack VERB VBD 0 root\n, , PUNCT , 5 punct\nRome Rome PROPN NNP 5 "
      "nsubj\nsaid say VERB VBD 2 parataxis\n");
  mean(beside, "Rome", "ITA");
  EXPECT_EQ(sources(beside, "attacked"), "Rome/say ");
}

}  // namespace
}  // namespace dateline
