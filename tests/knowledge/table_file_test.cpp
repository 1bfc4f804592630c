// Damaged files are refused with a reason; the keys of names are as the format says.
#include "knowledge/table_file.h"

#include <dateline/error.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "knowledge/knowledge.h"
#include "knowledge/name_key.h"

namespace dateline {
namespace {

const std::string kTables = std::string(DATELINE_SOURCE_DIR) + "/knowledge/dateline.tables";

std::string read(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// What loading `bytes` as tables says.
std::string complaint(const std::string& bytes) {
  const auto path = std::filesystem::temp_directory_path() / ("tables_" + std::to_string(::getpid()));
  std::ofstream(path, std::ios::binary) << bytes;
  std::string message = "none";
  try {
    const Knowledge tables(path);
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::bad_knowledge);
    message = error.what();
  }
  std::filesystem::remove(path);
  return message;
}

TEST(TableFile, RefusesDamage) {
  const std::string good = read(kTables);
  ASSERT_GT(good.size(), 1000u);
  std::string flipped = good;
  flipped[flipped.size() / 2] ^= 1;
  std::string other_version = good;
  other_version[8] = 99;
  EXPECT_NE(complaint("").find("too short"), std::string::npos);
  EXPECT_NE(complaint(std::string(100, 'x')).find("no knowledge tables"), std::string::npos);
  EXPECT_NE(complaint(good.substr(0, good.size() - 1)).find("cut short"), std::string::npos);
  EXPECT_NE(complaint(flipped).find("checksum"), std::string::npos);
  EXPECT_NE(complaint(other_version).find("version 99"), std::string::npos);
  EXPECT_EQ(complaint(good), "none");
}

TEST(TableFile, RefusesAbsence) {
  try {
    const Knowledge tables("/nowhere/dateline.tables");
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::bad_knowledge);
  }
}

TEST(TableFile, RefusesOtherRowSizes) {
  const TableFile file(kTables);
  EXPECT_THROW(file.rows<std::uint64_t>("CTRY"), Error);
  EXPECT_THROW(file.rows<char>("NONE"), Error);
  EXPECT_EQ(file.text(0xffffffff), "");
}

TEST(NameKey, IsOneForAllSpellings) {
  for (const auto& [name, key] : {std::pair{"Kim Jong-un", "kim jong un"},
                                  {"J.D. Vance", "jd vance"},
                                  {"Sana’a", "sanaa"},
                                  {"Rafał  Trzaskowski ", "rafal trzaskowski"},
                                  {"Erdoğan", "erdogan"},
                                  {"Côte d’Ivoire", "cote divoire"},
                                  {"Mataʻafa", "mataafa"},
                                  {"- ", ""},
                                  {"Løkke", "lokke"}}) {
    EXPECT_EQ(name_key(name), key);
  }
}

}  // namespace
}  // namespace dateline
