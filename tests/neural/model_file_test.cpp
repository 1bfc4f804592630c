// Whatever is wrong with a model file is one clear error.
#include "neural/model_file.h"

#include <dateline/error.h>
#include <gtest/gtest.h>

#include <functional>

#include "model_writer.h"
#include "neural/encoder.h"

namespace dateline::neural {
namespace {

std::string good_bytes(const std::string& removed = "") {
  testing::ModelWriter writer(testing::small_size(), Type::int8, {"[PAD]", "a", "b"});
  writer.add_encoder();
  if (!removed.empty()) writer.remove(removed);
  return writer.bytes();
}

/// The message of the error that loading `bytes` gives, or "".
std::string failure(const std::string& bytes) {
  const testing::TemporaryFile file("bad");
  std::ofstream(file.path(), std::ios::binary) << bytes;
  try {
    const ModelFile model(file.path());
    const Encoder encoder(model);
    return "";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::bad_model);
    EXPECT_EQ(error.file(), file.path().string());
    return error.what();
  }
}

TEST(ModelFileTest, GoodFileLoads) { EXPECT_EQ(failure(good_bytes()), ""); }

TEST(ModelFileTest, DamageIsNamed) {
  struct Row {
    const char* damage;
    std::function<void(std::string&)> apply;
    const char* message;
  };
  const Row rows[] = {
      {"empty", [](std::string& s) { s.clear(); }, "no Dateline model"},
      {"magic", [](std::string& s) { s[3] = 'x'; }, "no Dateline model"},
      {"version", [](std::string& s) { s[16] = 9; }, "model version 9"},
      {"header size", [](std::string& s) { s[23] = 0x7f; }, "cut short"},
      {"one bit of a weight", [](std::string& s) { s[s.size() - 100] ^= 4; }, "checksum"},
      {"one bit of the header", [](std::string& s) { s[100] ^= 1; }, "checksum"},
      {"last byte gone", [](std::string& s) { s.pop_back(); }, "checksum"},
      {"half gone", [](std::string& s) { s.resize(s.size() / 2); }, "checksum"},
      {"only the prefix", [](std::string& s) { s.resize(32); }, "cut short"},
  };
  const std::string good = good_bytes();
  for (const Row& row : rows) {
    std::string bytes = good;
    row.apply(bytes);
    EXPECT_NE(failure(bytes).find(row.message), std::string::npos) << row.damage << ": " << failure(bytes);
  }
}

TEST(ModelFileTest, MissingTensorIsNamed) {
  EXPECT_NE(failure(good_bytes("layer.1.up.scale")).find("tensor layer.1.up.scale is missing"), std::string::npos);
}

TEST(ModelFileTest, WrongShapeIsNamed) {
  testing::ModelWriter writer(testing::small_size(), Type::int8, {"[PAD]", "a", "b"});
  writer.add_encoder();
  writer.add_floats("layer.0.norm1.beta", {32, 2}, std::vector<float>(64));
  const std::string message = failure(writer.bytes());
  EXPECT_NE(message.find("layer.0.norm1.beta has shape [32, 2] instead of [64]"), std::string::npos) << message;
}

TEST(ModelFileTest, MissingFile) {
  try {
    const ModelFile model("/nonexistent/dateline.model");
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::file_not_found);
  }
}

}  // namespace
}  // namespace dateline::neural
