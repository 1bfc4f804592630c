// What the shipped codebooks must hold: PLOVER's types, modes and contexts, enough examples, and CAMEO codes that are
// met.
#include <dateline/codebook.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

namespace dateline {
namespace {

Codebook shipped(const std::string& name) {
  return Codebook::load(std::string(DATELINE_SOURCE_DIR) + "/codebooks/" + name);
}

using Names = std::set<std::string>;

/// PLOVER Draft 2.0.
const std::map<std::string, Names> kPlover = {
    {"AGREE", {}},
    {"CONSULT", {"visit", "third-party", "multilateral", "phone"}},
    {"SUPPORT", {}},
    {"CONCEDE", {}},
    {"COOPERATE", {}},
    {"AID", {}},
    {"RETREAT", {"withdraw", "release", "disarm", "ceasefire", "access", "resign"}},
    {"REQUEST", {"assist", "change", "yield", "meet"}},
    {"ACCUSE", {"disapprove", "investigate", "allege"}},
    {"REJECT", {"assist", "change", "yield", "meet"}},
    {"THREATEN", {"restrict", "arrest", "relations", "expel", "territory", "violence"}},
    {"PROTEST", {"demo", "riot", "strike", "hunger", "boycott", "obstruct"}},
    {"SANCTION", {"convict", "expel", "withdraw", "discontinue"}},
    {"MOBILIZE", {"troops", "weapons", "police", "militia"}},
    {"COERCE",
     {"seize", "restrict", "censor", "curfew", "martial-law", "arrest", "deport", "withhold", "misinformation",
      "cyber"}},
    {"ASSAULT",
     {"abduct", "beat", "torture", "sexual", "targeted", "destroy", "primitive", "firearms", "explosives",
      "suicide-attack", "aerial", "drone", "heavy-weapons", "crowd-control", "unconventional"}},
};

const Names kContexts = {"military",
                         "intelligence",
                         "executive",
                         "legislative",
                         "election",
                         "political_institutions",
                         "pro_democracy",
                         "pro_autocracy",
                         "economic",
                         "legal",
                         "reparations",
                         "human_rights",
                         "rights_freedoms",
                         "repression",
                         "human_security",
                         "gender",
                         "lgbt",
                         "religion_ethnicity",
                         "inequality",
                         "diplomatic",
                         "territory",
                         "peacekeeping",
                         "health",
                         "asylum",
                         "migration",
                         "disasters",
                         "natural_resource",
                         "environment",
                         "technology",
                         "terrorism",
                         "cbrn",
                         "cyber",
                         "misinformation",
                         "crime",
                         "corruption",
                         "illegal_drugs",
                         "trafficking"};

TEST(PloverCodebook, HasEveryTypeModeAndContext) {
  const Codebook book = shipped("plover.toml");
  EXPECT_EQ(book.types.size(), kPlover.size());
  for (const auto& [name, modes] : kPlover) {
    const EventType* type = book.type(name);
    ASSERT_NE(type, nullptr) << name;
    for (const std::string& mode : modes) EXPECT_NE(type->mode(mode), nullptr) << name << ":" << mode;
  }
  Names contexts;
  for (const Context& context : book.contexts) contexts.insert(context.name);
  EXPECT_EQ(contexts, kContexts);
}

TEST(PloverCodebook, HasEnoughExamplesAndNearMissesAndNoneTwice) {
  const Codebook book = shipped("plover.toml");
  Names texts;
  for (const EventType& type : book.types) {
    EXPECT_GE(type.examples.size(), 60u) << type.name;
    EXPECT_GE(type.near_misses.size(), 20u) << type.name;
    for (const auto* list : {&type.examples, &type.near_misses}) {
      for (const Example& example : *list)
        EXPECT_TRUE(texts.insert(type.name + example.text).second) << example.line << ": " << example.text;
    }
  }
}

TEST(PloverCodebook, ShowsEveryModeInAnExample) {
  for (const EventType& type : shipped("plover.toml").types) {
    for (const Mode& mode : type.modes) {
      const auto shown = std::count_if(type.examples.begin(), type.examples.end(),
                                       [&](const Example& example) { return example.mode == mode.name; });
      EXPECT_GE(shown, 2) << type.name << ":" << mode.name;
      EXPECT_FALSE(mode.definition.empty()) << type.name << ":" << mode.name;
    }
  }
}

TEST(CameoCodes, AreOfTypesModesAndContextsThatAreThere) {
  const Codebook book = shipped("plover.toml");
  ASSERT_FALSE(book.cameo.empty());
  for (const CameoRule& rule : book.cameo) {
    const EventType* type = book.type(rule.type);
    ASSERT_NE(type, nullptr) << rule.line;
    EXPECT_TRUE(rule.mode.empty() || type->mode(rule.mode)) << rule.line << ": " << rule.mode;
    EXPECT_TRUE(rule.act.empty() || book.type(rule.act)) << rule.line << ": " << rule.act;
    for (const std::string& context : rule.contexts) EXPECT_TRUE(kContexts.contains(context)) << rule.line << context;
  }
}

TEST(CameoCodes, AreThereForEveryTypeAndMode) {
  const Codebook book = shipped("plover.toml");
  const auto plain = [](const CameoRule& r) { return r.act.empty() && !r.status && r.contexts.empty(); };
  const auto has = [&](const std::string& type, const std::string& mode) {
    return std::any_of(book.cameo.begin(), book.cameo.end(),
                       [&](const CameoRule& r) { return plain(r) && r.type == type && r.mode == mode; });
  };
  for (const EventType& type : book.types) {
    EXPECT_TRUE(has(type.name, "")) << type.name;
    for (const Mode& mode : type.modes) EXPECT_TRUE(has(type.name, mode.name)) << type.name << ":" << mode.name;
  }
}

TEST(MineClearanceCodebook, SharesNothingWithPlover) {
  const Codebook book = shipped("mine-clearance.toml");
  EXPECT_TRUE(book.cameo.empty());
  for (const EventType& type : book.types) {
    EXPECT_FALSE(kPlover.contains(type.name)) << type.name;
    EXPECT_GE(type.examples.size(), 6u) << type.name;
    EXPECT_GE(type.near_misses.size(), 3u) << type.name;
  }
}

}  // namespace
}  // namespace dateline
