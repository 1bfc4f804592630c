// The index of examples: what is written is read and found again, and nothing broken is read.
#include "parse/neighbours.h"

#include <dateline/error.h>
#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <random>

#include "../neural/model_writer.h"
#include "parse/parser.h"
#include "small_model.h"

namespace dateline {
namespace {

using testing::TemporaryFile;

constexpr std::size_t kWidth = 32;

std::vector<std::vector<float>> random_keys(std::size_t count) {
  std::mt19937 source(7);
  std::normal_distribution<float> normal;
  std::vector<std::vector<float>> keys(count, std::vector<float>(kWidth));
  for (auto& key : keys) {
    for (float& x : key) x = normal(source);
  }
  return keys;
}

NeighbourWriter writer_of(const std::vector<std::vector<float>>& keys, NeighbourOrigin origin = {1, 2}) {
  NeighbourWriter writer(origin, kWidth);
  for (std::size_t i = 0; i < keys.size(); ++i) writer.add(static_cast<std::uint32_t>(3 * i), keys[i]);
  return writer;
}

double cosine(const std::vector<float>& a, const std::vector<float>& b) {
  double dot = 0, of_a = 0, of_b = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    dot += a[i] * b[i];
    of_a += a[i] * a[i];
    of_b += b[i] * b[i];
  }
  return dot / std::sqrt(of_a * of_b);
}

std::vector<std::vector<Neighbour>> search(const NeighbourIndex& index, const std::vector<std::vector<float>>& keys,
                                           std::optional<std::uint32_t> left_out = {}) {
  NeighbourIndex::Workspace scratch;
  neural::Workspace workspace;
  std::vector<std::vector<Neighbour>> found(keys.size());
  std::vector<NeighbourIndex::Query> queries;
  for (std::size_t i = 0; i < keys.size(); ++i) queries.push_back({keys[i].data(), left_out, &found[i]});
  index.search(queries, scratch, workspace);
  return found;
}

NeighbourIndex index_of(const TemporaryFile& file, const std::vector<std::vector<float>>& keys) {
  writer_of(keys).write(file.path());
  return NeighbourIndex(NeighbourFile(file.path()));
}

TEST(Neighbours, AreTheNearestByCosine) {
  const TemporaryFile file("neighbours");
  const auto keys = random_keys(100);
  const auto found = search(index_of(file, keys), keys);
  for (std::size_t i = 0; i < keys.size(); ++i) {
    ASSERT_EQ(found[i].size(), kNeighbours);
    EXPECT_EQ(found[i].front().example, 3 * i) << "a key is nearest to itself";
    float before = 1.01F;
    for (const Neighbour& n : found[i]) {
      EXPECT_LE(n.similarity, before);
      EXPECT_NEAR(n.similarity, cosine(keys[i], keys[n.example / 3]), 0.02);
      before = n.similarity;
    }
  }
}

TEST(Neighbours, AreTheSameInAnyCompany) {
  const TemporaryFile file("neighbours");
  const auto keys = random_keys(100);
  const NeighbourIndex index = index_of(file, keys);
  const auto together = search(index, keys);
  for (std::size_t i = 0; i < keys.size(); ++i) EXPECT_EQ(search(index, {keys[i]}).front(), together[i]);
}

TEST(Neighbours, LengthOfTheKeyDoesNotMatter) {
  const TemporaryFile file("neighbours");
  auto keys = random_keys(10);
  const NeighbourIndex index = index_of(file, keys);
  const auto before = search(index, keys);
  for (auto& key : keys) {
    for (float& x : key) x *= 4;
  }
  EXPECT_EQ(search(index, keys), before);
}

TEST(Neighbours, AnExampleIsNotItsOwn) {
  const TemporaryFile file("neighbours");
  const auto keys = random_keys(10);
  const NeighbourIndex index = index_of(file, keys);
  const auto found = search(index, {keys[4]}, 12);
  for (const Neighbour& n : found.front()) EXPECT_NE(n.example, 12u);
  EXPECT_EQ(found.front().size(), kNeighbours);
}

TEST(Neighbours, FewExamplesAreAllNeighbours) {
  const TemporaryFile file("neighbours");
  const auto keys = random_keys(3);
  EXPECT_EQ(search(index_of(file, keys), {keys[0]}).front().size(), 3u);
}

std::string fault_of(const std::string& bytes) {
  const TemporaryFile file("neighbours");
  std::ofstream(file.path(), std::ios::binary) << bytes;
  try {
    const NeighbourFile read(file.path());
    return "";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::bad_neighbours);
    EXPECT_EQ(error.file(), file.path().string());
    return error.what();
  }
}

