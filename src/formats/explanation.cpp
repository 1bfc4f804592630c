// Everything that the stages found in a report, layer by layer.
#include <dateline/formats.h>
#include <fmt/core.h>

#include <algorithm>

#include "report/dates.h"
#include "report/tree.h"

namespace dateline {
namespace {

std::string words(const Report& report, TokenRange tokens) {
  return tokens.empty() ? std::string() : std::string(report.slice(span_of(report, tokens)));
}

std::string actor_text(const Actor& actor) {
  return fmt::format("{} [{}{}{}]", actor.name, actor.country, actor.country.empty() || actor.sector.empty() ? "" : " ",
                     actor.sector);
}

std::string joined(const std::vector<std::string>& items) {
  std::string out;
  for (const auto& item : items) out.append(out.empty() ? "" : "; ").append(item);
  return out;
}

void add_words(std::string& out, const Report& report, const Sentence& sentence) {
  out.append(fmt::format("\n{}\n", report.slice(sentence.span)));
  for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
    const Token& token = report.tokens[i];
    const bool root = token.head == Token::kRoot;
    const std::string head = root ? "0" : std::to_string(token.head - sentence.tokens.begin + 1);
    const bool predicate = token.upos == Upos::VERB || token.upos == Upos::NOUN || token.upos == Upos::ADJ;
    out.append(fmt::format("  {:>3} {:<18} {:<18} {:<6}{:<6}{:>4} {:<14}{}\n", i - sentence.tokens.begin + 1,
                           report.slice(token.span), token.lemma, name_of(token.upos), token.xpos, head, token.deprel,
                           predicate ? fmt::format("happened {:+.1f}", token.factuality) : ""));
  }
}

bool inside(TokenRange part, TokenRange whole) { return part.begin >= whole.begin && part.end <= whole.end; }

void add_names(std::string& out, const Report& report, const Sentence& sentence) {
  for (const Name& name : report.names) {
    if (inside(name.tokens, sentence.tokens))
      out.append(fmt::format("  name     {} = {}\n", report.slice(name.span), name_of(name.kind)));
  }
}

void add_meanings(std::string& out, const Report& report, const Sentence& sentence) {
  for (const Mention& mention : report.mentions) {
    if (!inside(mention.tokens, sentence.tokens)) continue;
    std::string who;
    for (const Actor& actor : mention.actors) who.append(who.empty() ? "" : " + ").append(actor_text(actor));
    out.append(fmt::format("  mention  {} ({}, entity {}) = {}  {}\n", report.slice(mention.span),
                           name_of(mention.form), mention.entity, who.empty() ? "unknown" : who,
                           joined(mention.because)));
  }
  for (const PlaceMention& at : report.places) {
    if (!inside(at.tokens, sentence.tokens)) continue;
    const Place& place = at.place;
    out.append(fmt::format(
        "  place    {} = {}, {} {} ({})\n", words(report, at.tokens), place.name, place.admin1, place.country,
        place.located ? fmt::format("{:.3f}, {:.3f}", place.latitude, place.longitude) : "not located"));
  }
  for (const TimeMention& at : report.times) {
    if (!inside(at.tokens, sentence.tokens)) continue;
    out.append(fmt::format("  date     {} = {} to {} ({})\n", words(report, at.tokens), iso(at.date.start),
                           iso(at.date.end), name_of(at.date.precision)));
  }
  for (const QuantityMention& at : report.quantities) {
    if (!inside(at.tokens, sentence.tokens)) continue;
    const Count& count = at.count;
    const auto figure = [](const std::optional<double>& x) { return x ? fmt::format("{}", *x) : std::string("?"); };
    out.append(fmt::format("  count    {} = {} ({} to {}) {} [{}]\n", words(report, at.tokens), figure(count.value),
                           figure(count.low), figure(count.high), count.unit, name_of(count.role)));
  }
}

void add_attributions(std::string& out, const Report& report, const Sentence& sentence) {
  for (const Attribution& said : report.attributions) {
    if (!sentence.tokens.contains(said.token)) continue;
    std::string content, who;
    for (const Span piece : said.content) content.append(content.empty() ? "" : " ... ").append(report.slice(piece));
    for (const Actor& actor : said.claimants) who.append(who.empty() ? "" : " + ").append(actor_text(actor));
    out.append(fmt::format("  says     {} = {} | {} | {}\n", report.slice(said.source), who.empty() ? "unknown" : who,
                           report.slice(said.cue), content));
  }
}

void add_scores(std::string& out, const Report& report, const Sentence& sentence) {
  constexpr float kWorthSaying = 0.2F;
  for (const EventScores& scores : report.event_scores) {
    if (!sentence.tokens.contains(scores.token)) continue;
    for (std::size_t i = 0; i + 1 < scores.probability.size(); ++i) {
      if (scores.probability[i] < kWorthSaying) continue;
      out.append(fmt::format("  head     {} = {} {:.2f}\n", report.slice(report.tokens[scores.token].span),
                             report.event_labels[i], scores.probability[i]));
    }
  }
}

/// The text of the examples that a record names.
void add_examples(std::string& out, const Report& report, const Event& event) {
  for (const CitedExample& cited : report.cited) {
    const std::string reason = "example:" + cited.name + " ";
    const auto names_it = [&](const std::string& because) { return because.starts_with(reason); };
    if (std::any_of(event.because.begin(), event.because.end(), names_it))
      out.append(fmt::format("           {} is \"{}\"\n", cited.name, cited.text));
  }
}

void add_records(std::string& out, const Report& report, std::uint32_t sentence) {
  for (const Event& event : report.events) {
    if (event.sentence != sentence) continue;
    std::string actors;
    std::string recipients;
    std::string sources;
    for (const Actor& actor : event.actors) actors.append(" ").append(actor_text(actor));
    for (const Actor& actor : event.recipients) recipients.append(" ").append(actor_text(actor));
    for (const Source& source : event.sources)
      sources.append(" < ").append(actor_text(source.actor)).append(" ").append(source.verb);
    out.append(fmt::format("  RECORD   {}{}{} by{} to{}, {}, {:.2f}{}\n           because {}\n", event.type,
                           event.mode.empty() ? "" : ":" + event.mode, event.act.empty() ? "" : " act " + event.act,
                           actors, recipients, name_of(event.status), event.confidence, sources,
                           joined(event.because)));
    add_examples(out, report, event);
  }
}

}  // namespace

std::string to_explanation(const Report& report) {
  std::string out;
  for (std::uint32_t s = 0; s < report.sentences.size(); ++s) {
    const Sentence& sentence = report.sentences[s];
    add_words(out, report, sentence);
    add_names(out, report, sentence);
    add_meanings(out, report, sentence);
    add_attributions(out, report, sentence);
    add_scores(out, report, sentence);
    add_records(out, report, s);
  }
  return out;
}

}  // namespace dateline
