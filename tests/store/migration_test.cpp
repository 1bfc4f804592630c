// A file of the first version, built with the SQL of that version, is brought to the newest one.
#include "hand_made.h"
#include "store/blobs.h"
#include "store/identity.h"
#include "store/schema.h"
#include "store_files.h"

namespace dateline {
namespace {

using testing::dump;
using testing::small_archive;
using testing::sql;

std::string hex(const std::string& bytes) {
  constexpr char kDigits[] = "0123456789abcdef";
  std::string out = "x'";
  for (const char c : bytes) out.append({kDigits[static_cast<unsigned char>(c) >> 4], kDigits[c & 15]});
  return out + "'";
}

class Migration : public testing::StoreTest {
 protected:
  /// What version 1 kept of the archive; its derived tables are left empty, since they are made anew.
  void make_version_1() {
    std::string script(store::migrations()[0].sql);
    script += "PRAGMA application_id = " + std::to_string(store::kApplication) + "; PRAGMA user_version = 1;";
    script += "INSERT INTO label VALUES (1, 'Coast Press'), (2, 'Hill Radio'); INSERT INTO coder VALUES (1, 'coder');";
    std::size_t number = 0;
    for (const Report& report : small_archive()) {
      const std::string id = std::to_string(++number);
      script += "INSERT INTO text VALUES (" + id + ", " +
                std::to_string(store::hash_of(store::normalised(report.text))) + ", 1, 1, " +
                hex(store::pack_reading(report)) + ", " + hex(store::pack_coding(report)) + ");";
      script += "INSERT INTO publication VALUES (" + id + ", " + id + ", " +
                std::to_string(store::hash_of(store::key_of(report))) + ", '" + report.id + "', 0, " +
                (report.url.empty() ? "NULL" : "'" + report.url + "'") + ", " +
                (report.title.empty() ? "NULL" : "'" + report.title + "'") + ", " +
                (report.publisher.empty() ? "NULL"
                 : number == 1            ? "1"
                                          : "2") +
                ", " + std::to_string(*store::number_of(report.published)) + ", NULL);";
    }
    sql(path(), script);
  }
};

TEST_F(Migration, FromTheFirstVersionToTheNewest) {
  make_version_1();
  Store store(path(), {StoreAccess::write});
  EXPECT_EQ(sql(path(), "PRAGMA user_version"), std::to_string(store::newest_version()) + "\n");
  EXPECT_EQ(store.find({.actors = {"PRK"}}).records.size(), 1U);
  EXPECT_EQ(store.check().faults, std::vector<std::string>{});
  store.mark(store.find({.limit = 1}).records[0].id, "record", Verdict::right);
  EXPECT_EQ(store.add(small_archive(), "coder").known, 3U);
}

TEST_F(Migration, HappensForAReaderToo) {
  make_version_1();
  EXPECT_EQ(Store(path()).find({}).records.size(), 4U);
}

TEST_F(Migration, EndsAsIfTheStoreHadBeenMadeNow) {
  make_version_1();
  { Store store(path(), {StoreAccess::write}); }
  Store fresh = made("fresh.db");
  fresh.add(small_archive(), "coder");
  const char* schema = "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY name";
  EXPECT_EQ(sql(path(), schema), sql(path("fresh.db"), schema));
  const char* records = "SELECT id, text, position, code, status, place, confidence FROM record ORDER BY id";
  EXPECT_EQ(sql(path(), records), sql(path("fresh.db"), records));
}

TEST_F(Migration, OfAFileThatCannotBeWrittenIsAllOrNothing) {
  make_version_1();
  sql(path(), "CREATE TABLE story (id INTEGER PRIMARY KEY)");  // in the way of the second version
  EXPECT_THROW(Store(path(), {StoreAccess::write}), Error);
  EXPECT_EQ(sql(path(), "PRAGMA user_version; SELECT count(*) FROM sqlite_schema WHERE name = 'participant'"),
            "1\n0\n");
}

}  // namespace
}  // namespace dateline
