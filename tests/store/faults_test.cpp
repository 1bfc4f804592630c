// Files that are no store, or not one for this program, or not to be written: a clear error, and nothing is touched.
#include <fcntl.h>
#include <unistd.h>

#include <fstream>
#include <iterator>

#include "hand_made.h"
#include "store/schema.h"
#include "store_files.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;
using testing::small_archive;
using testing::sql;

std::string contents(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void write(const fs::path& path, const std::string& bytes) { std::ofstream(path, std::ios::binary) << bytes; }

template <typename Work>
void expect_error(ErrorCode code, const std::string& said, Work work) {
  try {
    work();
    ADD_FAILURE() << "no error";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), code) << error.what();
    EXPECT_NE(std::string(error.what()).find(said), std::string::npos) << error.what();
  }
}

/// The superuser may write everywhere; nobody may not.
class AsNobody {
 public:
  AsNobody() : was_(::geteuid()) {
    if (was_ == 0) worked_ = ::seteuid(65534) == 0;
  }
  ~AsNobody() {
    if (was_ == 0 && worked_ && ::seteuid(0) != 0) std::abort();
  }
  AsNobody(const AsNobody&) = delete;
  AsNobody& operator=(const AsNobody&) = delete;

 private:
  uid_t was_;
  bool worked_ = false;
};

class Faults : public testing::StoreTest {
 protected:
  void expect_untouched(ErrorCode code, const std::string& said) {
    const std::string before = contents(path());
    for (const StoreAccess access : {StoreAccess::read, StoreAccess::write, StoreAccess::create})
      expect_error(code, said, [&] { Store store(path(), {access}); });
    EXPECT_EQ(contents(path()), before);
    std::size_t files = 0;
    for ([[maybe_unused]] const auto& entry : fs::directory_iterator(path().parent_path())) ++files;
    EXPECT_EQ(files, 1U);
  }
};

TEST_F(Faults, NoFile) {
  for (const StoreAccess access : {StoreAccess::read, StoreAccess::write})
    expect_error(ErrorCode::file_not_found, "no such store", [&] { Store store(path(), {access}); });
  EXPECT_FALSE(fs::exists(path()));
}

TEST_F(Faults, AnEmptyFileIsNoStoreYet) {
  write(path(), "");
  expect_error(ErrorCode::bad_store, "is empty", [&] { Store store(path()); });
  EXPECT_EQ(made().counts().texts, 0U);
}

TEST_F(Faults, AFileOfText) {
  write(path(), "2025-06-18\n\nRebels attacked a post." + std::string(200, '.'));
  expect_untouched(ErrorCode::bad_store, "is no store of Dateline");
}

TEST_F(Faults, AFolder) {
  fs::create_directory(path());
  expect_error(ErrorCode::bad_store, "is no file", [&] { Store store(path(), {StoreAccess::create}); });
}

TEST_F(Faults, AnotherProgramsDatabase) {
  sql(path(), "CREATE TABLE notes (text)");
  expect_untouched(ErrorCode::bad_store, "is another program's database");
  sql(path(), "PRAGMA application_id = 17");
  expect_untouched(ErrorCode::bad_store, "is another program's database");
}

TEST_F(Faults, ANewerStore) {
  made().add(small_archive(), "coder");
  sql(path(), "PRAGMA user_version = 99");
  expect_untouched(ErrorCode::bad_store, "newer Dateline (tables of version 99");
}

TEST_F(Faults, AWriteProtectedFile) {
  made().add(small_archive(), "coder");
  fs::permissions(path().parent_path(), fs::perms(0755));
  fs::permissions(path(), fs::perms(0444));
  const AsNobody nobody;
  expect_error(ErrorCode::file_unwritable, "write-protected", [&] { Store store(path(), {StoreAccess::write}); });
  EXPECT_EQ(Store(path()).find({}).records.size(), 4U) << "but it can be read";
}

TEST_F(Faults, AReadOnlyFolder) {
  made().add(small_archive(), "coder");
  fs::permissions(path(), fs::perms(0666));
  fs::permissions(path().parent_path(), fs::perms(0555));
  const AsNobody nobody;
  expect_error(ErrorCode::file_unwritable, "store cannot be", [&] { Store store(path(), {StoreAccess::write}); });
  expect_error(ErrorCode::file_unwritable, "store cannot be",
               [&] { Store store(path("other.db"), {StoreAccess::create}); });
  EXPECT_EQ(Store(path()).find({}).records.size(), 4U) << "but it can be read";
}

