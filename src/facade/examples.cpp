#include <dateline/examples.h>

#include <algorithm>

#include "code/example_list.h"

namespace dateline {
namespace {

bool overlap(Span a, Span b) { return a.begin < b.end && b.begin < a.end; }

/// Do the records' participants and the marked spans cover each other?
bool same_people(const std::vector<Actor>& coded, const std::vector<Span>& marked) {
  const auto touched = [](const auto& spans, Span span, auto span_of) {
    return std::any_of(spans.begin(), spans.end(), [&](const auto& x) { return overlap(span_of(x), span); });
  };
  const bool all = std::all_of(marked.begin(), marked.end(),
                               [&](Span m) { return touched(coded, m, [](const Actor& a) { return a.span; }); });
  return all && std::all_of(coded.begin(), coded.end(),
                            [&](const Actor& a) { return touched(marked, a.span, [](Span m) { return m; }); });
}

std::string one_line(const Report& report) {
  std::string out;
  for (const Event& event : report.events) {
    out.append(out.empty() ? "" : "; ").append(event.type).append(" at ").append(report.slice(event.trigger));
    out.append(" by");
    for (const Actor& actor : event.actors) out.append(" [").append(report.slice(actor.span)).append("]");
    out.append(" to");
    for (const Actor& actor : event.recipients) out.append(" [").append(report.slice(actor.span)).append("]");
    out.append(" ").append(name_of(event.status));
  }
  return out.empty() ? "no records" : out;
}

ExampleOutcome judge(const EventType& type, const Example& example, bool near_miss, const Report& report) {
  ExampleOutcome outcome;
  outcome.type = &type;
  outcome.example = &example;
  outcome.near_miss = near_miss;
  outcome.got = one_line(report);
  const auto hit = std::find_if(report.events.begin(), report.events.end(), [&](const Event& event) {
    return event.type == type.name && overlap(event.trigger, example.trigger);
  });
  outcome.type_right = near_miss == (hit == report.events.end());
  if (near_miss || hit == report.events.end()) return outcome;
  outcome.status_right = hit->status == example.status;
  outcome.actors_right = same_people(hit->actors, example.actors);
  outcome.recipients_right = same_people(hit->recipients, example.recipients);
  outcome.mode_right = hit->mode == example.mode;
  return outcome;
}

}  // namespace

std::vector<ExampleOutcome> run_examples(const Engine& engine, const Codebook& codebook) {
  const auto examples = list_examples(codebook);
  std::vector<Report> reports;
  for (const ListedExample& listed : examples) {
    reports.push_back(report_of(*listed.example));
    reports.back().example = static_cast<std::uint32_t>(reports.size() - 1);
  }
  engine.code(reports);
  std::vector<ExampleOutcome> outcomes;
  for (std::size_t i = 0; i < examples.size(); ++i)
    outcomes.push_back(judge(*examples[i].type, *examples[i].example, examples[i].near_miss, reports[i]));
  return outcomes;
}

}  // namespace dateline
