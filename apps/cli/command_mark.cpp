// `dateline mark`: a person's decisions about records; with --list all of them, as training data.
#include <dateline/store.h>
#include <fmt/core.h>

#include <map>

#include "command.h"
#include "json_line.h"
#include "output.h"

namespace dateline::cli {
namespace {

enum class Decision : std::uint8_t { none, right, wrong, undo };

std::string field_names() {
  std::string out;
  for (const std::string_view field : mark_fields()) out.append(out.empty() ? "" : ", ").append(field);
  return out;
}

class MarkCommand : public Command {
 public:
  void setup(CLI::App& app) override {
    app.add_option("store", path_, "the store")->required();
    app.add_option("id", id_, "id of the record");
    app.add_option("decision", decision_, "right, wrong, or undo to take back what was decided")
        ->transform(CLI::CheckedTransformer(std::map<std::string, Decision>{
            {"right", Decision::right}, {"wrong", Decision::wrong}, {"undo", Decision::undo}}))
        ->option_text("right|wrong|undo");
    app.add_option("--field", field_, "what it is about: " + field_names())->capture_default_str();
    app.add_option("--note", note_, "your reason, or what would be right");
    app.add_flag("--list", list_, "write all decisions as JSON lines");
    add_wait_option(app, wait_);
    app.footer(
        "A record that is wrong as a whole is no longer found (`dateline find --rejected` does). Decisions stay when\n"
        "reports are coded again.\n\n"
        "  dateline mark events.db 9f2c51aa03de7741 wrong\n"
        "  dateline mark events.db 9f2c51aa03de7741 wrong --field place --note \"the Georgia of the Caucasus\"\n"
        "  dateline mark events.db --list > decisions.jsonl");
  }

  int run() override {
    if (list_) return list();
    if (id_.empty() || decision_ == Decision::none)
      throw Error(ErrorCode::usage, "mark needs the id of a record and right, wrong or undo");
    Store store(path_, {StoreAccess::write, milliseconds_of(wait_)});
    if (decision_ != Decision::undo) {
      store.mark(id_, field_, decision_ == Decision::right ? Verdict::right : Verdict::wrong, note_);
    } else if (!store.unmark(id_, field_)) {
      throw Error(ErrorCode::unknown_record, "nothing was decided about that field of " + id_);
    }
    return 0;
  }

 private:
  int list() const {
    for (const Mark& mark : Store(path_).marks()) write_out(json_of(mark));
    flush_out();
    return 0;
  }

  static std::string json_of(const Mark& mark) {
    Json out;
    out["record"] = mark.record;
    out["report"] = mark.report;
    out["field"] = mark.field;
    out["verdict"] = mark.verdict == Verdict::right ? "right" : "wrong";
    out["value"] = mark.value;
    put(out, "note", mark.note);
    put(out, "text", mark.sentence);
    put(out, "trigger", mark.trigger);
    out["holds"] = mark.holds;
    return json_line(out);
  }

  std::string path_, id_;
  Decision decision_ = Decision::none;
  std::string field_ = "record";
  std::string note_;
  bool list_ = false;
  double wait_ = kUsualWait;
};

}  // namespace

std::unique_ptr<Command> make_mark() { return std::make_unique<MarkCommand>(); }

}  // namespace dateline::cli
