// A store: a body of evidence that grows for years, in one SQLite file (docs/formats/store.md).
//
// It keeps every text as it was read, with its records. The same text from elsewhere is one text with two
// publications; a newer version of a report takes the place of the older one, which stays as history; what a person
// decided about a record survives coding the reports again.
//
//   dateline::Store store("events.db", {dateline::StoreAccess::create});
//   if (store.lacks(report)) engine.code(report);
//   store.add({&report, 1}, engine.fingerprint());
//   for (const auto& found : store.find({.actors = {"PRK"}, .limit = 20}).records) …
//
// Every call that writes is one transaction: killed at any moment, the file is as before the call or as after it.
// Any number of programs may read while one writes; a second writer waits. A Store belongs to one thread at a time;
// several threads open one each.
//
// What fails throws Error: bad_store (damaged, another program's or a newer Dateline's file; nothing is touched then),
// store_busy (another program writes for longer than `wait`), file_unwritable (no permission, disk full),
// file_unreadable, file_not_found.
#pragma once

#include <dateline/error.h>
#include <dateline/report.h>

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

/// What a store is opened for. `create` writes and makes the file if there is none.
enum class StoreAccess : std::uint8_t { read, write, create };

struct StoreOptions {
  StoreAccess access = StoreAccess::read;
  std::chrono::milliseconds wait{10000};  ///< for another writer to finish
};

/// A rectangle in degrees of WGS 84. West greater than east: across the 180th meridian.
struct GeoBox {
  double south = -90, west = -180, north = 90, east = 180;
};

struct GeoCircle {
  double latitude = 0, longitude = 0;
  double kilometres = 50;
};

/// What to find: records for which everything that is set here holds.
///
/// An actor is told by codes in capitals (a country "PRK", a sector "MIL", or both of one actor "PRK MIL") or by words
/// of a name ("shoigu"); the name of a country also finds those who belong to it.
struct StoreQuery {
  std::vector<std::string> actors{};      ///< each of them acts
  std::vector<std::string> recipients{};  ///< each of them is acted upon
  std::vector<std::string> claimants{};   ///< each of them says so
  std::vector<std::string> types{};       ///< one of them: "ASSAULT", or "ASSAULT:aerial" with its mode
  std::vector<Status> statuses{};         ///< one of them
  std::vector<std::string> contexts{};    ///< one of them
  std::string country{};                  ///< of the place: ISO 3166-1 alpha-3
  std::string place{};                    ///< words of the place's name or region
  std::optional<GeoBox> box{};            ///< the place lies in it
  std::optional<GeoCircle> near{};        ///< the place lies in it
  /// The first day of the record's date, or the report's day if the record has no date. Both inclusive.
  std::optional<std::chrono::year_month_day> since{}, until{};
  std::string text{};          ///< words of the sentence or title, "phrases", beginnings* of words: all of them
  bool with_rejected = false;  ///< also records that were marked wrong as a whole
  bool oldest_first = false;   ///< otherwise the latest day comes first
  std::size_t limit = 0;       ///< at most so many; 0: all
};

/// One record of the store.
struct StoredRecord {
  std::string id;                        ///< as in the record format
  std::int64_t key = 0;                  ///< row in the file: for tables that refer to records
  std::shared_ptr<const Report> report;  ///< as read, with sentences (without words) and events
  std::size_t index = 0;                 ///< in report->events
  std::string story;                     ///< id of its story, or empty
  bool rejected = false;                 ///< marked wrong as a whole

  const Event& event() const { return report->events[index]; }
};

struct FoundRecords {
  std::vector<StoredRecord> records;
  bool more = false;  ///< the limit left some out
};

/// Where and when a text was published.
struct Publication {
  std::string report;  ///< id of the report
  std::string url, title, publisher;
  std::optional<std::chrono::year_month_day> published;
  bool replaced = false;  ///< by a newer version with another text
};

/// What adding reports came to.
struct AddOutcome {
  std::size_t known = 0;         ///< reports that changed nothing
  std::size_t texts = 0;         ///< texts that the store had not
  std::size_t publications = 0;  ///< texts that it had, published elsewhere
  std::size_t versions = 0;      ///< reports (among the texts or publications) that replace an older version
  std::size_t records = 0;       ///< records of new texts

  AddOutcome& operator+=(const AddOutcome& other);
};

