// `dateline find`: records of a store for which everything that is asked holds.
#include <dateline/formats.h>
#include <dateline/store.h>
#include <fmt/core.h>

#include <cstdio>
#include <utility>

#include "command.h"
#include "output.h"
#include "query_options.h"
#include "stored_record.h"

namespace dateline::cli {
namespace {

class Find : public Command {
 public:
  void setup(CLI::App& app) override {
    app.add_option("store", path_, "the store")->required();
    options_.setup(app, "records");
    add_view_option(app, format_);
    app.footer(
        "  dateline find events.db --actor PRK --recipient RUS --since 2025-06-01 --status future --claimed-by RUS\n"
        "  dateline find events.db \"landmines Kursk\"\n"
        "  dateline find events.db '\"peace talks\"' --type CONSULT --country CHE --limit 0 > talks.jsonl\n"
        "  dateline find events.db --near 51.7,36.2,50 --type ASSAULT");
  }

  int run() override {
    StoreQuery query = options_.query();
    const std::size_t limit = std::exchange(query.limit, 0);
    const Store store(path_);
    const bool table = chosen(format_) == View::table;
    std::size_t shown = 0;
    bool more = false;
    store.each(query, [&](const StoredRecord& record) {
      more = limit > 0 && shown == limit;
      if (more) return false;
      ++shown;
      write_out(table ? table_of(record, has_colour(), terminal_width())
                      : to_jsonl(*record.report, record.event(), record.story));
      return true;
    });
    flush_out();
    if (more) fmt::print(stderr, "dateline: there are more than {} records; --limit 0 shows all\n", limit);
    return 0;
  }

 private:
  static constexpr std::size_t kUsualLimit = 100;

  std::string path_;
  QueryOptions options_{kUsualLimit};
  View format_ = View::automatic;
};

}  // namespace

std::unique_ptr<Command> make_find() { return std::make_unique<Find>(); }

}  // namespace dateline::cli
