// Runs every case file of tests/cases through the engine. A new case needs no C++: add a file.
#include <dateline/engine.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <iostream>

#include "case_file.h"

namespace dateline {
namespace {

std::vector<std::filesystem::path> case_files() {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(std::string(DATELINE_SOURCE_DIR) + "/tests/cases")) {
    if (entry.path().extension() == ".case") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

const Engine& engine() {
  static const Engine shared;
  return shared;
}

class Cases : public ::testing::TestWithParam<std::filesystem::path> {};

TEST_P(Cases, GiveTheirRecords) {
  testing::Case wanted = testing::read_case(GetParam());
  engine().code(wanted.report);
  const testing::Verdict verdict = testing::judge(wanted, wanted.report);
  for (const std::string& fault : verdict.faults) ADD_FAILURE() << wanted.name << ": " << fault;
  for (const std::string& news : verdict.news) std::cout << wanted.name << ": " << news << "\n";
}

INSTANTIATE_TEST_SUITE_P(All, Cases, ::testing::ValuesIn(case_files()), [](const auto& file) {
  std::string name = file.param.stem().string();
  for (char& c : name) {
    if (!std::isalnum(static_cast<unsigned char>(c))) c = '_';
  }
  return name;
});

}  // namespace
}  // namespace dateline
