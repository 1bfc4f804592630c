// Stores: random reports, marks and second codings, broken off at a random write by a full disk or a kill, which may be
// another time in the second try. Whatever comes in and whenever it breaks off, doing it again ends in the state of an
// unbroken run, and the store is whole.
#include <dateline/store.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "check.h"
#include "failing_files.h"
#include "text/utf8.h"

namespace dateline::fuzz {
namespace {

/// Takes the input for decisions and texts.
class Choices {
 public:
  explicit Choices(std::string_view bytes) : rest_(bytes) {}

  bool empty() const { return rest_.empty(); }
  std::size_t below(std::size_t end) { return end == 0 ? 0 : byte() % end; }
  std::string text() {
    const std::size_t size = std::min<std::size_t>(byte(), rest_.size());
    const std::string out = repair(rest_.substr(0, size)).text;
    rest_.remove_prefix(size);
    return out;
  }
  std::string name() { return std::string(1, static_cast<char>('a' + below(6))); }

 private:
  unsigned char byte() {
    if (rest_.empty()) return 0;
    const auto first = static_cast<unsigned char>(rest_.front());
    rest_.remove_prefix(1);
    return first;
  }

  std::string_view rest_;
};

Span some_span(Choices& choices, const Report& report) {
  const std::size_t begin = choices.below(report.text.size() + 1);
  return {static_cast<std::uint32_t>(begin),
          static_cast<std::uint32_t>(begin + choices.below(report.text.size() - begin + 1))};
}

Actor some_actor(Choices& choices, const Report& report) {
  return {some_span(choices, report), choices.text(), choices.name(), choices.name(), ""};
}

void add_event(Choices& choices, Report& report) {
  Event event;
  event.trigger = some_span(choices, report);
  event.type = choices.name();
  event.status = static_cast<Status>(choices.below(5));
  event.actors.push_back(some_actor(choices, report));
  if (choices.below(2) == 0) event.sources.push_back({some_actor(choices, report), choices.text(), {}});
  if (choices.below(2) == 0) {
    event.place.emplace();
    event.place->name = choices.text();
    event.place->located = choices.below(2) == 0;
    event.place->latitude = static_cast<double>(choices.below(256)) - 128;
    event.place->longitude = 3 * static_cast<double>(choices.below(256)) - 384;
  }
  event.confidence = static_cast<double>(choices.below(256)) / 200;
  report.events.push_back(event);
}

Report some_report(Choices& choices) {
  Report report;
  report.id = choices.name();
  report.id_origin = static_cast<IdOrigin>(choices.below(3));
  if (choices.below(2) == 0) report.url = choices.name();
  report.title = choices.text();
  report.text = choices.text() + ".";
  const Span all{0, static_cast<std::uint32_t>(report.text.size())};
  report.segments = {{all, "", ""}};
  report.paragraphs = {all};
  report.sentences.push_back({{}, all, 0, 0});
  for (std::size_t i = choices.below(4); i > 0; --i) add_event(choices, report);
  return report;
}

class Folder {
 public:
  Folder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "dateline-fuzz-XXXXXX").string();
    check(::mkdtemp(pattern.data()) != nullptr, "a folder can be made");
    path_ = pattern;
  }
  ~Folder() {
    std::error_code none;
    std::filesystem::remove_all(path_, none);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  std::filesystem::path store(const char* name) const { return path_ / name; }

 private:
  std::filesystem::path path_;
};

/// What a run does to a store: adds group after group, marks some records, and codes the reports again.
struct Work {
  struct Decision {
    std::string record;
    bool right = false;
    std::string note;
  };

