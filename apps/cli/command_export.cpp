// `dateline export`: records or stories of a store in the formats that others read. They are written as they are found,
// so memory does not grow with the store.
#include <dateline/formats.h>
#include <dateline/store.h>
#include <fmt/core.h>

#include <cstdio>
#include <filesystem>
#include <map>
#include <optional>

#include "command.h"
#include "output.h"
#include "output_file.h"
#include "progress.h"
#include "query_options.h"

namespace dateline::cli {
namespace {

enum class Unit : std::uint8_t { record, story };

class Export : public Command {
 public:
  void setup(CLI::App& app) override {
    app.add_option("store", path_, "the store")->required();
    app.add_option("--format", format_, format_titles())
        ->required()
        ->check(CLI::IsMember(format_names()))
        ->option_text("FORMAT");
    app.add_option("--unit", unit_, "what a row stands for: record, or story (the records of one real event)")
        ->transform(
            CLI::CheckedTransformer(std::map<std::string, Unit>{{"record", Unit::record}, {"story", Unit::story}}))
        ->option_text("record|story");
    app.add_option("-o,--output", output_, "write to this file, which appears when it is whole");
    app.add_flag("--quiet", quiet_, "no summary");
    options_.setup(app, "records or stories");
    app.footer(
        "Without conditions all of the store. A story is written if one of its records fulfils them; its fields are\n"
        "those of its best record, its counts and lists those of all. A record in no story is a row of its own.\n\n"
        "  dateline export events.db --format polecat > polecat.tsv\n"
        "  dateline export events.db --format csv --unit story --since 2025-06-01 -o june.csv\n"
        "  dateline export events.db --format geojson --country UKR --type ASSAULT -o attacks.geojson");
  }

  int run() override {
    const StoreQuery query = options_.query();
    const Store store(path_);
    refuse_to_overwrite_store();
    file_.emplace(output_);
    exporter_.emplace(*find_format(format_));
    file_->write(exporter_->begin());
    progress_.emplace(0);
    unit_ == Unit::story ? write_stories(store, query) : write_records(store, query);
    progress_.reset();
    file_->write(exporter_->end());
    file_->finish();
    if (!quiet_) summarise();
    return 0;
  }

 private:
  void refuse_to_overwrite_store() const {
    std::error_code none;
    if (!output_.empty() && std::filesystem::equivalent(path_, output_, none))
      throw Error(ErrorCode::usage, "-o names the store itself");
  }

  void write_records(const Store& store, const StoreQuery& query) {
    store.each(query, [&](const StoredRecord& record) {
      write(exported(*record.report, record.event(), record.story), 1);
      return true;
    });
  }

  void write_stories(const Store& store, const StoreQuery& query) {
    store.each_story(query, [&](std::span<const StoredRecord> records) {
      std::vector<Telling> tellings;
      for (const StoredRecord& record : records) tellings.push_back({record.report.get(), &record.event()});
      write(exported_story(records.front().story, tellings), records.size());
      return true;
    });
  }

  void write(const ExportedRecord& row, std::size_t records) {
    records_ += records;
    file_->write(exporter_->write(row));
    progress_->update(records_);
  }

  void summarise() const {
    const std::size_t written = exporter_->written();
    if (unit_ == Unit::story)
      fmt::print(stderr, "{} stories of {} records written as {}\n", written, records_, format_);
    else
      fmt::print(stderr, "{} records written as {}\n", written, format_);
    tell_left_out(*exporter_, format_, unit_ == Unit::story ? "stories" : "records");
  }

  std::string path_, format_, output_;
  Unit unit_ = Unit::record;
  QueryOptions options_{0};
  bool quiet_ = false;
  std::optional<OutputFile> file_;
  std::optional<Exporter> exporter_;
  std::optional<Progress> progress_;
  std::size_t records_ = 0;
};

}  // namespace

std::unique_ptr<Command> make_export() { return std::make_unique<Export>(); }

}  // namespace dateline::cli
