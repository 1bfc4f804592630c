// Measures the includes: a module includes only modules of lower floors (and itself), as docs/architecture.md
// draws them, and no file hides behind a name that says nothing.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

// Floor of every module. Modules of one floor never include each other.
const std::map<std::string, int> kFloors = {
    {"base", 0},  {"text", 1},  {"neural", 1}, {"report", 2},  {"readers", 3}, {"knowledge", 3}, {"formats", 3},
    {"score", 3}, {"store", 3}, {"parse", 4},  {"resolve", 4}, {"code", 5},    {"pipeline", 6},  {"facade", 7},
};
// Modules that may not be used from others although they stand lower.
const std::map<std::string, std::set<std::string>> kForbidden = {{"neural", {"text"}},
                                                                 {"parse", {"knowledge"}},
                                                                 {"resolve", {"neural"}},
                                                                 {"code", {"neural", "readers", "formats"}}};

struct Include {
  fs::path file;
  std::size_t line;
  std::string target;
};

std::vector<Include> includes_below(const fs::path& folder) {
  std::vector<Include> found;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.path().extension() != ".cpp" && entry.path().extension() != ".h") continue;
    std::ifstream in(entry.path());
    std::string text;
    for (std::size_t line = 1; std::getline(in, text); ++line) {
      const auto open = text.find_first_of("<\"", 8);
      if (text.starts_with("#include") && open != std::string::npos) {
        found.push_back({entry.path(), line, text.substr(open + 1, text.find_first_of(">\"", open + 1) - open - 1)});
      }
    }
  }
  return found;
}

std::string first_part(const std::string& path) { return path.substr(0, path.find('/')); }

TEST(Floors, AModuleIncludesOnlyLowerFloors) {
  const fs::path source = fs::path(DATELINE_SOURCE_DIR) / "src";
  std::size_t checked = 0;
  for (const Include& include : includes_below(source)) {
    const std::string from = first_part(fs::relative(include.file, source).generic_string());
    const std::string to = first_part(include.target);
    ASSERT_TRUE(kFloors.contains(from)) << include.file << " is in a module without a floor";
    if (from == to || !kFloors.contains(to)) continue;
    ++checked;
    EXPECT_LT(kFloors.at(to), kFloors.at(from))
        << include.file << ":" << include.line << " includes " << include.target;
    EXPECT_FALSE(kForbidden.contains(from) && kForbidden.at(from).contains(to))
        << include.file << ":" << include.line << " includes " << include.target;
  }
  EXPECT_GT(checked, 50U) << "the test no longer finds the includes";
}

TEST(Floors, ProgramsAndPublicHeadersUseTheFacadeOnly) {
  for (const char* folder : {"apps", "include", "examples"}) {
    for (const Include& include : includes_below(fs::path(DATELINE_SOURCE_DIR) / folder)) {
      EXPECT_FALSE(kFloors.contains(first_part(include.target)) && include.target.find('/') != std::string::npos &&
                   first_part(include.target) != "score")
          << include.file << ":" << include.line << " includes " << include.target;
    }
  }
}

TEST(Floors, NoFileOrFolderIsNamedForNothing) {
  for (const auto& entry : fs::recursive_directory_iterator(fs::path(DATELINE_SOURCE_DIR) / "src")) {
    for (const char* name : {"common", "util", "utils", "misc", "helpers"})
      EXPECT_NE(entry.path().stem(), name) << entry.path();
  }
}

}  // namespace
