// Records of one real event become one story. What is written within a transaction is only noted; at its end the
// records that came or went are put into stories, together with the stories near them and no others.
//
// Two records are near if they share a key (story_keys.h) and their odds (pair_score.h) speak for one event. Stories
// that are near each other are a family, and a family is always made as a whole (clustering.h) from its records alone:
// so stories do not depend on the order in which reports came, nor on how they were divided into transactions. Only
// where a family grows beyond kMostInFamily, later records are put to what stands.
#pragma once

#include <dateline/report.h>

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <unordered_map>
#include <vector>

#include "store/clustering.h"
#include "store/reports.h"
#include "store/sketch.h"
#include "store/sqlite.h"

namespace dateline::store {

class Linker {
 public:
  static constexpr std::size_t kMostInFamily = 200;

  Linker(const Connection& connection, Reports& reports);

  /// The record has come into the table, or is no longer rejected.
  void note_added(std::int64_t row) { added_.insert(row); }
  /// The record is about to go, or was rejected: it leaves its story, and no key leads to it.
  void note_removed(std::int64_t row, const Report& report, std::size_t position, std::int64_t text);
  /// A person decided about it: its family is made anew.
  void note_decided(std::int64_t row) { note_left(row); }
  /// The record has another place in its report.
  void note_moved(std::int64_t row) { sketches_.erase(row); }

  /// Writes stories for all that was noted. Records must be in their tables.
  void settle();
  void forget();
  std::size_t pending() const { return added_.size(); }

 private:
  using Shared = std::shared_ptr<const Sketch>;

  /// Records to be made into stories, and the families that they touch.
  struct Group {
    std::vector<std::int64_t> open;
    std::set<std::int64_t> families;
  };

  void note_left(std::int64_t row);
  void loosen_families();
  Shared sketch(std::int64_t row);
  void write_keys(const Sketch& sketch);
  std::set<std::int64_t> candidates(const Sketch& sketch);
  std::vector<std::int64_t> joined_to(const Sketch& sketch);
  std::optional<std::int64_t> family_of(std::int64_t row);
  std::int64_t family_of_story(std::int64_t story);
  std::vector<std::int64_t> stories_of(std::int64_t family);
  std::vector<std::int64_t> members_of(std::int64_t story);
  std::vector<Group> groups();
  void settle(const Group& group);
  std::vector<Shared> sketches_of(const std::vector<std::int64_t>& rows);
  std::size_t members_in(const std::vector<std::int64_t>& stories);
  void make_family(std::vector<Shared> sketches);
  void add_to_family(std::vector<std::int64_t> stories, const std::vector<Shared>& open);
  std::optional<std::int64_t> best_story(const Sketch& record);
  float odds_with(const Sketch& record, std::int64_t story);
  std::vector<PairDecision> decisions_on(const std::vector<Shared>& sketches);
  std::int64_t write_story(const std::vector<Shared>& members);
  void describe_story(std::int64_t story, const std::vector<Shared>& members);
  void write_family(const std::vector<std::int64_t>& stories);

  const Connection& connection_;
  Reports& reports_;
  Statement record_, story_, family_, family_stories_, members_, add_key_, drop_key_, later_, earlier_, joins_,
      decisions_, find_story_, count_members_, make_story_, describe_, drop_story_, drop_member_, add_member_,
      add_family_;
  std::set<std::int64_t> added_, left_;
  std::unordered_map<std::int64_t, Shared> sketches_;
};

}  // namespace dateline::store