/// How one record was changed by coding its report again.
struct RecordChange {
  enum class Kind : std::uint8_t { added, removed, changed };
  Kind kind = Kind::changed;
  std::string report;               ///< id of the report
  std::string before, after;        ///< ids of the record; empty where there is none
  std::vector<std::string> fields;  ///< of a changed record: what differs, in the words of the record format
};

struct RecodeOutcome {
  std::size_t reports = 0;
  std::size_t unchanged = 0;   ///< records that are as before
  std::size_t marks_kept = 0;  ///< decisions that hold for the new records
  std::size_t marks_open = 0;  ///< decisions on something that is no longer coded so; they stay in the store
  std::vector<RecordChange> changes;
};

enum class Verdict : std::uint8_t { wrong, right };

/// What a person decided about a field of a record. It belongs to the words that the record was read from and to the
/// value that was judged, so that it holds again whenever the same is coded.
struct Mark {
  std::string record;  ///< id when it was marked
  std::string field;   ///< "record" for the record as a whole, or a field of the record format
  Verdict verdict = Verdict::right;
  std::string value;     ///< what was judged
  std::string note;      ///< the person's own words
  std::string report;    ///< id of the report
  std::string sentence;  ///< what the record was read from, if the sentence still has a record
  std::string trigger;
  bool holds = true;  ///< the record still has that value
};

/// Records of one real event, linked when their reports were added (docs/stories.md). Every record is in a story,
/// unless it was marked wrong as a whole; most stories have one record.
struct Story {
  std::string id;     ///< stays while reports are added, unless the story becomes part of one that is older
  std::string title;  ///< "PRK → RUS: 6,000 personnel pledged for Kursk, 4 June 2025"
  std::optional<std::chrono::year_month_day> first, last;  ///< days of its records
  std::size_t records = 0;
};

struct StoryQuery {
  std::optional<std::chrono::year_month_day> since{}, until{};  ///< stories with a record in between
  std::size_t limit = 0;                                        ///< 0: all
  StoreQuery records{};  ///< for a record of the story all this holds; its own period and limit do not count
};

/// Whoever answers for what a record says: its innermost claimant, or the publisher where nobody is named.
struct StoryClaimant {
  std::string name;
  std::string country, sector;  ///< as an Actor's
  bool is_publisher = false;
};

/// What one claimant says of a story.
struct StoryClaim {
  StoryClaimant claimant;
  Status status = Status::actual;    ///< negated: denies it
  std::vector<std::string> figures;  ///< "6,000 troops"
  std::vector<std::string> records;  ///< ids

  bool denies() const { return status == Status::negated; }
  /// Says that it happened, is under way or will happen. Neither this nor denies(): calls it possible.
  bool confirms() const { return status != Status::negated && status != Status::hypothetical; }
};

/// A figure, and who gives it.
struct StoryFigure {
  std::string text;                        ///< "6,000 troops"
  std::optional<double> value, low, high;  ///< as a Count's
  std::string unit;
  CountRole role = CountRole::other;
  std::vector<std::string> claimants;
  std::size_t records = 0;
};

/// A story with every claim side by side.
struct StoryAccount {
  Story story;
  std::vector<StoredRecord> records;  ///< in the order of their reports' days
  std::size_t reports = 0;            ///< publications that tell it
  std::size_t sources = 0;            ///< independent publishers: copies of one text count once
  std::optional<std::chrono::year_month_day> first_report, latest_report;
  std::vector<StoryClaim> claims;    ///< in the order in which they were first reported
  std::vector<StoryFigure> figures;  ///< likewise
};

/// A person's decision that two records tell of one event (join) or of two (split).
struct StoryDecision {
  bool join = true;
  std::string first, second;  ///< ids of the records, as they are now or, if gone, as they were
};

/// How large a store is.
struct StoreCounts {
  std::size_t texts = 0;    ///< history included
  std::size_t current = 0;  ///< texts that are no history
  std::size_t publications = 0;
  std::size_t records = 0;
  std::size_t marks = 0;
  std::size_t stories = 0;
  std::uintmax_t bytes = 0;
};

/// What a check found, and what a repair did, in sentences.
struct CheckOutcome {
  std::vector<std::string> faults;
  std::vector<std::string> repairs;
};

