// Who says what, on hand-built reports.
#include "code/attributions.h"

#include <gtest/gtest.h>

#include "../support/report_lines.h"
#include "code/cue_words.h"
#include "code/quotations.h"

namespace dateline {
namespace {

using testing::report_of;

/// "source | cue | content" of each attribution, one a line.
std::string dump(const Report& report) {
  static const Codebook book;
  static const Lexicon lexicon(book);
  std::string text;
  for (const Attribution& a : find_attributions(Scene(report, lexicon, nullptr))) {
    text += std::string(report.slice(a.source)) + " | " + std::string(report.slice(a.cue)) + " |";
    for (const Span piece : a.content) text += " " + std::string(report.slice(piece));
    text += "\n";
  }
  return text;
}

TEST(Attributions, AGovernedClause) {
  EXPECT_EQ(dump(report_of("The the DET DT 2 det\nmayor mayor NOUN NN 3 nsubj\nsaid say VERB VBD 0 root\nthat that "
                           "SCONJ IN 6 mark\nroads road NOUN NNS 6 nsubj\nreopened reopen VERB VBD 3 ccomp\n")),
            "The mayor | said | that roads reopened\n");
}

TEST(Attributions, AClauseBeside) {
  EXPECT_EQ(dump(report_of("Roads road NOUN NNS 2 nsubj\nreopened reopen VERB VBD 0 root\n, , PUNCT , 5 punct\nshe she "
                           "PRON PRP 5 nsubj\nadded add VERB VBD 2 parataxis\n")),
            "she | added | Roads reopened\n");
}

TEST(Attributions, ACoordinatedVerbTakesItsSubject) {
  EXPECT_EQ(
      dump(report_of("She she PRON PRP 2 nsubj\nleft leave VERB VBD 0 root\nand and CCONJ CC 4 cc\nvowed vow VERB "
                     "VBD 2 conj\nto to PART TO 6 mark\nreturn return VERB VB 4 xcomp\n")),
      "She | vowed | to return\n");
}

TEST(Attributions, AccordingTo) {
  EXPECT_EQ(dump(report_of("Roads road NOUN NNS 2 nsubj\nreopened reopen VERB VBD 0 root\naccording accord VERB VBG 5 "
                           "case\nto to ADP IN 3 fixed\npolice police NOUN NN 2 obl\n")),
            "police | according | Roads reopened\n");
}

TEST(Attributions, ThePassiveNamesItsAgentOrNobody) {
  const std::string passive =
      "The the DET DT 2 det\nplan plan NOUN NN 4 nsubj:pass\nwas be AUX VBD 4 aux:pass\ncriticised criticise VERB VBN "
      "0 "
      "root\n";
  EXPECT_EQ(dump(report_of(passive + "by by ADP IN 6 case\nher she PRON PRP 4 obl:agent\n")),
            "her | criticised | The plan\n");
  EXPECT_EQ(dump(report_of(passive)), "");
}

TEST(Attributions, OfThingsOnlyAClauseIsSaid) {
  EXPECT_EQ(dump(report_of("Shares share NOUN NNS 2 nsubj\nsupport support VERB VBP 0 root\nhopes hope NOUN NNS 2 "
                           "obj\n")),
            "");
}

TEST(Attributions, NoCueNoAttribution) {
  EXPECT_EQ(dump(report_of("She she PRON PRP 2 nsubj\nensured ensure VERB VBD 0 root\nthat that SCONJ IN 5 mark\nroads "
                           "road NOUN NNS 5 nsubj\nreopened reopen VERB VBD 2 ccomp\n")),
            "");
}

TEST(Attributions, AQuotationThatGoesOnBelongsToItsCue) {
  EXPECT_EQ(
      dump(report_of("“ “ PUNCT `` 2 punct\nGo go VERB VB 5 ccomp\n” ” PUNCT '' 2 punct\nhe he PRON PRP 5 "
                     "nsubj\nsaid say VERB VBD 0 root\n. . PUNCT . 5 punct\n\n“ “ PUNCT `` 2 punct\nNow now ADV RB "
                     "0 root\n” ” PUNCT '' 2 punct\n")),
      "he | said | “ Go ” “ Now ”\n");
}

TEST(Quotations, MarksOpenAndClose) {
  Report report;
  report.text = "He said “one” and \"two\" and ''three'' and don't “four";
  report.paragraphs = {{0, static_cast<std::uint32_t>(report.text.size())}};
  std::string found;
  for (const Span q : find_quotations(report)) found += std::string(report.slice(q)) + ";";
  EXPECT_EQ(found, "“one”;\"two\";''three'';“four;");
}

TEST(CueWords, PatternsAndPrepositions) {
  EXPECT_TRUE(cue_patterns("say") & cue::speech);
  EXPECT_FALSE(cue_patterns("think") & cue::speech);
  EXPECT_EQ(cue_patterns("walk"), 0);
  EXPECT_TRUE(is_cue_preposition("call", "for"));
  EXPECT_FALSE(is_cue_preposition("call", "at"));
}

}  // namespace
}  // namespace dateline
