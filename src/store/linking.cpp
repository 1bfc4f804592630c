#include "store/linking.h"

#include <algorithm>
#include <numeric>

#include "store/identity.h"
#include "store/pair_score.h"
#include "store/story_keys.h"
#include "store/story_titles.h"

namespace dateline::store {
namespace {

constexpr std::size_t kRemembered = 20000;  ///< sketches
constexpr std::int64_t kMostOfAKey = 48;    ///< rows on either side of a record: a key with more tells little

std::int64_t day_part(std::int64_t row) { return row >> kSequenceBits; }

/// By day, then by what they are: an order that does not depend on which came first.
bool before(const Sketch& a, const Sketch& b) {
  return std::tuple(day_part(a.row), a.code, a.row) < std::tuple(day_part(b.row), b.code, b.row);
}

/// Groups that grow together.
class Union {
 public:
  std::int64_t find(std::int64_t x) {
    const auto known = parent_.try_emplace(x, x).first;
    if (known->second == x) return x;
    const std::int64_t root = find(known->second);
    parent_[x] = root;
    return root;
  }
  void unite(std::int64_t a, std::int64_t b) {
    a = find(a);
    b = find(b);
    if (a != b) parent_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::map<std::int64_t, std::int64_t> parent_;
};

}  // namespace

Linker::Linker(const Connection& connection, Reports& reports)
    : connection_(connection),
      reports_(reports),
      record_(connection.prepare("SELECT text, position FROM record WHERE id = ? AND rejected = 0")),
      story_(connection.prepare("SELECT story FROM story_member WHERE record = ?")),
      family_(connection.prepare("SELECT family FROM story_family WHERE story = ?")),
      family_stories_(connection.prepare("SELECT story FROM story_family WHERE family = ? ORDER BY story")),
      members_(connection.prepare("SELECT record FROM story_member WHERE story = ? ORDER BY record")),
      add_key_(connection.prepare("INSERT OR IGNORE INTO story_key VALUES (?, ?)")),
      drop_key_(connection.prepare("DELETE FROM story_key WHERE key = ? AND record = ?")),
      later_(connection.prepare(
          "SELECT record FROM story_key WHERE key = ? AND record BETWEEN ? AND ? ORDER BY record LIMIT ?")),
      earlier_(connection.prepare(
          "SELECT record FROM story_key WHERE key = ? AND record BETWEEN ? AND ? ORDER BY record DESC LIMIT ?")),
      joins_(connection.prepare(
          "SELECT second_text, second_trigger FROM story_decision WHERE joins = 1 AND first_text = ?1 AND "
          "first_trigger = ?2 UNION SELECT first_text, first_trigger FROM story_decision WHERE joins = 1 AND "
          "second_text = ?1 AND second_trigger = ?2")),
      decisions_(connection.prepare("SELECT id, joins, second_text, second_trigger FROM story_decision WHERE "
                                    "first_text = ? AND first_trigger = ? ORDER BY id")),
      find_story_(connection.prepare("SELECT 1 FROM story WHERE id = ?")),
      count_members_(connection.prepare("SELECT count(*) FROM story_member WHERE story = ?")),
      make_story_(connection.prepare("INSERT INTO story (id, title) VALUES (?, '')")),
      describe_(connection.prepare("UPDATE story SET title = ?2, first = ?3, last = ?4 WHERE id = ?1")),
      drop_story_(connection.prepare("DELETE FROM story WHERE id = ?")),
      drop_member_(connection.prepare("DELETE FROM story_member WHERE record = ?")),
      add_member_(connection.prepare("INSERT INTO story_member VALUES (?, ?)")),
      add_family_(connection.prepare("INSERT OR REPLACE INTO story_family VALUES (?, ?)")) {}

void Linker::note_removed(std::int64_t row, const Report& report, std::size_t position, std::int64_t text) {
  const Sketch gone = sketch_of(report, position, row, text);
  for (const std::int64_t key : story_keys(gone)) drop_key_.run(key, row);
  sketches_.erase(row);
  if (added_.erase(row) == 0) note_left(row);
  drop_member_.run(row);
}

void Linker::note_left(std::int64_t row) {
  if (const auto family = family_of(row)) left_.insert(*family);
}

void Linker::settle() {
  loosen_families();
  for (const std::int64_t row : added_) write_keys(*sketch(row));
  for (const Group& group : groups()) settle(group);
  added_.clear();
  if (sketches_.size() > kRemembered) sketches_.clear();
}

void Linker::forget() {
  added_.clear();
  left_.clear();
  sketches_.clear();
}

/// What a family was made from has changed, so all that is left of it is open again.
void Linker::loosen_families() {
  for (const std::int64_t family : left_) {
    for (const std::int64_t story : stories_of(family)) {
      for (const std::int64_t row : members_of(story)) added_.insert(row);
      drop_story_.run(story);
    }
  }
  left_.clear();
}

Linker::Shared Linker::sketch(std::int64_t row) {
  const auto known = sketches_.find(row);
  if (known != sketches_.end()) return known->second;
  std::int64_t text = 0;
  std::size_t position = 0;
  {
    Rows rows = record_.rows(row);
    if (!rows.next()) throw Error(ErrorCode::bad_store, "the store is damaged (a story of a record that is not there)");
    text = rows->integer(0);
    position = static_cast<std::size_t>(rows->integer(1));
  }
  const auto report = reports_.shared(text);
  event_in(*report, position);  // is there
  return sketches_.emplace(row, std::make_shared<const Sketch>(sketch_of(*report, position, row, text))).first->second;
}

void Linker::write_keys(const Sketch& sketch) {
  for (const std::int64_t key : story_keys(sketch)) add_key_.run(key, sketch.row);
}

std::set<std::int64_t> Linker::candidates(const Sketch& sketch) {
  std::set<std::int64_t> out;
  for (const KeyRange& range : ranges_of(sketch)) {
    for (const std::int64_t row : integers(later_.rows(range.key, sketch.row, range.last, kMostOfAKey)))
      out.insert(row);
    for (const std::int64_t row : integers(earlier_.rows(range.key, range.first, sketch.row, kMostOfAKey)))
      out.insert(row);
  }
  out.erase(sketch.row);
  return out;
}

/// Rows of records that a person put to this one.
std::vector<std::int64_t> Linker::joined_to(const Sketch& sketch) {
  std::vector<std::pair<std::int64_t, std::int64_t>> anchors;
  {
    Rows rows = joins_.rows(sketch.text, sketch.trigger);
    while (rows.next()) anchors.emplace_back(rows->integer(0), rows->integer(1));
  }
  std::vector<std::int64_t> out;
  if (anchors.empty()) return out;
  Statement of_text = connection_.prepare("SELECT id FROM record WHERE text = ? AND rejected = 0 ORDER BY id");
  for (const auto& [text, trigger] : anchors) {
    for (const std::int64_t row : integers(of_text.rows(text)))
      if (this->sketch(row)->trigger == trigger) out.push_back(row);
  }
  return out;
}

std::optional<std::int64_t> Linker::family_of(std::int64_t row) {
  const auto story = story_.first(row);
  return story ? std::optional(family_of_story(*story)) : std::nullopt;
}

std::int64_t Linker::family_of_story(std::int64_t story) { return family_.first(story).value_or(story); }

std::vector<std::int64_t> Linker::stories_of(std::int64_t family) {
  auto stories = integers(family_stories_.rows(family));
  if (stories.empty()) stories.push_back(family);  // a family of one is not written down
  return stories;
}

std::vector<std::int64_t> Linker::members_of(std::int64_t story) { return integers(members_.rows(story)); }

/// Rows and families are named by numbers of one kind here: rows as they are, families below 0.
std::vector<Linker::Group> Linker::groups() {
  Union unions;
  std::set<std::int64_t> families;
  const auto touch = [&](std::int64_t row, std::int64_t other) {
    const auto family = family_of(other);
    if (family) families.insert(*family);
    unions.unite(row, family ? -1 - *family : other);
  };
  for (const std::int64_t row : added_) {
    const Shared mine = sketch(row);
    unions.find(row);
    for (const std::int64_t other : candidates(*mine))
      if (odds_of(*mine, *sketch(other)) > kLinkOdds) touch(row, other);
    for (const std::int64_t other : joined_to(*mine)) touch(row, other);
  }
  std::map<std::int64_t, Group> found;
  for (const std::int64_t row : added_) found[unions.find(row)].open.push_back(row);
  for (const std::int64_t family : families) found[unions.find(-1 - family)].families.insert(family);
  std::vector<Group> out;
  out.reserve(found.size());
  for (auto& [root, group] : found) out.push_back(std::move(group));
  return out;
}

void Linker::settle(const Group& group) {
  std::vector<std::int64_t> stories;
  for (const std::int64_t family : group.families)
    for (const std::int64_t story : stories_of(family)) stories.push_back(story);
  std::vector<Shared> open = sketches_of(group.open);
  if (!stories.empty() && members_in(stories) + open.size() > kMostInFamily) {
    add_to_family(std::move(stories), open);
    return;
  }
  for (const std::int64_t story : stories) {
    const auto members = sketches_of(members_of(story));
    open.insert(open.end(), members.begin(), members.end());
    drop_story_.run(story);
  }
  make_family(std::move(open));
}

std::vector<Linker::Shared> Linker::sketches_of(const std::vector<std::int64_t>& rows) {
  std::vector<Shared> out;
  out.reserve(rows.size());
  for (const std::int64_t row : rows) out.push_back(sketch(row));
  std::sort(out.begin(), out.end(), [](const Shared& a, const Shared& b) { return before(*a, *b); });
  return out;
}

std::size_t Linker::members_in(const std::vector<std::int64_t>& stories) {
  std::size_t count = 0;
  for (const std::int64_t story : stories) count += static_cast<std::size_t>(count_members_.first(story).value_or(0));
  return count;
}

void Linker::make_family(std::vector<Shared> sketches) {
  std::sort(sketches.begin(), sketches.end(), [](const Shared& a, const Shared& b) { return before(*a, *b); });
  std::vector<Shared> later;
  if (sketches.size() > kMostInFamily) {
    later.assign(sketches.begin() + kMostInFamily, sketches.end());
    sketches.resize(kMostInFamily);
  }
  OddsTable odds(sketches.size());
  for (std::size_t a = 0; a < sketches.size(); ++a)
    for (std::size_t b = a + 1; b < sketches.size(); ++b) odds.set(a, b, odds_of(*sketches[a], *sketches[b]));
  const auto numbers = cluster(odds, decisions_on(sketches));
  std::map<std::size_t, std::vector<Shared>> clusters;
  for (std::size_t i = 0; i < sketches.size(); ++i) clusters[numbers[i]].push_back(sketches[i]);
  std::vector<std::int64_t> stories;
  stories.reserve(clusters.size());
  for (const auto& [number, members] : clusters) stories.push_back(write_story(members));
  add_to_family(std::move(stories), later);
}

void Linker::add_to_family(std::vector<std::int64_t> stories, const std::vector<Shared>& open) {
  std::set<std::int64_t> grown;
  for (const Shared& record : open) {
    if (const auto story = best_story(*record)) {
      add_member_.run(record->row, *story);
      grown.insert(*story);
    } else {
      stories.push_back(write_story({record}));
    }
  }
  for (const std::int64_t story : grown) describe_story(story, sketches_of(members_of(story)));
  write_family(stories);
}

/// Of the stories near the record, the one that it fits best on average; nothing if it fits none.
std::optional<std::int64_t> Linker::best_story(const Sketch& record) {
  std::set<std::int64_t> near;
  for (const std::int64_t other : candidates(record)) {
    const auto story = story_.first(other);
    if (story && odds_of(record, *sketch(other)) > kLinkOdds) near.insert(*story);
  }
  for (const std::int64_t other : joined_to(record))
    if (const auto story = story_.first(other)) near.insert(*story);
  std::optional<std::int64_t> best;
  float most = kMergeOdds;
  for (const std::int64_t story : near) {
    const float odds = odds_with(record, story);
    if (odds <= most) continue;
    most = odds;
    best = story;
  }
  return best;
}

float Linker::odds_with(const Sketch& record, std::int64_t story) {
  constexpr std::size_t kSample = 32;
  constexpr float kDecided = 100;
  std::vector<Shared> members = sketches_of(members_of(story));
  members.push_back(std::make_shared<const Sketch>(record));
  const std::size_t last = members.size() - 1;
  const auto decisions = decisions_on(members);
  for (std::size_t later = decisions.size(); later-- > 0;) {
    const PairDecision& decision = decisions[later];
    if (decision.first == last || decision.second == last) return decision.join ? kDecided : -kDecided;
  }
  const std::size_t count = std::min(kSample, last);
  float sum = 0;
  for (std::size_t i = 0; i < count; ++i) sum += odds_of(record, *members[i]);
  return sum / static_cast<float>(count);
}

/// What was decided about two of these, in the order in which it was.
std::vector<PairDecision> Linker::decisions_on(const std::vector<Shared>& sketches) {
  std::multimap<std::pair<std::int64_t, std::int64_t>, std::size_t> at;
  for (std::size_t i = 0; i < sketches.size(); ++i) at.emplace(std::pair(sketches[i]->text, sketches[i]->trigger), i);
  std::vector<std::pair<std::int64_t, PairDecision>> found;
  for (std::size_t i = 0; i < sketches.size(); ++i) {
    Rows rows = decisions_.rows(sketches[i]->text, sketches[i]->trigger);
    while (rows.next()) {
      const auto [begin, end] = at.equal_range(std::pair(rows->integer(2), rows->integer(3)));
      for (auto other = begin; other != end; ++other)
        found.push_back({rows->integer(0), {i, other->second, rows->integer(1) != 0}});
    }
  }
  std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<PairDecision> out;
  out.reserve(found.size());
  for (const auto& [id, decision] : found) out.push_back(decision);
  return out;
}

/// A story is called by the record that came first into the store, so that it keeps its id while others come.
std::int64_t Linker::write_story(const std::vector<Shared>& members) {
  constexpr std::int64_t kIdBits = (std::int64_t{1} << 48) - 1;
  const Shared& first = *std::min_element(members.begin(), members.end(), [](const Shared& a, const Shared& b) {
    return std::pair(a->text, a->position) < std::pair(b->text, b->position);
  });
  std::int64_t id = std::max<std::int64_t>(1, first->code & kIdBits);
  while (find_story_.first(id)) ++id;
  make_story_.run(id);
  for (const Shared& member : members) add_member_.run(member->row, id);
  describe_story(id, members);
  return id;
}

void Linker::describe_story(std::int64_t story, const std::vector<Shared>& members) {
  const Shared& main = *std::max_element(members.begin(), members.end(), [](const Shared& a, const Shared& b) {
    return a->fullness != b->fullness ? a->fullness < b->fullness : before(*b, *a);
  });
  std::int64_t first = 0;
  std::int64_t last = 0;
  for (const Shared& member : members) {
    const std::int64_t row = member->row;
    if (day_part(row) == 0) continue;
    first = first == 0 ? row : std::min(first, row);
    last = std::max(last, row);
  }
  const auto report = reports_.shared(main->text);
  describe_.run(story, story_title(*report, report->events[main->position]), number_of(day_of_row(first)),
                number_of(day_of_row(last)));
}

void Linker::write_family(const std::vector<std::int64_t>& stories) {
  if (stories.size() < 2) return;
  const std::int64_t family = *std::min_element(stories.begin(), stories.end());
  for (const std::int64_t story : stories) add_family_.run(story, family);
}

}  // namespace dateline::store
