// Text to atoms, pieces and shapes: tables of input and one-line dump, and the trainer's fixture.
#include "parse/atoms.h"

#include <gtest/gtest.h>

#include <chrono>
#include <cmath>
#include <nlohmann/json.hpp>

#include "../neural/model_writer.h"
#include "neural/encoder.h"

namespace dateline {
namespace {

const std::vector<std::string> kWords = {"[PAD]", "[UNK]", "[CLS]", "[SEP]", "not", "the", "talk", "##s", "war",
                                         "'",     "s",     "can",   "do",    "a",   "##b", "##bc", "b",   "."};

class AtomsTest : public ::testing::Test {
 protected:
  AtomsTest() {
    testing::ModelWriter writer(testing::small_size(), neural::Type::int8, kWords);
    writer.write(file_.path());
    model_ = std::make_unique<neural::ModelFile>(file_.path());
    vocabulary_ = std::make_unique<Vocabulary>(*model_);
  }

  /// "text/shape:piece+piece" of each atom; a glued one has no space before it.
  std::string dump(std::string_view text) const {
    AtomReader reader(*vocabulary_, text, {0, static_cast<std::uint32_t>(text.size())}, 62);
    std::string out;
    std::vector<std::uint32_t> pieces;
    while (const auto atom = reader.next(pieces)) {
      if (!out.empty()) out += atom->glued ? "|" : " ";
      out += std::string(text.substr(atom->span.begin, atom->span.end - atom->span.begin)) + "/" +
             std::to_string(atom->shape / 2) + ":";
      for (std::size_t i = pieces.size() - atom->pieces; i < pieces.size(); ++i) {
        out += (i > pieces.size() - atom->pieces ? "+" : "") + model_->vocabulary()[pieces[i]];
      }
    }
    return out;
  }

