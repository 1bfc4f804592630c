// Codes reports, keeps them in a store of their own and asks into which stories their records were put.
#include <dateline/reading.h>
#include <dateline/score.h>
#include <dateline/store.h>
#include <unistd.h>

#include <map>

#include "score/lines.h"
#include "score/stories.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;

/// A folder that goes away with what is in it.
class Folder {
 public:
  Folder() {
    std::string pattern = (fs::temp_directory_path() / "dateline-score-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr) throw Error(ErrorCode::file_unwritable, "no folder can be made", pattern);
    path_ = pattern;
  }
  ~Folder() {
    std::error_code none;
    fs::remove_all(path_, none);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  fs::path file(const char* name) const { return path_ / name; }

 private:
  fs::path path_;
};

std::vector<score::StoryReport> read_all(const std::vector<fs::path>& gold) {
  std::vector<score::StoryReport> out;
  for (const fs::path& file : gold) {
    for (score::StoryReport& report : score::read_stories(score::contents_of(file), file.string())) {
      report.report.published = parse_date(report.published);
      out.push_back(std::move(report));
    }
  }
  return out;
}

/// Stories by report and place of the record in it.
std::map<std::string, std::map<std::size_t, std::string>> stories_in(const Store& store) {
  std::map<std::string, std::map<std::size_t, std::string>> out;
  store.each({}, [&](const StoredRecord& record) {
    out[record.report->id][record.index] = record.story;
    return true;
  });
  return out;
}

std::string description(const Report& report, std::size_t index) {
  const Event& event = report.events[index];
  return report.id + " " + event.type + " " + std::string(report.slice(report.sentences[event.sentence].span));
}

}  // namespace

Score score_stories(const Engine& engine, const std::vector<fs::path>& gold, bool errors) {
  const auto wanted = read_all(gold);
  std::vector<Report> reports;
  reports.reserve(wanted.size());
  for (const score::StoryReport& report : wanted) reports.push_back(report.report);
  engine.code(reports);
  const Folder folder;
  Store store(folder.file("stories.db"), {StoreAccess::create});
  store.add(reports, engine.fingerprint());
  auto stories = stories_in(store);
  std::vector<score::StoryRecord> records;
  std::size_t labels = 0;
  for (std::size_t i = 0; i < reports.size(); ++i) {
    for (const score::StoryLabel& label : wanted[i].labels) {
      ++labels;
      const std::size_t index = score::answer_to(label, reports[i]);
      if (index == std::string::npos) continue;
      records.push_back({label.story, stories[reports[i].id][index], description(reports[i], index)});
    }
  }
  return score::score_stories(records, labels, errors);
}

}  // namespace dateline
