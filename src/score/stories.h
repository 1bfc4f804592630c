// Which records are told of one event: reports in which the words that tell an event are marked with its name, and the
// measures of a grouping (pairs; B-cubed of Bagga and Baldwin, 1998).
#pragma once

#include <dateline/report.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "score/figures.h"

namespace dateline::score {

/// Words that tell an event; no words: the report's first record of that type.
struct StoryLabel {
  std::string story;
  Span words;
  std::string type;
};

struct StoryReport {
  Report report;          ///< with id, title, publisher and text
  std::string published;  ///< as written
  std::vector<StoryLabel> labels;
};

/// Lines of `{"id", "published", "publisher", "title", "text"}`, marks in the text as `{story:words}`; or of the
/// current events, `{"id", "date", "stories", "text"}`, whose headings may name an event (docs/formats/gold.md). Throws
/// Error(bad_gold).
std::vector<StoryReport> read_stories(std::string_view content, const std::string& file);

/// The record that answers a label, by its place in the report's events; npos: none does.
std::size_t answer_to(const StoryLabel& label, const Report& coded);

/// A record that answers a label.
struct StoryRecord {
  std::string gold;    ///< name of the event
  std::string system;  ///< id of the story that it was put into
  std::string what;    ///< for people
};

/// Precision, recall and F1 in per cent. `labels`: how many there were, found or not.
Score score_stories(const std::vector<StoryRecord>& records, std::size_t labels, bool errors);

}  // namespace dateline::score
