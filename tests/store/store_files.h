// Stores of tests: a folder that goes away, and everything that a file says, as text.
#pragma once

#include <dateline/store.h>
#include <gtest/gtest.h>
#include <sqlite3.h>
#include <unistd.h>

#include <filesystem>
#include <string>
#include <vector>

namespace dateline::testing {

class StoreTest : public ::testing::Test {
 protected:
  StoreTest() {
    std::string pattern = (std::filesystem::temp_directory_path() / "dateline-store-XXXXXX").string();
    folder_ = ::mkdtemp(pattern.data());
  }
  ~StoreTest() override {
    std::error_code none;
    std::filesystem::permissions(folder_, std::filesystem::perms::owner_all, none);
    std::filesystem::remove_all(folder_, none);
  }

  std::filesystem::path path(const std::string& name = "events.db") const { return folder_ / name; }

  Store made(const std::string& name = "events.db") const { return Store(path(name), {StoreAccess::create}); }

 private:
  std::filesystem::path folder_;
};

/// Runs SQL and gives the rows as lines of fields.
inline std::string sql(const std::filesystem::path& path, const std::string& statements) {
  sqlite3* database = nullptr;
  EXPECT_EQ(sqlite3_open(path.c_str(), &database), SQLITE_OK);
  sqlite3_busy_timeout(database, 10000);
  std::string out;
  const auto add = [](void* text, int count, char** fields, char**) {
    for (int i = 0; i < count; ++i)
      static_cast<std::string*>(text)->append(i == 0 ? "" : "|").append(fields[i] == nullptr ? "NULL" : fields[i]);
    static_cast<std::string*>(text)->append("\n");
    return 0;
  };
  char* fault = nullptr;
  EXPECT_EQ(sqlite3_exec(database, statements.c_str(), add, &out, &fault), SQLITE_OK) << fault;
  sqlite3_free(fault);
  sqlite3_close(database);
  return out;
}

/// Makes these rows of records stories, each list one, in place of the stories that the store has. Ids are s1, s2, …
inline void set_stories(const std::filesystem::path& path, const std::vector<std::vector<std::int64_t>>& stories) {
  std::string statements = "DELETE FROM story_member; DELETE FROM story;";
  for (std::size_t i = 0; i < stories.size(); ++i) {
    const std::string id = std::to_string(i + 1);
    statements += "INSERT INTO story (id, title) VALUES (" + id + ", 'Story " + id + "');";
    for (const std::int64_t row : stories[i])
      statements += "INSERT INTO story_member (record, story) VALUES (" + std::to_string(row) + ", " + id + ");";
  }
  sql(path, statements);
}

/// Every row of every table in the order of their keys, and every word of the index: what a store says, however it
/// came to be written.
inline std::string dump(const std::filesystem::path& path) {
  std::string out;
  for (const char* table :
       {"label", "coder", "publication", "place", "record", "actor", "mark", "story", "story_decision", "place_box"})
    out += std::string(table) + "\n" + sql(path, "SELECT * FROM " + std::string(table) + " ORDER BY id");
  out += sql(path, "SELECT id, hash, coder, current, hex(reading), hex(coding) FROM text ORDER BY id");
  out += sql(path, "SELECT * FROM participant ORDER BY record, role, position; SELECT * FROM story_member ORDER BY 1");
  out += sql(path, "SELECT * FROM story_family ORDER BY 1; SELECT * FROM story_key ORDER BY key, record");
  out += sql(path,
             "CREATE VIRTUAL TABLE temp.words USING fts5vocab(main, record_words, instance);"
             "SELECT * FROM temp.words ORDER BY term, doc, col, offset");
  return out;
}

}  // namespace dateline::testing
