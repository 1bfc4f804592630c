// Parts and wholes among the counts of records.
#include "code/sums.h"

#include <gtest/gtest.h>

namespace dateline {
namespace {

Count people(double value, std::string unit) {
  Count count;
  count.value = value;
  count.unit = std::move(unit);
  count.role = CountRole::personnel;
  return count;
}

Event sending(const std::string& country, std::vector<Count> counts) {
  Event event;
  event.type = "AGREE";
  event.act = "AID";
  event.actors.push_back({{}, country, country, "", ""});
  event.counts = std::move(counts);
  return event;
}

TEST(Sums, WholeAndPartsKnowOfEachOther) {
  std::vector<Event> events{sending("EGY", {people(400, "men")}),
                            sending("EGY", {people(300, "bridge builders"), people(100, "sappers")})};
  note_sums(events);
  EXPECT_EQ(events[0].because, std::vector<std::string>{"counts:400 = 300 bridge builders + 100 sappers"});
  EXPECT_EQ(events[1].because, std::vector<std::string>{"counts:parts of 400"});
}

TEST(Sums, OtherActorsOtherSumsAndSingleCountsAreNone) {
  std::vector<Event> events{sending("EGY", {people(400, "men")}), sending("KEN", {people(300, "a"), people(100, "b")}),
                            sending("EGY", {people(300, "a"), people(99, "b")}), sending("EGY", {people(400, "men")})};
  note_sums(events);
  for (const Event& event : events) EXPECT_TRUE(event.because.empty());
}

}  // namespace
}  // namespace dateline
