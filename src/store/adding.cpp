#include "store/adding.h"

#include <algorithm>

#include "store/blobs.h"
#include "store/identity.h"

namespace dateline::store {
namespace {

void require_coding(const Report& report) {
  if (report.sentences.empty() && !report.paragraphs.empty())
    throw Error(ErrorCode::usage, "report " + report.id + " is not coded");
}

}  // namespace

Adding::Adding(const Connection& connection, Names& names, Reports& reports, RecordTable& records)
    : connection_(connection),
      names_(names),
      reports_(reports),
      records_(records),
      same_report_(connection.prepare("SELECT p.id, p.text, p.replaced_by, " + std::string(kPublicationColumns) +
                                      " WHERE p.identity = ? ORDER BY p.id")),
      from_publisher_(connection.prepare("SELECT 1 FROM publication WHERE text = ? AND publisher IS ?")),
      make_text_(connection.prepare("INSERT INTO text (hash, coder, current, reading, coding) VALUES (?, ?, 0, ?, ?)")),
      make_publication_(connection.prepare("INSERT INTO publication (text, identity, report, origin, url, title, "
                                           "publisher, published) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")),
      replace_(connection.prepare("UPDATE publication SET replaced_by = ?2 WHERE id = ?1")),
      is_current_(connection.prepare("SELECT current FROM text WHERE id = ?")),
      is_alive_(connection.prepare("SELECT EXISTS (SELECT 1 FROM publication WHERE text = ? AND replaced_by IS NULL)")),
      set_current_(connection.prepare("UPDATE text SET current = ?2 WHERE id = ?1")) {}

void Adding::add(const Report& report, std::string_view coder, AddOutcome& outcome) {
  const std::string key = key_of(report);
  const std::vector<Earlier> earlier = earlier_of(key);
  auto text = reports_.find(report.text);
  if (text && is_known(report, *text, earlier, !key.empty())) {
    ++outcome.known;
    return;
  }
  const bool fresh = !text;
  if (fresh) text = make_text(report, coder);
  const std::int64_t publication = make_publication(report, *text, key);
  outcome.versions += order_versions(report, publication, earlier);
  settle(*text);
  ++(fresh ? outcome.texts : outcome.publications);
  if (fresh) outcome.records += report.events.size();
}

std::vector<Adding::Earlier> Adding::earlier_of(const std::string& key) {
  std::vector<Earlier> out;
  if (key.empty()) return out;
  Rows rows = same_report_.rows(hash_of(key));
  while (rows.next()) {
    Report other;
    read_publication(*rows, 3, other);
    if (key_of(other) == key) out.push_back({rows->integer(0), rows->integer(1), !rows->is_null(2), other.published});
  }
  return out;
}

bool Adding::is_known(const Report& report, std::int64_t text, const std::vector<Earlier>& earlier, bool has_key) {
  if (has_key) return std::any_of(earlier.begin(), earlier.end(), [&](const Earlier& x) { return x.text == text; });
  return from_publisher_.first(text, names_.label(report.publisher)).has_value();
}

std::int64_t Adding::make_text(const Report& report, std::string_view coder) {
  require_coding(report);
  make_text_.run(hash_of(normalised(report.text)), names_.coder(coder), Blob{pack_reading(report)},
                 Blob{pack_coding(report)});
  return connection_.last_row();
}

std::int64_t Adding::make_publication(const Report& report, std::int64_t text, const std::string& key) {
  const auto identity = key.empty() ? std::nullopt : std::optional(hash_of(key));
  make_publication_.run(text, identity, report.id, report.id_origin, or_null(report.url), or_null(report.title),
                        names_.label(report.publisher), number_of(report.published));
  return connection_.last_row();
}

bool Adding::order_versions(const Report& report, std::int64_t publication, const std::vector<Earlier>& earlier) {
  const auto current =
      std::find_if(earlier.begin(), earlier.end(), [](const Earlier& version) { return !version.replaced; });
  if (current == earlier.end()) return false;
  const bool older = report.published && current->published && *report.published < *current->published;
  if (older) {
    replace_.run(publication, current->id);
  } else {
    replace_.run(current->id, publication);
    settle(current->text);
  }
  return true;
}

void Adding::settle(std::int64_t text) {
  const bool was = is_current_.first(text).value_or(0) != 0;
  const bool now = is_alive_.first(text).value_or(0) != 0;
  if (was == now) return;
  set_current_.run(text, now);
  if (!now && !records_.has_rows(text)) return;
  const Report report = reports_.coded(text);
  now ? records_.insert(text, report) : records_.remove(text, report);
}

}  // namespace dateline::store