  testing::TemporaryFile file_{"atoms"};
  std::unique_ptr<neural::ModelFile> model_;
  std::unique_ptr<Vocabulary> vocabulary_;
};

TEST_F(AtomsTest, Dump) {
  const std::pair<const char*, const char*> rows[] = {
      {"", ""},
      {" \n\t ", ""},
      {"the talks", "the/1:the talks/1:talk+##s"},
      {"The WAR.", "The/2:the WAR/3:war|./7:."},
      {"A a", "A/5:a a/1:a"},
      {"don't", "do/1:do|n't/1:not"},
      {"DON’T", "DO/3:do|N’T/3:not"},
      {"cannot can't", "can/1:can|not/1:not ca/1:[UNK]|n't/1:not"},
      {"dont", "do/1:do|nt/1:not"},
      {"war's", "war/1:war|'s/1:'+s"},
      {"war 's", "war/1:war '/7:'|s/1:s"},
      {"n't", "n/1:[UNK]|'/7:'|t/1:[UNK]"},
      {"abc abb abd", "abc/1:a+##bc abb/1:a+##b+##b abd/1:[UNK]"},
      {"w\xc3\xa1r \xc2\xad the", "w\xc3\xa1r/1:war the/1:the"},
      {"a\xc2\xad"
       "b",
       "a/1:a b/1:b"},
      {"1,2", "1/6:[UNK]|,/7:[UNK]|2/6:[UNK]"},
      {"eU", "eU/4:[UNK]"},
      {"\xcc\x81", "\xcc\x81/7:[UNK]"},
  };
  for (const auto& [text, expected] : rows) EXPECT_EQ(dump(text), expected) << text;
}

TEST_F(AtomsTest, SpansStayWithinTheParagraph) {
  const std::string text = "the war. the talks.";
  AtomReader reader(*vocabulary_, text, {9, 18}, 62);
  std::vector<std::uint32_t> pieces;
  const auto first = reader.next(pieces);
  ASSERT_TRUE(first);
  EXPECT_EQ(first->span, (Span{9, 12}));
  EXPECT_FALSE(first->glued);
  EXPECT_EQ(reader.next(pieces)->span, (Span{13, 18}));
  EXPECT_FALSE(reader.next(pieces));
}

TEST_F(AtomsTest, EndlessWordIsOnePieceAndManyPiecesAreUnknown) {
  const std::string word(1 << 20, 'a');
  AtomReader reader(*vocabulary_, word, {0, 1 << 20}, 62);
  std::vector<std::uint32_t> pieces;
  EXPECT_EQ(reader.next(pieces)->pieces, 1);
  EXPECT_FALSE(reader.next(pieces));
  const std::string dense = "a" + std::string(90, 'b');
  AtomReader second(*vocabulary_, dense, {0, 91}, 62);
  EXPECT_EQ(second.next(pieces)->pieces, 1);
  EXPECT_EQ(pieces.back(), 1U);
}

TEST_F(AtomsTest, TimeIsLinear) {
  const auto seconds = [&](std::size_t size) {
    std::string text;
    while (text.size() < size) text += "The war's talks can't. 'a' ";
    const auto start = std::chrono::steady_clock::now();
    AtomReader reader(*vocabulary_, text, {0, static_cast<std::uint32_t>(text.size())}, 62);
    std::vector<std::uint32_t> pieces;
    while (reader.next(pieces)) pieces.clear();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  };
  seconds(1 << 16);
  EXPECT_LT(seconds(1 << 22), 50 * seconds(1 << 19) + 0.5);
}

/// The trainer's cases, with the real vocabulary. Needs the trained model.
TEST(FixtureTest, AtomsPiecesAndShapes) {
  const std::filesystem::path root = DATELINE_SOURCE_DIR;
  if (!std::filesystem::exists(root / "models/dateline.model")) GTEST_SKIP() << "no trained model";
  const neural::ModelFile model(root / "models/dateline.model");
  const Vocabulary vocabulary(model);
  std::ifstream file(root / "tests/data/parse_fixture.json");
  const auto fixture = nlohmann::json::parse(file);
  ASSERT_FALSE(fixture.at("cases").empty());
  for (const auto& row : fixture.at("cases")) {
    const std::string text = row.at("text");
    AtomReader reader(vocabulary, text, {0, static_cast<std::uint32_t>(text.size())}, 254);
    std::vector<std::uint32_t> read, pieces = {vocabulary.special().begin};
    std::vector<int> shapes = {0};
    std::vector<std::vector<std::uint32_t>> spans;
    while (const auto atom = reader.next(read)) {
      spans.push_back({atom->span.begin, atom->span.end});
      shapes.insert(shapes.end(), atom->pieces, atom->shape);
    }
    pieces.insert(pieces.end(), read.begin(), read.end());
    pieces.push_back(vocabulary.special().end);
    shapes.push_back(0);
    EXPECT_EQ(spans, row.at("atoms").get<std::vector<std::vector<std::uint32_t>>>()) << text;
    EXPECT_EQ(pieces, row.at("pieces").get<std::vector<std::uint32_t>>()) << text;
    EXPECT_EQ(shapes, row.at("shapes").get<std::vector<int>>()) << text;
  }
}

/// The trainer's int8 arithmetic and this program's differ by rounding only. A failure after training: the fixture is
/// of another model (training/make_fixture.py writes it).
TEST(FixtureTest, EncoderOutputs) {
  const std::filesystem::path root = DATELINE_SOURCE_DIR;
  if (!std::filesystem::exists(root / "models/dateline.model")) GTEST_SKIP() << "no trained model";
  const neural::ModelFile model(root / "models/dateline.model");
  const neural::Encoder encoder(model);
  std::ifstream file(root / "tests/data/parse_fixture.json");
  double off = 0, size = 0;
  const auto fixture = nlohmann::json::parse(file);
  ASSERT_FALSE(fixture.at("cases").empty());
  for (const auto& row : fixture.at("cases")) {
    if (!row.contains("encoder")) continue;
    neural::Batch batch;
    row.at("pieces").get_to(batch.pieces);
    row.at("shapes").get_to(batch.shapes);
    batch.ends = {static_cast<std::uint32_t>(batch.rows())};
    neural::Workspace workspace;
    std::vector<float> out(batch.rows() * encoder.width());
    encoder.encode(batch, out.data(), workspace);
    for (std::size_t piece = 0; piece < batch.rows(); ++piece) {
      for (std::size_t i = 0; i < 8; ++i) {
        const double expected = row.at("encoder").at(piece).at(i);
        off += std::pow(out[piece * encoder.width() + i] - expected, 2);
        size += expected * expected;
      }
    }
  }
  if (size == 0) GTEST_SKIP() << "the fixture has no outputs";
  EXPECT_LT(std::sqrt(off / size), 0.08);  // one quantum off in one place is a few per cent at the end
  RecordProperty("relative_difference", std::to_string(std::sqrt(off / size)));
}

}  // namespace
}  // namespace dateline
