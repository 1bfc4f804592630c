// The public Store: opens the file, puts a transaction around every call, and leaves the work to the files beside it.
#include <dateline/store.h>

#include <utility>

#include "store/accounts.h"
#include "store/checking.h"
#include "store/decisions.h"
#include "store/deriving.h"
#include "store/fields.h"
#include "store/finding.h"
#include "store/finding_stories.h"
#include "store/identity.h"
#include "store/opening.h"
#include "store/recoding.h"
#include "store/tables.h"

namespace dateline {

using store::Transaction;

class Store::Impl {
 public:
  Impl(std::filesystem::path file, const StoreOptions& options)
      : path(std::move(file)), connection(store::open_store(path, options)), tables(*connection) {}

  /// One transaction: all of `work` or nothing.
  template <typename Work>
  auto write(Work work) {
    tables.forget();
    try {
      Transaction transaction(*connection, Transaction::Kind::write);
      auto result = work();
      tables.settle();
      transaction.commit();
      return result;
    } catch (...) {
      tables.forget();
      throw;
    }
  }

  /// Everything from one state of the file.
  template <typename Work>
  auto read(Work work) {
    Transaction transaction(*connection, Transaction::Kind::read);
    tables.reports.forget();
    return work();
  }

  std::size_t count(std::string_view sql) const { return static_cast<std::size_t>(connection->value(sql)); }

