// Contexts and CAMEO codes of records, on hand-built reports and small codebooks.
#include "code/contexts.h"

#include <dateline/error.h>
#include <gtest/gtest.h>

#include "../support/report_lines.h"
#include "code/codebook_cameo.h"
#include "code/coder.h"

namespace dateline {
namespace {

using testing::mean;
using testing::report_of;
using Names = std::vector<std::string>;

const std::string kBook =
    "[codebook]\nname = \"t\"\nversion = \"1\"\n"
    "[[type]]\nname = \"ASSAULT\"\nquad = 4\nintensity = -9.0\ncameo = \"18\"\n"
    "[[type.mode]]\nname = \"aerial\"\n"
    "[[type.sense]]\nid = \"strike\"\nverbs = [\"strike\"]\nweight = 0.9\n";
const std::string kContexts =
    "[[context]]\nname = \"oil\"\nwords = [\"oil\", \"oil tanker\"]\n"
    "[[context]]\nname = \"sea\"\nhints = [\"tanker\", \"oil tanker\", \"red sea\"]\n"
    "[[context]]\nname = \"army\"\ntypes = {ASSAULT = 0.4, \"ASSAULT:aerial\" = 0}\nsectors = {MIL = 0.45}\n";

/// "Rebels struck an oil-tanker."
Report tanker() {
  Report r = report_of(
      "Rebels rebel NOUN NNS 2 nsubj\nstruck strike VERB VBD 0 root\nan a DET DT 6 det\noil oil NOUN NN 6 compound\n- "
      "- "
      "PUNCT HYPH 6 punct\ntanker tanker NOUN NN 2 obj\n");
  mean(r, "Rebels", "YEM", "REB", MentionForm::nominal);
  return r;
}

Names contexts_of(const std::string& more, const std::string& mode = "", const std::string& sector = "") {
  const Codebook book = Codebook::parse(kBook + more, "book.toml");
  const Report report = tanker();
  const Lexicon lexicon(book);
  const Scene scene(report, lexicon, nullptr);
  Event event;
  event.type = "ASSAULT";
  event.mode = mode;
  event.actors.resize(1);
  event.actors[0].sector = sector;
  return find_contexts(scene, event);
}

TEST(Contexts, LikeliestFirstAndTheLongestOfWordsThatOverlap) {
  EXPECT_EQ(contexts_of(kContexts), (Names{"oil"}));  // "oil tanker" once, not "oil" and "tanker" too
  EXPECT_EQ(contexts_of(kContexts, "", "MIL"), (Names{"oil", "army"}));
}

TEST(Contexts, AModeOverrulesItsType) {
  const std::string army = "[[context]]\nname = \"army\"\ntypes = {ASSAULT = 0.4, \"ASSAULT:aerial\" = 0}\n";
  EXPECT_EQ(contexts_of(army), (Names{"army"}));
  EXPECT_EQ(contexts_of(army, "aerial"), Names{});
}

TEST(Contexts, AHintAloneIsTooLittleAndTwoAreEnough) {
  EXPECT_EQ(contexts_of("[[context]]\nname = \"sea\"\nhints = [\"tanker\"]\n"), Names{});
  EXPECT_EQ(contexts_of("[[context]]\nname = \"sea\"\nhints = [\"tanker\", \"rebel\"]\n"), (Names{"sea"}));
}

TEST(Contexts, ThreeAtMost) {
  std::string many;
  for (const char* name : {"a", "b", "c", "d"})
    many += std::string("[[context]]\nname = \"") + name + "\"\nwords = [\"oil\"]\n";
  EXPECT_EQ(contexts_of(many), (Names{"a", "b", "c"}));
}

TEST(Contexts, ReachTheRecord) {
  const Codebook book = Codebook::parse(kBook + kContexts, "book.toml");
  Report report = tanker();
  Coder(book).code(report);
  ASSERT_EQ(report.events.size(), 1u);
  EXPECT_EQ(report.events[0].contexts.front(), "oil");
}

TEST(Contexts, FaultsNameTheirLine) {
  const std::pair<std::string, std::string> faults[] = {
      {"[[context]]\nname = \"a\"\n", "nothing shows it"},
      {"[[context]]\nname = \"a\"\ntypes = {AID = 0.5}\n", "no type 'AID'"},
      {"[[context]]\nname = \"a\"\ntypes = {\"ASSAULT:naval\" = 0.5}\n", "no mode 'naval'"},
      {"[[context]]\nname = \"a\"\nsectors = {MIL = 1.0}\n", "0 to below 1"},
      {"[[context]]\nname = \"a\"\nsectors = {MIL = \"much\"}\n", "numbers only"},
      {"[[context]]\nname = \"a\"\nwords = [\"x\"]\nlemmas = [\"y\"]\n", "unknown key 'lemmas'"},
  };
  for (const auto& [text, message] : faults) {
    try {
      Codebook::parse(kBook + text, "book.toml");
      ADD_FAILURE() << message << ": accepted";
    } catch (const Error& error) {
      EXPECT_NE(std::string(error.what()).find(message), std::string::npos) << error.what();
      EXPECT_GE(error.line(), 15u) << error.what();
    }
  }
}

TEST(Cameo, TheRuleWithMostConditionsGivesTheCode) {
  Codebook book = Codebook::parse(kBook, "book.toml");
  book.cameo = read_cameo(
      "rule = [\n{code = \"190\", type = \"ASSAULT\", means = \"a\"},\n"
      "{code = \"195\", type = \"ASSAULT\", mode = \"aerial\", means = \"b\"},\n"
      "{code = \"196\", type = \"ASSAULT\", mode = \"aerial\", context = [\"law\", \"oil\"], means = \"c\"},\n"
      "{code = \"1951\", type = \"ASSAULT\", mode = \"aerial\", context = \"army\", means = \"d\"},\n"
      "{code = \"200\", type = \"ASSAULT\", status = \"future\", means = \"e\"},\n]\n",
      "codes.toml");
  Event event;
  event.type = "ASSAULT";
  event.cameo = "18";
  EXPECT_EQ(cameo_code(book, event), "190");
  event.mode = "aerial";
  EXPECT_EQ(cameo_code(book, event), "195");
  event.contexts = {"army", "oil"};
  EXPECT_EQ(cameo_code(book, event), "1951");
  event.contexts = {"oil", "army"};
  EXPECT_EQ(cameo_code(book, event), "196");
  event.cameo = "195";  // of a sense: only a code beneath it will do
  EXPECT_EQ(cameo_code(book, event), "195");
  event.contexts = {"army"};
  EXPECT_EQ(cameo_code(book, event), "1951");
  event = {};
  event.type = "ASSAULT";
  event.cameo = "18";
  event.status = Status::future;
  EXPECT_EQ(cameo_code(book, event), "200");
  event.type = "AID";
  EXPECT_EQ(cameo_code(book, event), "18");
}

TEST(Cameo, FaultsNameFileAndLine) {
  for (const std::string text : {"rule = []\n", "rule = [\n{code = \"1x\", type = \"A\", means = \"m\"}]\n",
                                 "rule = [\n{code = \"11\", type = \"A\"}]\n", "rule = [\n{code = \"11\"\n",
                                 "rule = [\n{code = \"11\", type = \"A\", means = \"m\", status = \"past\"}]\n"}) {
    try {
      read_cameo(text, "codes.toml");
      ADD_FAILURE() << text << ": accepted";
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::bad_codebook);
      EXPECT_EQ(error.file(), "codes.toml");
      EXPECT_GE(error.line(), 1u) << text;
    }
  }
}

}  // namespace
}  // namespace dateline
