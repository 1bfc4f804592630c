#include "small_world.h"

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <sstream>
#include <vector>

namespace dateline {
namespace {

Upos upos_for(std::string_view xpos, std::string_view relation) {
  if (relation.starts_with("aux") || relation == "cop") return Upos::AUX;
  if (xpos.starts_with("NNP")) return Upos::PROPN;
  if (xpos.starts_with("NN")) return Upos::NOUN;
  if (xpos.starts_with("VB")) return Upos::VERB;
  if (xpos.starts_with("JJ")) return Upos::ADJ;
  if (xpos.starts_with("RB") || xpos == "WRB") return Upos::ADV;
  if (xpos == "MD") return Upos::AUX;
  if (xpos == "CD") return Upos::NUM;
  if (xpos == "DT") return Upos::DET;
  if (xpos.starts_with("PRP") || xpos.starts_with("WP") || xpos == "WDT") return Upos::PRON;
  if (xpos == "CC") return Upos::CCONJ;
  if (xpos == "IN") return relation == "mark" ? Upos::SCONJ : Upos::ADP;
  if (xpos == "TO" || xpos == "POS" || xpos == "RP") return xpos == "RP" ? Upos::ADP : Upos::PART;
  if (xpos == "$") return Upos::SYM;
  return Upos::PUNCT;
}

bool joins_left(std::string_view form) {
  return form == "," || form == "." || form == "'s" || form == "’s" || form == "n't" || form == ")" || form == "%" ||
         form == ";" || form == "?" || form == ":" || form == "'";
}

struct Builder {
  Report report;
  std::uint32_t start = 0;
  bool glue = true;

  void add(std::string_view form) {
    if (!glue && !joins_left(form)) report.text += ' ';
    glue = form == "(" || form == "$" || form == "“";
    Token token;
    token.span.begin = static_cast<std::uint32_t>(report.text.size());
    report.text += form;
    token.span.end = static_cast<std::uint32_t>(report.text.size());
    report.tokens.push_back(token);
  }

  void name(const std::string& tag) {
    const auto at = static_cast<std::uint32_t>(report.tokens.size()) - 1;
    if (tag == "+") {
      report.names.back().tokens.end = at + 1;
      report.names.back().span.end = report.tokens.back().span.end;
    } else if (!tag.empty()) {
      const NameKind kind = tag == "PER"   ? NameKind::person
                            : tag == "ORG" ? NameKind::organisation
                                           : NameKind::location;
      report.names.push_back({{at, at + 1}, report.tokens.back().span, kind});
    }
  }

  void end_sentence() {
    const auto end = static_cast<std::uint32_t>(report.tokens.size());
    if (end == start) return;
    Sentence sentence{{start, end}, {report.tokens[start].span.begin, report.tokens.back().span.end}, start, 0};
    for (std::uint32_t i = start; i < end; ++i) {
      if (report.tokens[i].head == Token::kRoot && report.tokens[i].deprel == "root") sentence.root = i;
    }
    report.sentences.push_back(sentence);
    start = end;
  }

  Report finish(std::chrono::year_month_day published) {
    end_sentence();
    report.published = published;
    const Span all{0, static_cast<std::uint32_t>(report.text.size())};
    report.segments.push_back({all, "", ""});
    report.paragraphs.push_back(all);
    report.mention_types.assign(report.tokens.size(), MentionType::none);
    return std::move(report);
  }
};

std::string number(const std::optional<double>& value) { return value ? fmt::format("{:g}", *value) : ""; }

}  // namespace

Report world(std::string_view lines, std::chrono::year_month_day published) {
  Builder builder;
  std::istringstream in{std::string(lines)};
  for (std::string line; std::getline(in, line);) {
    std::istringstream fields(line);
    std::string form, lemma, xpos, relation, name;
    std::uint32_t head = 0;
    if (!(fields >> form >> lemma >> xpos >> head >> relation)) {
      builder.end_sentence();
      continue;
    }
    fields >> name;
    builder.add(form);
    Token& token = builder.report.tokens.back();
    token.lemma = lemma;
    token.xpos = xpos;
    token.upos = upos_for(xpos, relation);
    token.head = head == 0 ? Token::kRoot : builder.start + head - 1;
    token.deprel = relation;
    builder.name(name);
  }
  return builder.finish(published);
}

Report plain(std::string_view text, std::chrono::year_month_day published) {
  Builder builder;
  builder.report.text = text;
  const auto kind = [&](std::size_t i) {
    const char c = text[i];
    return c == ' ' || c == '\t' || c == '\n'                                    ? 0
           : std::isalnum(static_cast<unsigned char>(c)) != 0 || (c & 0x80) != 0 ? 1
                                                                                 : 2;
  };
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i + 1;
    while (kind(i) == 1 && end < text.size() && kind(end) == 1) ++end;
    if (kind(i) != 0) {
      Token token;
      token.span = {static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(end)};
      builder.report.tokens.push_back(token);
    }
    i = end;
  }
  return builder.finish(published);
}

std::string dump(const EventDate& date) {
  const auto day = [](std::chrono::year_month_day d) { return fmt::format("{:%F}", std::chrono::sys_days(d)); };
  const std::string first = day(date.start), last = day(date.end);
  if (first == last) return first;
  const bool whole = first.ends_with("-01-01") && last.ends_with("-12-31") && date.start.year() == date.end.year();
  if (whole) return first.substr(0, 4);
  const bool month = date.start.month() == date.end.month() && date.start.year() == date.end.year() &&
                     date.start.day() == std::chrono::day(1) &&
                     date.end == std::chrono::year_month_day(date.end.year() / date.end.month() / std::chrono::last);
  return month ? first.substr(0, 7) : first + "/" + last;
}

std::string dump_times(const Report& report) {
  std::string out;
  for (const TimeMention& time : report.times) {
    out += fmt::format("{}{}={}", out.empty() ? "" : " | ", report.slice(time.date.span), dump(time.date));
  }
  return out;
}

std::string dump_quantities(const Report& report) {
  std::string out;
  for (const QuantityMention& quantity : report.quantities) {
    const Count& count = quantity.count;
    const std::string bounds =
        count.low || count.high ? fmt::format("[{},{}]", number(count.low), number(count.high)) : "";
    out += fmt::format("{}{} {}={}{} {}", out.empty() ? "" : " | ", report.slice(count.span), count.unit,
                       number(count.value), bounds, name_of(count.role));
  }
  return out;
}

}  // namespace dateline
