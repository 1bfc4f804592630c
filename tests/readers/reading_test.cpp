// Reading of dirty input: every fault is named with file and line, and the rest is read.
#include <dateline/reading.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

namespace dateline {
namespace {

namespace fs = std::filesystem;

class Reading : public ::testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::temp_directory_path() / ("dateline_" + std::to_string(::getpid()));
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }

  std::string write(const std::string& name, const std::string& bytes) {
    const fs::path path = folder_ / name;
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << bytes;
    return path.string();
  }

  /// Ids of the reports, then the complaints as code@line.
  std::string read(const std::vector<std::string>& inputs, ReadOptions options = {}) {
    std::string out;
    std::string faults;
    read_reports(
        inputs, options,
        [&](Report&& report) {
          reports_.push_back(std::move(report));
          out += reports_.back().id + " ";
          return true;
        },
        [&](const Complaint& c) { faults += " " + std::string(describe(c.code).name) + "@" + std::to_string(c.line); });
    return out + "|" + faults;
  }

  fs::path folder_;
  std::vector<Report> reports_;
};

TEST_F(Reading, TakesTheUsualFieldNames) {
  const auto file =
      write("a.jsonl", R"({"id":"x","headline":"T","body":"Words.","date":"2024-01-02","source":"S"})"
                       "\n"
                       R"({"_id":7,"title":"T","content":"Words.","pubDate":"Tue, 02 Jan 2024","outlet":"S"})"
                       "\n"
                       R"({"text":"Words.","published":"2024-01-02","sources":[{"url":"u","publisher":"P"}]})"
                       "\n");
  EXPECT_EQ(read({file}), "x 7 a-3 |");
  EXPECT_EQ(reports_[0].title, "T");
  EXPECT_EQ(reports_[2].publisher, "P");
  EXPECT_EQ(reports_[2].url, "u");
}

TEST_F(Reading, NamesBrokenLinesAndGoesOn) {
  const auto file = write("a.jsonl",
                          "{\"text\":\n[1]\n\n{\"id\":\"b\"}\n{\"id\":\"c\",\"text\":\"W.\",\"date\":\"never\"}\n"
                          "{\"id\":\"d\",\"text\":\"W.\",\"date\":\"2024-01-02\"}");
  EXPECT_EQ(read({file}), "d | bad_json@1 bad_report@2 bad_report@4 bad_date@5");
}

TEST_F(Reading, ReadsAnArrayOfObjects) {
  const auto file = write(
      "a.json", "[{\"text\":\"One.\",\"date\":\"2024-01-02\"},\n {\"text\":\"Two.\",\"date\":\"2024-01-02\"}, 3]");
  EXPECT_EQ(read({file}), "a-1 a-2 | bad_report@1");
}

TEST_F(Reading, RepairsWhatIsNotUtf8) {
  const auto file = write("a.txt", "2024-01-02\n\nThe na\xefve plan failed.");
  EXPECT_EQ(read({file}), "a | bad_encoding@0");
  EXPECT_NE(reports_[0].text.find("na\xc3\xafve"), std::string::npos);
}

TEST_F(Reading, NamesEmptyMissingAndLargeReports) {
  const auto empty = write("empty.txt", " \n");
  const auto large = write("large.txt", std::string(5000, 'x'));
  ReadOptions options;
  options.max_bytes = 4000;
  EXPECT_EQ(read({empty, (folder_ / "none.txt").string(), large}, options),
            "| bad_report@0 file_not_found@0 too_large@0");
}

TEST_F(Reading, ReadsFoldersInNameOrder) {
  write("in/b.txt", "2024-01-02\n\nB.");
  write("in/sub/c.txt", "2024-01-02\n\nC.");
  write("in/a.txt", "2024-01-02\n\nA.");
  write("in/skip.pdf", "no");
  EXPECT_EQ(read({(folder_ / "in").string()}), "a b c |");
}

TEST_F(Reading, SaysThatADateIsMissing) {
  const auto file = write("a.txt", "Words.");
  EXPECT_EQ(read({file}), "a | bad_date@0");
}

}  // namespace
}  // namespace dateline
