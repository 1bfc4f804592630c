// `dateline stories`: what records of many reports tell of one event, who says what of it, and what people decided.
#include <dateline/store.h>
#include <fmt/core.h>

#include "command.h"
#include "json_line.h"
#include "output.h"
#include "query_options.h"
#include "stored_record.h"
#include "story_view.h"

namespace dateline::cli {
namespace {

class Stories : public Command {
 public:
  void setup(CLI::App& app) override {
    app.add_option("store", path_, "the store")->required();
    query_.setup(app, "stories");
    app.add_option("--least-sources", least_sources_, "only stories that so many independent sources tell");
    app.add_option("--show", show_, "a story's claims side by side")->option_text("STORY");
    app.add_option("--split", split_, "decide that these records of a story are a story of their own")
        ->option_text("RECORD...");
    app.add_option("--join", join_, "decide that two stories, or records, are one")->expected(2)->option_text("A B");
    app.add_flag("--decisions", decisions_, "write all such decisions as JSON lines");
    add_view_option(app, format_);
    add_wait_option(app, wait_);
    app.footer(
        "Stories of which a record is as asked, those with the latest record first. Copies of one text count as one\n"
        "source. Decisions hold from then on, also when reports are added or coded again.\n\n"
        "  dateline stories events.db --since 2025-06-01 --actor PRK\n"
        "  dateline stories events.db --show s142876543210987\n"
        "  dateline stories events.db --split 9f2c51aa03de7741 03de77419f2c51aa\n"
        "  dateline stories events.db --join s142876543210987 s87654321098765\n"
        "  dateline stories events.db --decisions > decisions.jsonl");
  }

  int run() override {
    if (decisions_) return list_decisions();
    if (!split_.empty() || !join_.empty()) return decide();
    const Store store(path_);
    show_.empty() ? list(store) : show(store);
    flush_out();
    return 0;
  }

 private:
  static constexpr std::size_t kUsualLimit = 50;

  int decide() const {
    Store store(path_, {StoreAccess::write, milliseconds_of(wait_)});
    if (!split_.empty()) store.split(split_);
    if (!join_.empty()) store.join(join_.front(), join_.back());
    return 0;
  }

  bool as_table() const { return chosen(format_) == View::table; }

  void show(const Store& store) const {
    const auto account = store.account(show_);
    if (!account) throw Error(ErrorCode::unknown_record, "there is no story " + show_);
    write_out(as_table() ? story_table(*account) + claims_table(*account) : story_json(*account, true));
  }

  void list(const Store& store) const {
    StoryQuery query;
    query.records = query_.query();
    query.since = query.records.since;
    query.until = query.records.until;
    const std::size_t limit = query.records.limit;
    // One more tells whether there are more; what has too few sources is not counted.
    query.limit = limit == 0 || least_sources_ > 0 ? 0 : limit + 1;
    std::size_t shown = 0;
    for (const Story& story : store.stories(query)) {
      if (story.records < least_sources_) continue;
      if (limit > 0 && shown == limit) {
        fmt::print(stderr, "dateline: there are more than {} stories; --limit 0 shows all\n", limit);
        return;
      }
      const auto account = store.account(story.id);
      if (!account || account->sources < least_sources_) continue;
      write_out(as_table() ? story_table(*account) : story_json(*account, false));
      ++shown;
    }
  }

  int list_decisions() const {
    const Store store(path_);
    for (const StoryDecision& decision : store.story_decisions()) write_out(json_of(store, decision));
    flush_out();
    return 0;
  }

  static std::string json_of(const Store& store, const StoryDecision& decision) {
    Json out;
    out["decision"] = decision.join ? "join" : "split";
    out["first"] = described(store, decision.first);
    out["second"] = described(store, decision.second);
    return json_line(out);
  }

  /// A record that is no longer coded has its id only.
  static Json described(const Store& store, const std::string& id) {
    Json out;
    out["record"] = id;
    const auto records = store.get(id);
    if (records.empty()) return out;
    const StoredRecord& record = records.front();
    out["report"] = record.report->id;
    out["event"] = record.event().type;
    out["text"] = sentence_of(record);
    out["trigger"] = record.report->slice(record.event().trigger);
    return out;
  }

  std::string path_, show_;
  QueryOptions query_{kUsualLimit};
  std::size_t least_sources_ = 0;
  std::vector<std::string> split_, join_;
  bool decisions_ = false;
  double wait_ = kUsualWait;
  View format_ = View::automatic;
};

}  // namespace

std::unique_ptr<Command> make_stories() { return std::make_unique<Stories>(); }

}  // namespace dateline::cli