class Store {
 public:
  explicit Store(const std::filesystem::path& path, const StoreOptions& options = {});
  ~Store();
  Store(Store&& other) noexcept;
  Store& operator=(Store&& other) noexcept;

  /// Must the report be coded before it is added? False if the store has its text.
  bool lacks(const Report& report) const;

  /// Adds reports in this order, all or none of them. `coder`: Engine::fingerprint() of what coded them. A report
  /// whose text the store has need not be coded. Throws Error(usage) for one that is not coded and should be.
  AddOutcome add(std::span<const Report> reports, std::string_view coder);

  /// Latest day first. Throws Error(usage) for a query without sense: text without words, south of north.
  FoundRecords find(const StoreQuery& query) const;
  /// The same, one after another while `take` returns true; memory does not grow with the result. `take` may read from
  /// this store and must not write to it.
  void each(const StoreQuery& query, const std::function<bool(const StoredRecord&)>& take) const;
  /// For each story with a record that the query finds, all its records by day, once; a record in no story comes alone.
  /// In the order in which the query finds the first record of each, `limit` counting stories. Records that were marked
  /// wrong as a whole are left out unless the query takes them. Memory grows with the stories of one time only.
  void each_story(const StoreQuery& query, const std::function<bool(std::span<const StoredRecord>)>& take) const;
  /// Every current report with its records, in the order of adding, while `take` returns true.
  void each_report(const std::function<bool(const Report&)>& take) const;

  /// The record with that id; empty if there is none. Different reports that share an id may share ids of records.
  std::vector<StoredRecord> get(std::string_view id) const;
  /// Every publication of the record's text, the first one first.
  std::vector<Publication> publications(const StoredRecord& record) const;
  /// Other versions of the reports that published the record's text, oldest first, without words.
  std::vector<Report> versions(const StoredRecord& record) const;

  /// At most `limit` current reports, as read, that another coder coded; recode() takes them off this list.
  std::vector<Report> stale(std::string_view coder, std::size_t limit) const;
  /// How many there are.
  std::size_t stale_count(std::string_view coder) const;
  /// Replaces the records of reports that the store has. Marks and decisions stay.
  RecodeOutcome recode(std::span<const Report> reports, std::string_view coder);

  /// Notes a decision; a later one on the same field and value takes its place. Throws Error(unknown_record | usage).
  void mark(std::string_view record, std::string_view field, Verdict verdict, std::string_view note = {});
  /// Takes back what was decided about that field. False if nothing was.
  bool unmark(std::string_view record, std::string_view field);
  /// Every decision, in the order in which they were made: training data.
  std::vector<Mark> marks() const;
  /// Those on one record: made when it had this id, or on a value that it has.
  std::vector<Mark> marks_on(const StoredRecord& record) const;

  /// Stories by the day of their latest record that is asked for, latest first.
  std::vector<Story> stories(const StoryQuery& query = {}) const;
  /// Records of a story by day; empty if there is no such story.
  std::vector<StoredRecord> records_of(std::string_view story) const;
  /// A story and what is claimed of it; nothing if there is no such story.
  std::optional<StoryAccount> account(std::string_view story) const;

  /// Notes a decision and makes the stories of both records anew. Of two decisions that contradict each other the later
  /// one holds. Throws Error(unknown_record | usage).
  void decide(const StoryDecision& decision);
  /// Decides that these records of one story are a story of their own. Throws Error(unknown_record); Error(usage) if
  /// they are in several stories, or all that there are.
  void split(std::span<const std::string> records);
  /// Decides that two stories, or records, are one; a story stands for all its records. Throws likewise.
  void join(std::string_view first, std::string_view second);
  /// Every decision, in the order in which they were made: training data.
  std::vector<StoryDecision> story_decisions() const;

  StoreCounts counts() const;

  /// Reads everything and says what is wrong. `repair` (needs write access): also makes the tables that follow from
  /// the texts anew and says what it did. Use rebuild() if the file itself is damaged.
  CheckOutcome check(bool repair = false);
  /// Reads what can be read of a damaged store into a new file beside it, which then takes its place; the damaged one
  /// stays as PATH.damaged. Nobody may have the store open.
  static CheckOutcome rebuild(const std::filesystem::path& path);

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

/// Fields that mark() knows: "record", "event", "mode", "contexts", "status", "actors", …
std::span<const std::string_view> mark_fields();

}  // namespace dateline