TEST_F(Faults, WritingToAStoreThatWasOpenedForReading) {
  made().add(small_archive(), "coder");
  Store store(path());
  expect_error(ErrorCode::file_unwritable, "store cannot be written", [&] { store.add(small_archive(), "coder"); });
  EXPECT_EQ(store.find({}).records.size(), 4U);
}

TEST_F(Faults, ASecondWriterWaitsAndThenSaysSo) {
  Store first = made();
  Store second(path(), {StoreAccess::write, std::chrono::milliseconds(20)});
  sqlite3* database = nullptr;
  ASSERT_EQ(sqlite3_open(path().c_str(), &database), SQLITE_OK);
  ASSERT_EQ(sqlite3_exec(database, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr), SQLITE_OK);
  expect_error(ErrorCode::store_busy, "another program is writing", [&] { second.add(small_archive(), "coder"); });
  EXPECT_TRUE(Store(path()).find({}).records.empty()) << "reading goes on";
  sqlite3_exec(database, "COMMIT", nullptr, nullptr, nullptr);
  sqlite3_close(database);
  EXPECT_EQ(second.add(small_archive(), "coder").texts, 3U);
  EXPECT_EQ(first.find({}).records.size(), 4U);
}

TEST_F(Faults, DamageIsFoundAndMended) {
  made().add(small_archive(), "coder");
  sql(path(),
      "PRAGMA foreign_keys = ON; DELETE FROM record WHERE id IN (SELECT max(id) FROM record); UPDATE text SET hash = 5 "
      "WHERE id = 2");
  Store store(path(), {StoreAccess::write});
  const auto found = store.check();
  EXPECT_EQ(found.faults.size(), 5U) << "a text's hash, its records, the index, the record's story and its keys";
  EXPECT_TRUE(found.repairs.empty());
  EXPECT_EQ(store.check(true).repairs.size(), 1U);
  const auto left = store.check().faults;
  ASSERT_EQ(left.size(), 1U);
  EXPECT_NE(left[0].find("is not the text that was added"), std::string::npos) << left[0];
  EXPECT_EQ(store.find({}).records.size(), 4U);
}

TEST_F(Faults, ADamagedTextIsHealedByAddingItAgain) {
  made().add(small_archive(), "coder");
  sql(path(), "UPDATE text SET reading = x'00ff12' WHERE id = 2");
  Store store(path(), {StoreAccess::write});
  EXPECT_FALSE(store.check(true).faults.empty());
  EXPECT_EQ(store.find({}).records.size(), 2U);
  EXPECT_EQ(store.add(small_archive(), "coder").texts, 1U);
  EXPECT_EQ(store.find({}).records.size(), 4U);
}

TEST_F(Faults, ADamagedFileIsRebuiltFromWhatCanBeRead) {
  {
    Store store = made();
    std::vector<Report> reports;
    for (int i = 0; i < 400; ++i) {
      Report report = small_archive()[1];
      report.id += std::to_string(i);
      report.text += " Words of number " + std::to_string(i) + ", " + std::to_string(i * i) + ".";
      reports.push_back(report);
    }
    store.add(reports, "coder");
    store.mark(store.find({.limit = 1}).records[0].id, "record", Verdict::right);
  }
  std::string bytes = contents(path());
  constexpr std::size_t kPage = 8192;
  ASSERT_GT(bytes.size(), 40 * kPage);
  for (std::size_t page = 12; page < bytes.size() / kPage; page += 9)
    bytes.replace(page * kPage, 64, std::string(64, '\x55'));
  write(path(), bytes);
  const CheckOutcome outcome = Store::rebuild(path());
  EXPECT_FALSE(outcome.repairs.empty());
  Store store(path());
  EXPECT_GT(store.counts().texts, 100U);
  EXPECT_EQ(store.check().faults, std::vector<std::string>{});
  EXPECT_EQ(contents(path().string() + ".damaged"), bytes);
}

TEST_F(Faults, EveryCutIsAnErrorOrAStore) {
  made().add(small_archive(), "coder");
  const std::string whole = contents(path());
  for (std::size_t size = 1; size < whole.size(); size += 1499) {
    write(path("cut.db"), whole.substr(0, size));
    try {
      Store store(path("cut.db"), {StoreAccess::write});
      store.check();
      store.find({});
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::bad_store) << size << ": " << error.what();
    }
    for (const char* part : {"", "-wal", "-shm"}) fs::remove(path("cut.db").string() + part);
  }
}

}  // namespace
}  // namespace dateline
