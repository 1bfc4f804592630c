#include "stored_record.h"

#include <dateline/formats.h>
#include <fmt/core.h>

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

namespace dateline::cli {
namespace {

using Part = std::pair<Span, std::string_view>;

/// What the record says of its words, in their order, none within another.
std::vector<Part> parts_of(const Event& event, Span sentence) {
  std::vector<Part> parts = {{event.trigger, "trigger"}};
  for (const Actor& actor : event.actors) parts.emplace_back(actor.span, "actor");
  for (const Actor& actor : event.recipients) parts.emplace_back(actor.span, "recipient");
  for (const Source& source : event.sources) parts.emplace_back(source.actor.span, "claimant");
  if (event.place) parts.emplace_back(event.place->span, "place");
  if (event.date) parts.emplace_back(event.date->span, "date");
  for (const Count& count : event.counts) parts.emplace_back(count.span, "count");
  std::erase_if(parts, [&](const Part& part) {
    return part.first.empty() || part.first.begin < sentence.begin || part.first.end > sentence.end;
  });
  std::stable_sort(parts.begin(), parts.end(),
                   [](const Part& a, const Part& b) { return a.first.begin < b.first.begin; });
  std::uint32_t end = 0;
  std::erase_if(parts, [&](const Part& part) {
    if (part.first.begin < end) return true;
    end = part.first.end;
    return false;
  });
  return parts;
}

}  // namespace

std::string table_of(const StoredRecord& record, bool colour, std::size_t width) {
  Report alone = *record.report;
  alone.events = {record.event()};
  std::string out = to_table(alone, colour, width);
  while (out.ends_with('\n')) out.pop_back();
  out += fmt::format("\n    id    {}", record.id);
  if (!record.story.empty()) out += "  story " + record.story;
  if (record.rejected) out += "  marked wrong";
  return out + "\n\n";
}

std::string sentence_of(const StoredRecord& record) {
  return std::string(record.report->slice(record.report->sentences[record.event().sentence].span));
}

std::string marked_sentence(const StoredRecord& record) {
  const Report& report = *record.report;
  const Span sentence = report.sentences[record.event().sentence].span;
  std::string out;
  std::uint32_t at = sentence.begin;
  for (const auto& [span, name] : parts_of(record.event(), sentence)) {
    out.append(report.slice({at, span.begin}));
    out.append("[").append(report.slice(span)).append("]").append(name);
    at = span.end;
  }
  return out.append(report.slice({at, sentence.end}));
}

}  // namespace dateline::cli
