// The promises of the whole path: the same bytes alone or among others, on one thread or several; evidence that
// slices; and inputs of any size.
#include "pipeline/pipeline.h"

#include <gtest/gtest.h>

#include <sstream>

namespace dateline {
namespace {

Pipeline::Files files(unsigned threads) {
  const std::filesystem::path source = DATELINE_SOURCE_DIR;
  return {source / "models/dateline.model",
          source / "knowledge/dateline.tables",
          source / "codebooks/plover.toml",
          source / "codebooks/plover.neighbours",
          threads,
          {}};
}

const Pipeline& one_thread() {
  static const Pipeline pipeline(files(1));
  return pipeline;
}

Report make_report(const std::string& id, const std::string& text) {
  Report report;
  report.id = id;
  report.published = std::chrono::year_month_day{std::chrono::year{2025}, std::chrono::June, std::chrono::day{18}};
  report.text = text;
  const Span all{0, static_cast<std::uint32_t>(text.size())};
  if (!all.empty()) report.segments = {{all, "", ""}};
  if (!all.empty()) report.paragraphs = {all};
  return report;
}

/// Reports of several lengths, with text that is not ASCII.
std::vector<Report> mixed_reports() {
  const std::vector<std::string> sentences = {
      "Rebels attacked an army post near Goma on Tuesday and killed four soldiers, the Congolese army said. ",
      "The presidents of Kenya and Ethiopia met in Nairobi. ",
      "“Minsk must answer,” said Zoë Müller after the European Union imposed sanctions on Belarus. ",
      "Poland promised to send 30 engineers to Kyïv \U0001F5DE. ", "Snow fell. "};
  std::vector<Report> reports;
  for (std::size_t i = 0; i < 12; ++i) {
    std::string text;
    for (std::size_t s = 0; s <= i * i; ++s) text += sentences[(s * 7 + i) % sentences.size()];
    reports.push_back(make_report("r" + std::to_string(i), text));
  }
  return reports;
}

void put(std::ostream& out, Span span) { out << '[' << span.begin << ',' << span.end << ']'; }

void put(std::ostream& out, const Actor& actor) {
  put(out, actor.span);
  out << actor.name << '/' << actor.country << '/' << actor.sector << '/' << actor.id << ' ';
}

void put(std::ostream& out, const Event& event) {
  put(out, event.trigger);
  out << event.type << event.mode << event.act << event.cameo << name_of(event.status) << event.confidence << ' ';
  for (const Actor& actor : event.actors) put(out, actor);
  for (const Actor& actor : event.recipients) put(out << "to ", actor);
  for (const Source& source : event.sources) put(out << source.verb << " by ", source.actor);
  for (const Count& count : event.counts) put(out << count.unit, count.span);
  if (event.place) put(out << event.place->name, event.place->span);
  if (event.date) put(out << static_cast<int>(event.date->start.year()), event.date->span);
  for (const std::string& reason : event.because) out << reason << ';';
  out << '\n';
}

/// All that the stages added, in bytes that can be compared.
std::string dump(const Report& report) {
  std::ostringstream out;
  out.precision(17);
  for (const Token& token : report.tokens) {
    put(out, token.span);
    out << token.lemma << name_of(token.upos) << token.xpos << token.feats << token.head << token.deprel
        << token.factuality << '\n';
  }
  for (const Mention& mention : report.mentions) put(out << mention.entity << ' ', mention.span);
  for (const EventScores& scores : report.event_scores) {
    for (const float p : scores.probability) out << p << ' ';
    for (const Neighbour& n : scores.neighbours) out << n.example << ' ' << n.similarity << ' ';
  }
  for (const Event& event : report.events) put(out, event);
  return out.str();
}

TEST(Pipeline, GivesTheSameAloneAndAmongOthers) {
  std::vector<Report> together = mixed_reports();
  one_thread().run(together, Stage::code);
  for (std::size_t i = 0; i < together.size(); ++i) {
    std::vector<Report> alone = {mixed_reports()[i]};
    one_thread().run(alone, Stage::code);
    EXPECT_EQ(dump(alone[0]), dump(together[i])) << i;
  }
}

TEST(Pipeline, GivesTheSameOnAnyNumberOfThreads) {
  std::vector<Report> expected = mixed_reports();
  one_thread().run(expected, Stage::code);
  for (const unsigned threads : {2U, 3U}) {
    std::vector<Report> reports = mixed_reports();
    Pipeline(files(threads)).run(reports, Stage::code);
    for (std::size_t i = 0; i < reports.size(); ++i) EXPECT_EQ(dump(expected[i]), dump(reports[i])) << threads;
  }
}

class Evidence {
 public:
  explicit Evidence(const Report& report) : report_(report) {}

