// PETRARCH: one line for each source and target, for programs that read its output.
#include "formats/cameo_codes.h"
#include "formats/dyad_texts.h"
#include "formats/writers.h"

namespace dateline {

std::vector<FormatColumn> petrarch_columns() {
  constexpr std::string_view kText = "string";
  return {{"date", "int64"}, {"source", kText},       {"target", kText}, {"code", kText},
          {"issues", kText}, {"ids", "list<string>"}, {"url", kText},    {"publisher", kText}};
}

std::string petrarch_rows(const ExportedRecord& record) {
  const Event& event = *record.main.event;
  const auto day = day_of(record);
  std::string out;
  for (const Dyad& dyad : dyads(event))
    out.append(tsv_line({day ? compact(*day) : std::string(), known(cameo_actor(dyad.source).code()),
                         known(cameo_actor(dyad.target).code()), known(cameo_event(event.cameo)), issues(event),
                         each_telling(record, sentence_id), url_of(record.main), publisher_of(record.main)}));
  return out;
}

}  // namespace dateline
