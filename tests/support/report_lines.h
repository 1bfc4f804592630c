// Reports built by hand for tests of the code stage: one word a line, "form lemma UPOS xpos head relation"; heads
// count from 1 in their sentence, 0 is the root; an empty line ends a sentence.
#pragma once

#include <dateline/report.h>

#include <sstream>
#include <string>

namespace dateline::testing {

inline void close_sentence(Report& report, std::uint32_t first) {
  const auto end = static_cast<std::uint32_t>(report.tokens.size());
  if (first == end) return;
  Sentence sentence;
  sentence.tokens = {first, end};
  sentence.span = {report.tokens[first].span.begin, report.tokens.back().span.end};
  for (std::uint32_t w = first; w < end; ++w) {
    if (report.tokens[w].head == Token::kRoot) sentence.root = w;
  }
  report.sentences.push_back(sentence);
}

/// A parsed report, published 2025-06-18, without mentions.
inline Report report_of(const std::string& lines) {
  Report report;
  report.id = "hand";
  report.published = std::chrono::year_month_day{std::chrono::year{2025}, std::chrono::month{6}, std::chrono::day{18}};
  std::istringstream stream(lines);
  std::string line;
  std::uint32_t first = 0;
  while (std::getline(stream, line)) {
    std::istringstream fields(line);
    std::string form, upos;
    Token token;
    std::uint32_t head = 0;
    if (!(fields >> form >> token.lemma >> upos >> token.xpos >> head >> token.deprel)) {
      close_sentence(report, first);
      first = static_cast<std::uint32_t>(report.tokens.size());
      continue;
    }
    if (!report.text.empty()) report.text += ' ';
    token.span.begin = static_cast<std::uint32_t>(report.text.size());
    report.text += form;
    token.span.end = static_cast<std::uint32_t>(report.text.size());
    token.upos = upos_of(upos).value_or(Upos::X);
    token.head = head == 0 ? Token::kRoot : first + head - 1;
    report.tokens.push_back(token);
  }
  close_sentence(report, first);
  report.mention_types.assign(report.tokens.size(), MentionType::none);
  const Span all{0, static_cast<std::uint32_t>(report.text.size())};
  report.segments.push_back({all, "", ""});
  report.paragraphs.push_back(all);
  return report;
}

/// Index of the first word with that form.
inline std::uint32_t word(const Report& report, std::string_view form) {
  for (std::uint32_t w = 0; w < report.tokens.size(); ++w) {
    if (report.slice(report.tokens[w].span) == form) return w;
  }
  return Token::kRoot;
}

/// Says that the words [begin, end) around `head` mean that actor.
inline void mean(Report& report, std::string_view form, const std::string& country, const std::string& sector = "",
                 MentionForm kind = MentionForm::name) {
  Mention mention;
  mention.head = word(report, form);
  mention.tokens = {mention.head, mention.head + 1};
  mention.span = report.tokens[mention.head].span;
  mention.form = kind;
  Actor actor;
  actor.span = mention.span;
  actor.name = std::string(form);
  actor.country = country;
  actor.sector = sector;
  mention.actors.push_back(actor);
  report.mentions.push_back(mention);
}

}  // namespace dateline::testing
