// The codebook's reader: what it accepts, and that each fault names file and line.
#include <dateline/codebook.h>
#include <dateline/error.h>
#include <gtest/gtest.h>

#include "code/marks.h"

namespace dateline {
namespace {

const std::string kHead =
    "[codebook]\nname = \"t\"\nversion = \"1\"\n\n[[type]]\nname = \"ASSAULT\"\nquad = 4\nintensity = -9.0\ncameo = "
    "\"18\"\n";
const std::string kSense = "[[type.sense]]\nid = \"attack\"\nverbs = [\"attack\", \"open fire\"]\nweight = 0.9\n";

struct Fault {
  std::string name, text, message;
  std::size_t line;
};

TEST(Codebook, NamesTheLineOfEveryFault) {
  const Fault faults[] = {
      {"syntax", kHead + "oops\n", "", 10},
      {"no header", "[[type]]\nname = \"A\"\n", "header", 1},
      {"unknown key", kHead + kSense + "colour = \"red\"\n", "unknown key 'colour'", 14},
      {"unknown mode", kHead + kSense + "mode = \"aerial\"\n", "no mode 'aerial'", 10},
      {"doubled sense", kHead + kSense + kSense, "twice", 14},
      {"no words", kHead + "[[type.sense]]\nid = \"x\"\nweight = 0.5\n", "no verbs", 10},
      {"weight", kHead + "[[type.sense]]\nid = \"x\"\nverbs = [\"go\"]\nweight = 1.5\n", "weight", 10},
      {"slot", kHead + kSense + "recipient = [\"target\"]\n", "unknown slot", 10},
      {"class", kHead + kSense + "object = [\"<thing>\"]\n", "unknown class", 10},
      {"no trigger", kHead + "examples = [\n {text = \"{A:Rome} acted.\"},\n]\n" + kSense, "without {T:", 11},
      {"unknown act", kHead + "examples = [\n {text = \"{T:x}\", act = \"AID\"},\n]\n" + kSense, "no type 'AID'", 11},
      {"open mark", kHead + "examples = [\n {text = \"{T:x\"},\n]\n" + kSense, "not closed", 11},
      {"near miss", kHead + "near_misses = [\n {text = \"{T:x}\"},\n]\n" + kSense, "without 'is'", 11},
  };
  for (const Fault& fault : faults) {
    try {
      Codebook::parse(fault.text, "book.toml");
      ADD_FAILURE() << fault.name << ": accepted";
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::bad_codebook) << fault.name;
      EXPECT_EQ(error.file(), "book.toml") << fault.name;
      EXPECT_EQ(error.line(), fault.line) << fault.name << ": " << error.what();
      EXPECT_NE(std::string(error.what()).find(fault.message), std::string::npos) << fault.name << ": " << error.what();
    }
  }
}

TEST(Codebook, ReadsDefaultsAndLists) {
  const Codebook book = Codebook::parse(kHead + kSense, "book.toml");
  const Sense& sense = book.types.at(0).senses.at(0);
  EXPECT_EQ(sense.actor, (std::vector<Slot>{{Slot::Kind::subject, ""}}));
  EXPECT_EQ(sense.recipient, (std::vector<Slot>{{Slot::Kind::object, ""}, {Slot::Kind::oblique, "against"}}));
  EXPECT_FALSE(sense.act);
  EXPECT_EQ(sense.line, 10u);
}

TEST(Codebook, TheOneThatIsShippedLoads) {
  const Codebook book = Codebook::load(std::string(DATELINE_SOURCE_DIR) + "/codebooks/plover.toml");
  EXPECT_EQ(book.types.size(), 16u);
}

TEST(Marks, AreTakenOutOfTheText) {
  const Example example = read_marks("{A:Rome} and {A:Bern} {T:met}.");
  EXPECT_EQ(example.text, "Rome and Bern met.");
  ASSERT_EQ(example.actors.size(), 2u);
  EXPECT_EQ(example.text.substr(example.actors[1].begin, example.actors[1].end - example.actors[1].begin), "Bern");
  EXPECT_EQ(example.trigger, (Span{14, 17}));
}

}  // namespace
}  // namespace dateline