TEST(NeighbourFile, NothingBrokenIsRead) {
  const std::string good = writer_of(random_keys(5)).bytes();
  EXPECT_EQ(fault_of(good), "");
  EXPECT_NE(fault_of("").find("no index"), std::string::npos);
  EXPECT_NE(fault_of(std::string(200, 'x')).find("no index"), std::string::npos);
  std::string changed = good;
  changed.back() ^= 1;
  EXPECT_NE(fault_of(changed).find("damaged"), std::string::npos);
  EXPECT_NE(fault_of(good.substr(0, good.size() - 1)).find("damaged"), std::string::npos);
  std::string later = good;
  later[16] = 9;
  EXPECT_NE(fault_of(later).find("version 9"), std::string::npos);
  EXPECT_NE(fault_of(NeighbourWriter({1, 2}, kWidth).bytes()).find("empty"), std::string::npos);
}

TEST(NeighbourFile, SaysWhatItBelongsTo) {
  const TemporaryFile file("neighbours");
  writer_of(random_keys(5), {11, 22}).write(file.path());
  EXPECT_EQ(NeighbourFile(file.path()).origin(), (NeighbourOrigin{11, 22}));
}

Report attack() {
  Report report;
  report.text = "the troops attacked the village . the minister said the troops attacked .";
  const Span all{0, static_cast<std::uint32_t>(report.text.size())};
  report.segments = {{all, "", ""}};
  report.paragraphs = {all};
  return report;
}

/// A model, and an index of the words of attack(), example i being its i-th word that may trigger an event.
class OfAModel : public ::testing::Test {
 protected:
  OfAModel() {
    testing::write_parse_model(model_.path(), true);
    const Parser parser(model_.path());
    Report report = attack();
    Report* const one[] = {&report};
    NeighbourWriter writer({parser.checksum(), 5}, parser.key_width());
    parser.parse(one, [&](const Report&, Span, std::span<const float> key) {
      writer.add(static_cast<std::uint32_t>(writer.size()), key);
    });
    words_ = writer.size();
    writer.write(index_.path());
  }

  TemporaryFile model_{"model"}, index_{"neighbours"};
  std::size_t words_ = 0;
};

TEST_F(OfAModel, WordsFindThemselves) {
  const Parser parser(model_.path(), {index_.path(), 5});
  ASSERT_EQ(parser.neighbours(), NeighbourState::used);
  Report report = attack();
  parser.parse(report);
  ASSERT_EQ(report.event_scores.size(), words_);
  ASSERT_GT(words_, 0u);
  for (std::uint32_t i = 0; i < words_; ++i) {
    if (report.event_scores[i].neighbours.empty()) continue;  // the head leaves no doubt
    EXPECT_EQ(report.event_scores[i].neighbours.front().example, i);
    EXPECT_NEAR(report.event_scores[i].neighbours.front().similarity, 1, 0.01);
  }
}

TEST_F(OfAModel, AnIndexOfOtherExamplesIsNotUsed) {
  const Parser parser(model_.path(), {index_.path(), 6});
  EXPECT_EQ(parser.neighbours(), NeighbourState::stale);
  Report report = attack();
  parser.parse(report);
  for (const EventScores& scores : report.event_scores) EXPECT_TRUE(scores.neighbours.empty());
}

TEST_F(OfAModel, AnIndexOfAnotherModelIsNotUsed) {
  const TemporaryFile other("model");
  testing::write_parse_model(other.path(), true, testing::small_size(), neural::Type::float32);
  EXPECT_EQ(Parser(other.path(), {index_.path(), 5}).neighbours(), NeighbourState::stale);
  EXPECT_EQ(Parser(model_.path()).neighbours(), NeighbourState::missing);
}

}  // namespace
}  // namespace dateline
