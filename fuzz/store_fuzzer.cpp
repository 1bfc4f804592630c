// Stores: random reports, and a disk that fails at a random write. Whatever comes in and whenever it breaks off, what
// was committed is there afterwards, doing it again succeeds, and the store is whole.
#include <dateline/store.h>
#include <sqlite3.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <filesystem>
#include <string>
#include <vector>

#include "check.h"
#include "text/utf8.h"

namespace dateline::fuzz {
namespace {

/// A file system that writes through to the usual one until it has written enough.
class FailingFiles {
 public:
  static FailingFiles& instance() {
    static FailingFiles files;
    return files;
  }
  void allow(long writes) { left_ = writes; }

 private:
  struct File {
    sqlite3_file base;
    sqlite3_file* real;
  };

  FailingFiles() : usual_(sqlite3_vfs_find(nullptr)), vfs_(*usual_) {
    vfs_.szOsFile = static_cast<int>(sizeof(File)) + usual_->szOsFile;
    vfs_.zName = "failing";
    vfs_.xOpen = open;
    sqlite3_vfs_register(&vfs_, 1);
  }

  static sqlite3_file* real(sqlite3_file* file) { return reinterpret_cast<File*>(file)->real; }

  static int open(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* out) {
    auto* outer = reinterpret_cast<File*>(file);
    outer->real = reinterpret_cast<sqlite3_file*>(outer + 1);
    outer->real->pMethods = nullptr;
    sqlite3_vfs* usual = instance().usual_;
    const int result = usual->xOpen(usual, name, outer->real, flags, out);
    outer->base.pMethods = outer->real->pMethods == nullptr ? nullptr : methods();
    return result;
  }

  static bool fails() {
    long& left = instance().left_;
    if (left > 0) --left;
    return left == 0;
  }

  static const sqlite3_io_methods* methods() {
    static const sqlite3_io_methods all = [] {
      sqlite3_io_methods m{};
      m.iVersion = 2;
      m.xClose = [](sqlite3_file* f) { return real(f)->pMethods->xClose(real(f)); };
      m.xRead = [](sqlite3_file* f, void* to, int size, sqlite3_int64 at) {
        return real(f)->pMethods->xRead(real(f), to, size, at);
      };
      m.xWrite = [](sqlite3_file* f, const void* from, int size, sqlite3_int64 at) {
        return fails() ? SQLITE_FULL : real(f)->pMethods->xWrite(real(f), from, size, at);
      };
      m.xTruncate = [](sqlite3_file* f, sqlite3_int64 size) { return real(f)->pMethods->xTruncate(real(f), size); };
      m.xSync = [](sqlite3_file*, int) { return SQLITE_OK; };
      m.xFileSize = [](sqlite3_file* f, sqlite3_int64* size) { return real(f)->pMethods->xFileSize(real(f), size); };
      m.xLock = [](sqlite3_file* f, int level) { return real(f)->pMethods->xLock(real(f), level); };
      m.xUnlock = [](sqlite3_file* f, int level) { return real(f)->pMethods->xUnlock(real(f), level); };
      m.xCheckReservedLock = [](sqlite3_file* f, int* out) {
        return real(f)->pMethods->xCheckReservedLock(real(f), out);
      };
      m.xFileControl = [](sqlite3_file* f, int op, void* arg) {
        return real(f)->pMethods->xFileControl(real(f), op, arg);
      };
      m.xSectorSize = [](sqlite3_file* f) { return real(f)->pMethods->xSectorSize(real(f)); };
      m.xDeviceCharacteristics = [](sqlite3_file* f) { return real(f)->pMethods->xDeviceCharacteristics(real(f)); };
      m.xShmMap = [](sqlite3_file* f, int page, int size, int extend, void volatile** to) {
        return real(f)->pMethods->xShmMap(real(f), page, size, extend, to);
      };
      m.xShmLock = [](sqlite3_file* f, int offset, int n, int flags) {
        return real(f)->pMethods->xShmLock(real(f), offset, n, flags);
      };
      m.xShmBarrier = [](sqlite3_file* f) { real(f)->pMethods->xShmBarrier(real(f)); };
      m.xShmUnmap = [](sqlite3_file* f, int erase) { return real(f)->pMethods->xShmUnmap(real(f), erase); };
      return m;
    }();
    return &all;
  }

  sqlite3_vfs* usual_;
  sqlite3_vfs vfs_;
  long left_ = -1;
};

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

  std::filesystem::path store() const { return path_ / "fuzz.db"; }

 private:
  std::filesystem::path path_;
};

/// Adds group after group until the disk is full. True if it never was.
bool add(const std::filesystem::path& path, const std::vector<Report>& reports) try {
  Store store(path, {StoreAccess::create});
  for (std::size_t i = 0; i < reports.size(); i += 2)
    store.add(std::span(reports).subspan(i, std::min<std::size_t>(2, reports.size() - i)), "fuzz");
  return true;
} catch (const Error& error) {
  check(error.code() == ErrorCode::file_unwritable, "only the disk may fail");
  return false;
}

}  // namespace
}  // namespace dateline::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace dateline;
  auto& files = fuzz::FailingFiles::instance();
  fuzz::Choices choices(fuzz::text_of(data, size));
  const long writes = 1 + static_cast<long>(choices.below(200));
  std::vector<Report> reports;
  while (!choices.empty() && reports.size() < 8) reports.push_back(fuzz::some_report(choices));
  const fuzz::Folder folder;
  files.allow(writes);
  const bool whole = fuzz::add(folder.store(), reports);
  files.allow(-1);
  fuzz::check(fuzz::add(folder.store(), reports), "doing it again succeeds");
  Store store(folder.store(), {StoreAccess::write});
  fuzz::check(store.check().faults.empty(), "the store is whole");
  for (const Report& report : reports) fuzz::check(!store.lacks(report), "what was added is there");
  const std::size_t records = store.counts().records;
  fuzz::check(store.find({.with_rejected = true}).records.size() == records, "every record is found");
  fuzz::check(!whole || store.add(reports, "fuzz").known == reports.size(), "adding twice changes nothing");
  fuzz::check(store.counts().records == records, "and adds no record");
  return 0;
}