  void check(const Event& event) {
    sentence_ = report_.sentences.at(event.sentence).span;
    span(event.trigger, true);
    for (const Actor& actor : event.actors) span(actor.span, false);
    for (const Actor& actor : event.recipients) span(actor.span, false);
    for (const Source& source : event.sources) span(source.actor.span, false);
    for (const Count& count : event.counts) span(count.span, true);
    if (event.place) span(event.place->span, false);
    if (event.date) span(event.date->span, false);
  }

 private:
  /// Slices the text at character boundaries; `here`: within the record's sentence.
  void span(Span span, bool here) const {
    ASSERT_LE(span.begin, span.end);
    ASSERT_LE(span.end, report_.text.size());
    EXPECT_TRUE(starts_character(span.begin) && starts_character(span.end));
    const bool inside = sentence_.begin <= span.begin && span.begin < span.end && span.end <= sentence_.end;
    EXPECT_TRUE(inside || !here);
  }
  bool starts_character(std::size_t at) const {
    return at == report_.text.size() || (static_cast<unsigned char>(report_.text[at]) & 0xC0U) != 0x80U;
  }

  const Report& report_;
  Span sentence_;
};

TEST(Pipeline, PointsAtItsEvidence) {
  std::vector<Report> reports = mixed_reports();
  one_thread().run(reports, Stage::code);
  std::size_t records = 0;
  for (const Report& report : reports) {
    Evidence evidence(report);
    for (const Event& event : report.events) evidence.check(event);
    records += report.events.size();
  }
  EXPECT_GT(records, 100U);
}

TEST(Pipeline, StopsWhereItIsTold) {
  Report report = mixed_reports()[3];
  one_thread().run({&report, 1}, Stage::parse);
  EXPECT_FALSE(report.tokens.empty());
  EXPECT_TRUE(report.mentions.empty() && report.events.empty());
  report = mixed_reports()[3];
  one_thread().run({&report, 1}, Stage::resolve);
  EXPECT_FALSE(report.places.empty());
  EXPECT_TRUE(report.events.empty());
}

TEST(Pipeline, TakesTextsOfAnySize) {
  std::string words;
  for (int i = 0; i < 20000; ++i) words += "word ";
  std::string long_word(50000, 'a');
  for (const std::string& text : {std::string(), std::string("."), std::string("Go"), std::string("\U0001F5DE"),
                                  std::string(3000, '.'), words, long_word}) {
    Report report = make_report("size", text);
    one_thread().run({&report, 1}, Stage::code);
    EXPECT_LE(report.tokens.size(), text.size());
  }
  one_thread().run({}, Stage::code);
}

TEST(Pipeline, NamesTheFileThatItCannotUse) {
  Pipeline::Files wrong = files(1);
  wrong.model = "/nowhere/dateline.model";
  try {
    const Pipeline pipeline(wrong);
    FAIL() << "a pipeline without a model";
  } catch (const Error& error) {
    EXPECT_NE(std::string(error.what()).find("/nowhere/dateline.model"), std::string::npos);
  }
}

}  // namespace
}  // namespace dateline