  std::vector<Report> reports;
  std::size_t group = 2;
  std::vector<Decision> decisions;
  bool recodes = false;
};

Work some_work(Choices& choices) {
  Work work;
  work.group = 1 + choices.below(3);
  work.recodes = choices.below(2) == 0;
  const std::size_t decisions = choices.below(3);
  while (!choices.empty() && work.reports.size() < 8) work.reports.push_back(some_report(choices));
  for (std::size_t i = 0; i < decisions && i < work.reports.size(); ++i) {
    const Report& report = work.reports[i];
    if (!report.events.empty())
      work.decisions.push_back({record_id(report, report.events[0]), i % 2 == 1, report.title});
  }
  return work;
}

/// A decision may be about a record that has become history or is no longer coded.
void decide(Store& store, const Work::Decision& decision) try {
  store.mark(decision.record, "record", decision.right ? Verdict::right : Verdict::wrong, decision.note);
} catch (const Error& error) {
  if (error.code() == ErrorCode::file_unwritable) throw;  // the disk is full
  check(error.code() == ErrorCode::unknown_record, "a record that is there can be marked");
}

/// Another coding: the same events, surer, but the last one of several is gone.
void code_again(Store& store, const std::vector<Report>& reports) {
  for (auto stale = store.stale("second", 3); !stale.empty(); stale = store.stale("second", 3)) {
    for (Report& report : stale) {
      const auto same =
          std::find_if(reports.begin(), reports.end(), [&](const Report& r) { return r.text == report.text; });
      check(same != reports.end(), "every text is one that was added");
      report.sentences = same->sentences;
      report.events = same->events;
      if (report.events.size() > 1) report.events.pop_back();
      for (Event& event : report.events) event.confidence /= 2;
    }
    store.recode(stale, "second");
  }
}

void do_all(const std::filesystem::path& path, const Work& work) {
  Store store(path, {StoreAccess::create});
  const std::span<const Report> all = work.reports;
  for (std::size_t i = 0; i < all.size(); i += work.group)
    store.add(all.subspan(i, std::min(work.group, all.size() - i)), "first");
  for (const Work::Decision& decision : work.decisions) decide(store, decision);
  if (work.recodes) code_again(store, work.reports);
}

void do_until_disk_is_full(const std::filesystem::path& path, const Work& work) try {
  do_all(path, work);
} catch (const Error& error) {
  check(error.code() == ErrorCode::file_unwritable, "only the disk may fail");
}

/// In another process, which is killed at that write, or ends.
void do_until_killed(const std::filesystem::path& path, const Work& work, long write) {
  const pid_t child = ::fork();
  check(child >= 0, "a process can be made");
  if (child == 0) {
    FailingFiles::instance().fail_at(write, Failure::kill);
    try {
      do_all(path, work);
    } catch (const std::exception&) {
      ::_exit(1);
    }
    ::_exit(0);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  check(WIFSIGNALED(status) ? WTERMSIG(status) == SIGKILL : WEXITSTATUS(status) == 0, "only a kill stops it");
}

void break_off(const std::filesystem::path& path, const Work& work, long write, Failure failure) {
  if (failure == Failure::kill) return do_until_killed(path, work, write);
  FailingFiles::instance().fail_at(write, failure);
  do_until_disk_is_full(path, work);
  FailingFiles::instance().never_fail();
}

/// All that a store says, in the order in which it says it.
std::string state_of(const Store& store) {
  std::string out;
  store.each({.with_rejected = true}, [&](const StoredRecord& record) {
    out += std::to_string(record.key) + " " + record.id + " " + record.report->id + " " + record.story + " " +
           std::to_string(record.index) + (record.rejected ? " rejected\n" : "\n");
    for (const Publication& publication : store.publications(record))
      out += " " + publication.report + " " + publication.url + (publication.replaced ? " replaced\n" : "\n");
    return true;
  });
  for (const Mark& mark : store.marks()) out += mark.record + " " + mark.value + " " + mark.note + "\n";
  const StoreCounts counts = store.counts();
  return out + std::to_string(counts.texts) + " " + std::to_string(counts.current) + " " +
         std::to_string(counts.publications) + " " + std::to_string(counts.records);
}

void check_whole(Store& store, const Work& work) {
  check(store.check().faults.empty(), "the store is whole");
  for (const Report& report : work.reports) check(!store.lacks(report), "what was added is there");
  const std::size_t records = store.counts().records;
  check(store.find({.with_rejected = true}).records.size() == records, "every record is found");
  check(store.add(work.reports, "first").known == work.reports.size(), "adding twice changes nothing");
  check(store.counts().records == records, "and adds no record");
}

}  // namespace
}  // namespace dateline::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace dateline;
  fuzz::FailingFiles::instance().never_fail();
  fuzz::Choices choices(fuzz::text_of(data, size));
  const auto write = [&] { return 1 + static_cast<long>(choices.below(200)); };
  const long first = write();
  const long second = write();
  const auto failure = choices.below(2) == 0 ? fuzz::Failure::full_disk : fuzz::Failure::kill;
  const bool twice = choices.below(2) == 0;
  const fuzz::Work work = fuzz::some_work(choices);
  const fuzz::Folder folder;
  const auto path = folder.store("broken.db");
  fuzz::break_off(path, work, first, failure);
  if (twice) fuzz::break_off(path, work, second, fuzz::Failure::kill);
  fuzz::do_all(path, work);
  fuzz::do_all(folder.store("unbroken.db"), work);
  Store store(path, {StoreAccess::write});
  const std::string unbroken = fuzz::state_of(Store(folder.store("unbroken.db")));
  fuzz::check(fuzz::state_of(store) == unbroken, "doing it again ends in the state of an unbroken run");
  fuzz::check_whole(store, work);
  return 0;
}