  std::filesystem::path path;
  std::unique_ptr<store::Connection> connection;
  store::Tables tables;
};

AddOutcome& AddOutcome::operator+=(const AddOutcome& other) {
  known += other.known;
  texts += other.texts;
  publications += other.publications;
  versions += other.versions;
  records += other.records;
  return *this;
}

Store::Store(const std::filesystem::path& path, const StoreOptions& options)
    : impl_(std::make_unique<Impl>(path, options)) {}
Store::~Store() = default;
Store::Store(Store&& other) noexcept = default;
Store& Store::operator=(Store&& other) noexcept = default;

bool Store::lacks(const Report& report) const {
  return impl_->read([&] { return !impl_->tables.reports.find(report.text).has_value(); });
}

AddOutcome Store::add(std::span<const Report> reports, std::string_view coder) {
  return impl_->write([&] {
    AddOutcome outcome;
    for (const Report& report : reports) impl_->tables.adding.add(report, coder, outcome);
    return outcome;
  });
}

FoundRecords Store::find(const StoreQuery& query) const {
  return impl_->read([&] {
    FoundRecords found;
    StoreQuery all = query;
    all.limit = 0;
    store::each_record(*impl_->connection, impl_->tables.reports, all, [&](const StoredRecord& record) {
      found.more = query.limit > 0 && found.records.size() == query.limit;
      if (!found.more) found.records.push_back(record);
      return !found.more;
    });
    return found;
  });
}

void Store::each(const StoreQuery& query, const std::function<bool(const StoredRecord&)>& take) const {
  impl_->read([&] {
    store::each_record(*impl_->connection, impl_->tables.reports, query, take);
    return true;
  });
}

void Store::each_story(const StoreQuery& query, const std::function<bool(std::span<const StoredRecord>)>& take) const {
  impl_->read([&] {
    store::each_story(*impl_->connection, impl_->tables.reports, query, take);
    return true;
  });
}

void Store::each_report(const std::function<bool(const Report&)>& take) const {
  impl_->read([&] {
    store::each_report(*impl_->connection, impl_->tables.reports, take);
    return true;
  });
}

std::vector<StoredRecord> Store::get(std::string_view id) const {
  return impl_->read([&] { return store::records_with_id(*impl_->connection, impl_->tables.reports, id); });
}

std::vector<Publication> Store::publications(const StoredRecord& record) const {
  return impl_->read([&] { return store::publications_of(*impl_->connection, record.key); });
}

std::vector<Report> Store::versions(const StoredRecord& record) const {
  return impl_->read([&] { return store::versions_of(*impl_->connection, impl_->tables.reports, record.key); });
}

std::vector<Report> Store::stale(std::string_view coder, std::size_t limit) const {
  return impl_->read([&] { return store::stale_reports(*impl_->connection, impl_->tables.reports, coder, limit); });
}

std::size_t Store::stale_count(std::string_view coder) const {
  return impl_->read([&] { return store::stale_count(*impl_->connection, coder); });
}

RecodeOutcome Store::recode(std::span<const Report> reports, std::string_view coder) {
  return impl_->write([&] {
    RecodeOutcome outcome;
    const std::int64_t id = impl_->tables.names.coder(coder);
    for (const Report& report : reports) store::recode(*impl_->connection, impl_->tables, report, id, outcome);
    return outcome;
  });
}

void Store::mark(std::string_view record, std::string_view field, Verdict verdict, std::string_view note) {
  Mark decision;
  decision.record = record;
  decision.field = field;
  decision.verdict = verdict;
  decision.note = note;
  impl_->write([&] {
    store::mark(*impl_->connection, impl_->tables, decision);
    return true;
  });
}

bool Store::unmark(std::string_view record, std::string_view field) {
  return impl_->write([&] { return store::unmark(*impl_->connection, impl_->tables, record, field); });
}

std::vector<Mark> Store::marks() const {
  return impl_->read([&] { return store::marks(*impl_->connection, impl_->tables); });
}

std::vector<Mark> Store::marks_on(const StoredRecord& record) const {
  return impl_->read([&] { return store::marks_on(*impl_->connection, impl_->tables, record); });
}

std::vector<Story> Store::stories(const StoryQuery& query) const {
  return impl_->read([&] { return store::stories(*impl_->connection, query); });
}

std::vector<StoredRecord> Store::records_of(std::string_view story) const {
  return impl_->read([&] { return store::records_of_story(*impl_->connection, impl_->tables.reports, story); });
}

std::optional<StoryAccount> Store::account(std::string_view story) const {
  return impl_->read([&] { return store::account_of(*impl_->connection, impl_->tables.reports, story); });
}

void Store::decide(const StoryDecision& decision) {
  impl_->write([&] {
    store::decide(*impl_->connection, impl_->tables, decision);
    return true;
  });
}

void Store::split(std::span<const std::string> records) {
  impl_->write([&] {
    store::split(*impl_->connection, impl_->tables, records);
    return true;
  });
}

void Store::join(std::string_view first, std::string_view second) {
  impl_->write([&] {
    store::join(*impl_->connection, impl_->tables, first, second);
    return true;
  });
}

std::vector<StoryDecision> Store::story_decisions() const {
  return impl_->read([&] { return store::story_decisions(*impl_->connection, impl_->tables); });
}

StoreCounts Store::counts() const {
  return impl_->read([&] {
    StoreCounts out;
    out.texts = impl_->count("SELECT count(*) FROM text");
    out.current = impl_->count("SELECT count(*) FROM text WHERE current = 1");
    out.publications = impl_->count("SELECT count(*) FROM publication");
    out.records = impl_->count("SELECT count(*) FROM record");
    out.marks = impl_->count("SELECT count(*) FROM mark");
    out.stories = impl_->count("SELECT count(*) FROM story");
    out.bytes = impl_->count("PRAGMA page_count") * impl_->count("PRAGMA page_size");
    return out;
  });
}

CheckOutcome Store::check(bool repair) {
  CheckOutcome outcome;
  outcome.faults = impl_->read([&] { return store::faults_of(*impl_->connection, impl_->tables); });
  if (!repair || outcome.faults.empty()) return outcome;
  outcome.repairs = impl_->write([&] { return store::derive(*impl_->connection, impl_->tables); });
  outcome.repairs.insert(outcome.repairs.begin(), "records, participants, places, words and stories were made anew");
  return outcome;
}

CheckOutcome Store::rebuild(const std::filesystem::path& path) { return store::rebuild(path); }

std::span<const std::string_view> mark_fields() { return store::fields(); }

}  // namespace dateline
