// Gold records: what a careful coder records of a report, in the format of
// docs/formats/gold.md, or as stand-off annotation (training/annotations).
#pragma once

#include <dateline/report.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::score {

struct GoldActor {
  std::string country, sector, name, said_on;  ///< empty: not scored
};

struct GoldPlace {
  std::string name, country, precision;
};

struct GoldCount {
  std::optional<double> value;
  std::string text, unit, role;
};

struct GoldEvent {
  std::string id;
  std::string evidence;            ///< text that the record's sentence must contain, or empty:
  Span trigger;                    ///< … the words of the trigger, which the record's sentence must hold
  std::vector<std::string> types;  ///< any of them is right
  std::vector<std::string> statuses;
  std::string mode, act;
  std::vector<GoldActor> actors, recipients, sources;
  bool recipients_scored = false;
  bool sources_scored = false;
  std::optional<GoldPlace> place;
  std::string date_start, date_end, date_precision;
  std::vector<GoldCount> counts;
  std::vector<std::string> contexts;  ///< empty: not scored
};

struct GoldReport {
  std::string published;  ///< or empty
  std::vector<GoldEvent> events;
  std::vector<GoldEvent> also_fine;  ///< only evidence and types
};

/// Throws Error(bad_gold).
GoldReport read_gold(std::string_view content, const std::string& file);

/// One line of a stand-off file: the item's id in `item`, spans turned into bytes of `text_of(id)`. Throws
/// Error(bad_gold).
struct AnnotatedReport {
  std::string item;
  std::vector<GoldEvent> events;  ///< trigger spans still count code points
};
std::vector<AnnotatedReport> read_annotations(std::string_view lines, const std::string& file);

}  // namespace dateline::score
