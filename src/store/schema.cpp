#include "store/schema.h"

#include <array>
#include <fstream>
#include <string>

namespace dateline::store {
namespace {

constexpr std::string_view kMagic{"SQLite format 3\0", 16};
constexpr std::size_t kHeader = 100;
constexpr std::size_t kApplicationAt = 68;

// The index of words is contentless: it holds terms, not texts, so that the file stays small. What is written into it
// follows from src/store/terms.cpp, and deleting needs the same words again: a change there is a new version.
constexpr std::string_view kVersion1 = R"sql(
CREATE TABLE label (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
) STRICT;
CREATE TABLE coder (
  id INTEGER PRIMARY KEY,
  fingerprint TEXT NOT NULL UNIQUE
) STRICT;
CREATE TABLE text (
  id INTEGER PRIMARY KEY,
  hash INTEGER NOT NULL,
  coder INTEGER NOT NULL REFERENCES coder,
  current INTEGER NOT NULL CHECK (current IN (0, 1)),
  reading BLOB NOT NULL,
  coding BLOB NOT NULL
) STRICT;
CREATE INDEX text_hash ON text (hash);
CREATE INDEX text_coder ON text (coder) WHERE current = 1;
CREATE TABLE publication (
  id INTEGER PRIMARY KEY,
  text INTEGER NOT NULL REFERENCES text,
  identity INTEGER,
  report TEXT NOT NULL,
  origin INTEGER NOT NULL CHECK (origin BETWEEN 0 AND 2),
  url TEXT,
  title TEXT,
  publisher INTEGER REFERENCES label,
  published INTEGER,
  replaced_by INTEGER REFERENCES publication
) STRICT;
CREATE INDEX publication_text ON publication (text);
CREATE INDEX publication_identity ON publication (identity) WHERE identity IS NOT NULL;
CREATE TABLE place (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  country INTEGER REFERENCES label,
  admin1 INTEGER REFERENCES label,
  latitude REAL,
  longitude REAL,
  precision INTEGER NOT NULL CHECK (precision BETWEEN 0 AND 4),
  gazetteer TEXT
) STRICT;
CREATE INDEX place_name ON place (name);
CREATE VIRTUAL TABLE place_box USING rtree (id, south, north, west, east);
CREATE TABLE record (
  id INTEGER PRIMARY KEY,
  text INTEGER NOT NULL REFERENCES text,
  position INTEGER NOT NULL,
  code INTEGER NOT NULL,
  type INTEGER NOT NULL REFERENCES label,
  status INTEGER NOT NULL CHECK (status BETWEEN 0 AND 4),
  place INTEGER REFERENCES place,
  confidence INTEGER NOT NULL CHECK (confidence BETWEEN 0 AND 1000),
  rejected INTEGER NOT NULL DEFAULT 0 CHECK (rejected IN (0, 1))
) STRICT;
CREATE UNIQUE INDEX record_text ON record (text, position);
CREATE INDEX record_code ON record (code);
CREATE VIRTUAL TABLE record_words USING fts5 (
  sentence, title, actor, recipient, claimant, place, codes,
  content = '', columnsize = 0, tokenize = "porter unicode61 remove_diacritics 2 tokenchars '_'"
);
)sql";

constexpr std::string_view kVersion2 = R"sql(
CREATE TABLE actor (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL COLLATE NOCASE,
  country INTEGER REFERENCES label,
  sector INTEGER REFERENCES label,
  wikidata TEXT
) STRICT;
CREATE INDEX actor_name ON actor (name);
CREATE TABLE participant (
  record INTEGER NOT NULL REFERENCES record ON DELETE CASCADE,
  role INTEGER NOT NULL CHECK (role BETWEEN 0 AND 2),
  position INTEGER NOT NULL,
  actor INTEGER NOT NULL REFERENCES actor,
  PRIMARY KEY (record, role, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE mark (
  id INTEGER PRIMARY KEY,
  text INTEGER NOT NULL REFERENCES text,
  trigger INTEGER NOT NULL,
  field TEXT NOT NULL,
  value TEXT NOT NULL,
  verdict INTEGER NOT NULL CHECK (verdict IN (0, 1)),
  note TEXT,
  code INTEGER NOT NULL,
  UNIQUE (text, trigger, field, value)
) STRICT;
CREATE TABLE story (
  id INTEGER PRIMARY KEY,
  title TEXT NOT NULL,
  first INTEGER,
  last INTEGER
) STRICT;
CREATE INDEX story_last ON story (last);
CREATE TABLE story_member (
  record INTEGER PRIMARY KEY REFERENCES record ON DELETE CASCADE,
  story INTEGER NOT NULL REFERENCES story ON DELETE CASCADE
) STRICT;
CREATE INDEX story_member_story ON story_member (story);
CREATE TABLE story_decision (
  id INTEGER PRIMARY KEY,
  joins INTEGER NOT NULL CHECK (joins IN (0, 1)),
  first_text INTEGER NOT NULL REFERENCES text,
  first_trigger INTEGER NOT NULL,
  first_code INTEGER NOT NULL,
  second_text INTEGER NOT NULL REFERENCES text,
  second_trigger INTEGER NOT NULL,
  second_code INTEGER NOT NULL,
  UNIQUE (first_text, first_trigger, second_text, second_trigger)
) STRICT;
)sql";

// One name may be many actors: "police" of every country. All that tells them apart is in the index, so that adding
// does not slow down as they grow. A story's key has no reference to its record, for which it would need an index of
// its own: it follows from the record.
constexpr std::string_view kVersion3 = R"sql(
DROP INDEX actor_name;
CREATE INDEX actor_name ON actor (name, country, sector, wikidata);
CREATE TABLE story_key (
  key INTEGER NOT NULL,
  record INTEGER NOT NULL,
  PRIMARY KEY (key, record)
) STRICT, WITHOUT ROWID;
CREATE TABLE story_family (
  story INTEGER PRIMARY KEY REFERENCES story ON DELETE CASCADE,
  family INTEGER NOT NULL
) STRICT;
CREATE INDEX story_family_family ON story_family (family);
CREATE INDEX story_decision_second ON story_decision (second_text, second_trigger);
)sql";

// Lists of the words that begin with the same two or three letters: without them a short beginning of a word has SQLite
// merge the lists of thousands of words before it gives its first answer.
constexpr std::string_view kVersion4 = R"sql(
DROP TABLE record_words;
CREATE VIRTUAL TABLE record_words USING fts5 (
  sentence, title, actor, recipient, claimant, place, codes,
  content = '', columnsize = 0, prefix = '2 3', tokenize = "porter unicode61 remove_diacritics 2 tokenchars '_'"
);
)sql";

