// The codebook's examples as neighbours, on hand-built reports.
#include "code/nearest.h"

#include <gtest/gtest.h>

#include <numeric>

#include "../support/plover.h"
#include "../support/report_lines.h"
#include "code/coder.h"

namespace dateline {
namespace {

using testing::mean;
using testing::plover;
using testing::report_of;

std::uint32_t first_example(std::string_view type, bool near_miss = false) {
  const auto examples = list_examples(plover());
  const auto wanted = [&](const ListedExample& e) { return e.type->name == type && e.near_miss == near_miss; };
  return static_cast<std::uint32_t>(std::find_if(examples.begin(), examples.end(), wanted) - examples.begin());
}

/// "Rome stormed Carthage": the head thinks of an assault, the neighbours are given.
Report storm(std::vector<Neighbour> neighbours) {
  Report r =
      report_of("Rome Rome PROPN NNP 2 nsubj\nstormed storm VERB VBD 0 root\nCarthage Carthage PROPN NNP 2 obj\n");
  mean(r, "Rome", "ITA");
  mean(r, "Carthage", "TUN");
  r.event_labels = {"ASSAULT", "NONE"};
  r.event_scores.emplace_back();
  r.event_scores[0].token = 1;
  r.event_scores[0].probability = {0.9F, 0.1F};
  r.event_scores[0].neighbours = std::move(neighbours);
  return r;
}

Vote vote_on(const std::vector<Neighbour>& neighbours) {
  static const Lexicon lexicon(plover());
  const Report report = storm(neighbours);
  return {Scene(report, lexicon, nullptr), 1};
}

std::size_t type(std::string_view name) { return static_cast<std::size_t>(Lexicon(plover()).type(name)); }

TEST(ExampleList, NumbersExamplesTypeByType) {
  const auto examples = list_examples(plover());
  EXPECT_EQ(examples[0].type, plover().types.data());
  EXPECT_EQ(examples[0].example, plover().types[0].examples.data());
  EXPECT_EQ(examples[0].tells, 0);
  const ListedExample& miss = examples[plover().types[0].examples.size()];
  EXPECT_TRUE(miss.near_miss);
  EXPECT_EQ(miss.tells, miss.example->is == "none" ? -1 : Lexicon(plover()).type(miss.example->is));
  EXPECT_EQ(name_of(examples[0], plover()),
            plover().types[0].name + "#" + std::to_string(plover().types[0].examples[0].line));
}

TEST(ExampleList, ItsChecksumIsThatOfTextsTriggersAndTypes) {
  const std::string head =
      "[codebook]\nname = \"x\"\nversion = \"1\"\n[[type]]\nname = \"A\"\nquad = 4\nintensity = -1\n";
  const auto checksum = [&](const std::string& more) {
    const Codebook book = Codebook::parse(head + more, "x.toml");
    return checksum_of(list_examples(book));
  };
  const std::string example = "examples = [{text = \"{A:He} {T:hit} {R:her} hard.\"}]\n";
  const std::string sense = "[[type.sense]]\nid = \"s\"\nverbs = [\"hit\"]\nweight = 0.9\n";
  EXPECT_EQ(checksum(example + sense), checksum("definition = \"d\"\n" + example + sense));
  EXPECT_NE(checksum(example + sense), checksum("examples = [{text = \"{A:He} {T:hits} {R:her} hard.\"}]\n" + sense));
  EXPECT_NE(checksum(example + sense), checksum("examples = [{text = \"{A:He} hit {R:her} {T:hard}.\"}]\n" + sense));
}

TEST(Vote, TheNearerCountMore) {
  const Vote vote = vote_on({{first_example("ASSAULT"), 0.9F}, {first_example("COERCE"), 0.7F}});
  EXPECT_GT(vote.share(type("ASSAULT")), vote.share(type("COERCE")));
  EXPECT_GT(vote.share(type("COERCE")), vote.share(type("AID")));
}

TEST(Vote, FarNeighboursSayLittle) {
  const Vote near = vote_on({{first_example("ASSAULT"), 0.95F}}), far = vote_on({{first_example("ASSAULT"), 0.3F}});
  EXPECT_GT(near.share(type("ASSAULT")), 0.8);
  EXPECT_LT(far.share(type("ASSAULT")), 0.2);
}

TEST(Vote, NobodyVotesWithoutNeighbours) { EXPECT_TRUE(vote_on({}).empty()); }

TEST(Vote, ANumberBeyondTheExamplesTellsNothing) {
  const Vote vote = vote_on({{1u << 30, 0.9F}});
  for (std::size_t t = 0; t < plover().types.size(); ++t) EXPECT_EQ(vote.share(t), 0);
}

bool has_reason(const Event& event, std::string_view start) {
  return std::any_of(event.because.begin(), event.because.end(),
                     [&](const std::string& reason) { return reason.starts_with(start); });
}

TEST(Nearest, ARecordNamesTheNearestExampleOfItsType) {
  const std::uint32_t coerce = first_example("COERCE"), assault = first_example("ASSAULT");
  Report r = storm({{coerce, 0.92F}, {assault, 0.9F}});
  Coder(plover()).code(r);
  ASSERT_EQ(r.events.size(), 1u);
  ASSERT_EQ(r.events[0].type, "ASSAULT");
  const std::string name = name_of(list_examples(plover())[assault], plover());
  EXPECT_TRUE(has_reason(r.events[0], "example:" + name + " 0.90"));
  ASSERT_EQ(r.cited.size(), 1u);
  EXPECT_EQ(r.cited[0].name, name);
  EXPECT_EQ(r.cited[0].text, list_examples(plover())[assault].example->text);
}

TEST(Nearest, AFarExampleIsNotNamed) {
  Report r = storm({{first_example("ASSAULT"), 0.4F}});
  Coder(plover()).code(r);
  ASSERT_EQ(r.events.size(), 1u);
  EXPECT_FALSE(has_reason(r.events[0], "example:"));
  EXPECT_TRUE(r.cited.empty());
}

TEST(Nearest, ARecordWithoutASenseNamesHeadOrExample) {
  Report r = storm({});
  r.tokens[1].lemma = "zap";
  r.text.replace(5, 7, "zzapped");
  Coder(plover()).code(r);
  for (const Event& event : r.events)
    EXPECT_TRUE(has_reason(event, "sense:") || has_reason(event, "head:") || has_reason(event, "example:"));
  ASSERT_EQ(r.events.size(), 1u);
  EXPECT_FALSE(has_reason(r.events[0], "sense:"));
}

}  // namespace
}  // namespace dateline
