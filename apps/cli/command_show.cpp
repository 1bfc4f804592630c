// `dateline show`: one record with its sentence, its reasons, where its text was published and what people said of it.
#include <dateline/formats.h>
#include <dateline/store.h>
#include <fmt/core.h>

#include "command.h"
#include "json_line.h"
#include "output.h"
#include "stored_record.h"
#include "story_view.h"

namespace dateline::cli {
namespace {

Json json_of(const Publication& publication) {
  Json out;
  out["report"] = publication.report;
  put(out, "url", publication.url);
  put(out, "title", publication.title);
  put(out, "publisher", publication.publisher);
  put(out, "published", iso(publication.published));
  if (publication.replaced) out["replaced"] = true;
  return out;
}

Json json_of(const Mark& mark) {
  Json out;
  out["field"] = mark.field;
  out["verdict"] = mark.verdict == Verdict::right ? "right" : "wrong";
  out["value"] = mark.value;
  put(out, "note", mark.note);
  out["holds"] = mark.holds;
  return out;
}

class Show : public Command {
 public:
  void setup(CLI::App& app) override {
    app.add_option("store", path_, "the store")->required();
    app.add_option("id", id_, "id of the record, as `dateline find` shows it")->required();
    app.add_flag("--text", text_, "the whole report after it (table)");
    add_view_option(app, format_);
    app.footer(
        "As JSON: {record, publications, versions, marks, story}; the record is what `dateline code` writes.\n\n"
        "  dateline show events.db 9f2c51aa03de7741");
  }

  int run() override {
    const Store store(path_);
    const auto records = store.get(id_);
    if (records.empty()) throw Error(ErrorCode::unknown_record, "there is no record " + id_);
    for (const StoredRecord& record : records)
      write_out(chosen(format_) == View::table ? table(store, record) : json(store, record));
    flush_out();
    return 0;
  }

 private:
  static std::string json(const Store& store, const StoredRecord& record) {
    Json out;
    out["record"] = Json::parse(to_jsonl(*record.report, record.event(), record.story));
    for (const Publication& publication : store.publications(record))
      out["publications"].push_back(json_of(publication));
    for (const Report& version : store.versions(record))
      out["versions"].push_back(
          {{"report", version.id}, {"published", iso(version.published)}, {"text", version.text}});
    for (const Mark& mark : store.marks_on(record)) out["marks"].push_back(json_of(mark));
    if (const auto story = store.account(record.story)) out["story"] = Json::parse(story_json(*story, false));
    return json_line(out);
  }

  std::string table(const Store& store, const StoredRecord& record) const {
    std::string out = table_of(record, has_colour(), terminal_width());
    out += "read as\n    " + marked_sentence(record) + "\nbecause\n";
    for (const std::string& reason : record.event().because) out += "    " + reason + "\n";
    out += "published\n";
    for (const Publication& publication : store.publications(record)) out += line_of(publication);
    const auto versions = store.versions(record);
    if (!versions.empty()) out += fmt::format("other versions\n    {}\n", versions.size());
    for (const Mark& mark : store.marks_on(record)) out += line_of(mark);
    if (const auto story = store.account(record.story)) out += "story\n    " + story_line(*story) + "\n";
    if (text_) out += "report\n" + record.report->text + "\n";
    return out;
  }

  static std::string line_of(const Publication& publication) {
    std::string out = "    " + publication.report;
    for (const std::string& part : {iso(publication.published), publication.publisher, publication.url})
      out += part.empty() ? "" : "  " + part;
    return out + (publication.replaced ? "  (replaced by a newer version)\n" : "\n");
  }

  static std::string line_of(const Mark& mark) {
    return fmt::format("marked\n    {} {}{}{}\n", mark.field, mark.verdict == Verdict::right ? "right" : "wrong",
                       mark.note.empty() ? "" : ": " + mark.note, mark.holds ? "" : "  (was " + mark.value + ")");
  }

  std::string path_, id_;
  bool text_ = false;
  View format_ = View::automatic;
};

}  // namespace

std::unique_ptr<Command> make_show() { return std::make_unique<Show>(); }

}  // namespace dateline::cli