constexpr std::array kMigrations = {Migration{kVersion1, false}, Migration{kVersion2, true}, Migration{kVersion3, true},
                                    Migration{kVersion4, true}};

constexpr std::array<std::string_view, 8> kDerived = {"story_key",   "story_family", "story_member", "story",
                                                      "participant", "record",       "actor",        "place"};

std::uint32_t big_endian(std::string_view bytes) {
  std::uint32_t value = 0;
  for (const char c : bytes.substr(0, 4)) value = value << 8 | static_cast<unsigned char>(c);
  return value;
}

std::string first_bytes(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw Error(ErrorCode::file_unreadable, "the store cannot be opened", path.string());
  std::string head(kHeader, '\0');
  in.read(head.data(), static_cast<std::streamsize>(head.size()));
  head.resize(static_cast<std::size_t>(in.gcount()));
  return head;
}

bool has_journal(const std::filesystem::path& path) {
  std::error_code failure;
  return std::filesystem::exists(path.string() + "-journal", failure);
}

}  // namespace

std::span<const Migration> migrations() { return kMigrations; }

bool is_store(const std::filesystem::path& path) {
  std::error_code failure;
  if (!std::filesystem::exists(path, failure)) return false;
  if (!std::filesystem::is_regular_file(path, failure))
    throw Error(ErrorCode::bad_store, "is no file, so no store", path.string());
  const std::string head = first_bytes(path);
  if (head.empty()) return false;
  const bool database = head.size() == kHeader && head.starts_with(kMagic);
  if (database && big_endian(head.substr(kApplicationAt)) == kApplication) return true;
  // A store whose making was cut short: SQLite takes back what the journal says, which is all of it.
  if (database && big_endian(head.substr(kApplicationAt)) == 0 && has_journal(path)) return false;
  throw Error(ErrorCode::bad_store, database ? "is another program's database" : "is no store of Dateline",
              path.string());
}

void make_tables(const Connection& connection) {
  connection.run("PRAGMA page_size = 8192");
  Transaction transaction(connection, Transaction::Kind::write);
  if (connection.value("PRAGMA application_id") == kApplication) return;  // somebody else was first
  if (connection.value("SELECT count(*) FROM sqlite_schema") != 0)
    throw Error(ErrorCode::bad_store, "is another program's database");
  for (const Migration& step : migrations()) connection.run(std::string(step.sql));
  connection.run("PRAGMA application_id = " + std::to_string(kApplication));
  connection.run("PRAGMA user_version = " + std::to_string(newest_version()));
  transaction.commit();
}

std::int64_t version_of(const Connection& connection, const std::filesystem::path& path) {
  const std::int64_t version = connection.value("PRAGMA user_version");
  if (version >= 1 && version <= newest_version()) return version;
  if (version > newest_version())
    throw Error(ErrorCode::bad_store,
                "was written by a newer Dateline (tables of version " + std::to_string(version) +
                    ", this program knows " + std::to_string(newest_version()) + ")",
                path.string());
  throw Error(ErrorCode::bad_store, "the store is damaged (no version)", path.string());
}

std::span<const std::string_view> derived_tables() { return kDerived; }

void empty_derived_tables(const Connection& connection) {
  connection.run("INSERT INTO record_words (record_words) VALUES ('delete-all')");
  connection.run("DELETE FROM place_box");
  for (const std::string_view table : kDerived) connection.run("DELETE FROM " + std::string(table));
}

}  // namespace dateline::store
