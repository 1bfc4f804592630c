// Layout of plain texts and transcripts, as a table of text and one-line dump.
#include <gtest/gtest.h>

#include "readers/dates.h"
#include "readers/plain_text.h"

namespace dateline {
namespace {

std::string dump(const std::string& text) {
  Report report;
  report.text = text;
  lay_out(report);
  std::string out;
  for (const Segment& segment : report.segments) {
    out += "<" + segment.role + "|" + segment.speaker + ">";
    for (const Span paragraph : report.paragraphs) {
      if (paragraph.begin >= segment.span.begin && paragraph.end <= segment.span.end) {
        out += "[" + std::string(report.slice(paragraph)) + "]";
      }
    }
  }
  if (!report.publisher.empty()) out += " publisher=" + report.publisher;
  if (report.published) out += " dated";
  return out;
}

TEST(Layout, OfPlainTexts) {
  EXPECT_EQ(dump("One line.\nAnother one.\n"), "<|>[One line.][Another one.]");
  EXPECT_EQ(dump("First paragraph.\n\n  Second.  \n"), "<|>[First paragraph.][Second.]");
  EXPECT_EQ(dump("Friday, January 4, 2019 \n\nA house fell."), "<|>[A house fell.] dated");
  EXPECT_EQ(dump("OSLO, May 3 (NTB) - The king spoke."), "<|>[The king spoke.] publisher=NTB");
  EXPECT_EQ(dump("   \n\t\n"), "");
}

TEST(Layout, JoinsHardWrappedLines) {
  const std::string line = "a line that was broken by a mail program at a column width of";
  EXPECT_EQ(dump(line + "\n" + line + "\n" + line + "\n" + line + " ten.\n\nNext."),
            "<|>[" + line + "\n" + line + "\n" + line + "\n" + line + " ten.][Next.]");
}

TEST(Layout, OfTranscripts) {
  EXPECT_EQ(dump(" date 2024-02-01 Photo : ACME News\n\nAnchor: The port was shelled.Ann Lee reports.Reporter: It "
                 "burned.Ann Lee, Radio North News."),
            "<Anchor|>[The port was shelled.]<Reporter|Ann Lee>[It burned.] publisher=Radio North dated");
  EXPECT_EQ(dump("AMY POND: Who fired?\nRORY WILLIAMS: Nobody knows."),
            "<|AMY POND>[Who fired?]<|RORY WILLIAMS>[Nobody knows.]");
}

TEST(Layout, TakesColonsInProseForNoLabels) {
  EXPECT_EQ(dump("The minister said: we go. Casualties: ten."), "<|>[The minister said: we go. Casualties: ten.]");
  EXPECT_EQ(dump("A reporter: nobody else saw it."), "<|>[A reporter: nobody else saw it.]");
}

TEST(Dates, AsPagesWriteThem) {
  using namespace std::chrono_literals;
  const auto day = 2025y / 6 / 18;
  for (const char* text : {"2025-06-18", "2025-06-18T10:00:00Z", "20250618", "20250618101500", "June 18, 2025",
                           "18 June 2025", "Wed, 18 Jun 2025 10:00:00 GMT", "Wednesday, June 18, 2025", "2025/06/18"}) {
    EXPECT_EQ(read_date(text), day) << text;
  }
  for (const char* text : {"", "soon", "2025", "18", "2025-13-01", "June", "99999999", "Monday"})
    EXPECT_FALSE(read_date(text)) << text;
}

}  // namespace
}  // namespace dateline
