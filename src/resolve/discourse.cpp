#include "resolve/discourse.h"

#include <algorithm>

#include "text/fold.h"

namespace dateline {
namespace {

std::string key_of(const std::vector<Actor>& actors) {
  std::string key;
  for (const Actor& actor : actors) key += (actor.id.empty() ? actor.name + '/' + actor.country : actor.id) + ';';
  return key;
}

std::string last_word(const std::string& name) {
  const std::string folded = fold(name);
  return folded.substr(folded.find_last_of(' ') + 1);
}

std::string first_word(const std::string& name) {
  const std::string folded = fold(name);
  return folded.substr(0, folded.find(' '));
}

}  // namespace

std::uint32_t Discourse::remember(Referent referent) {
  const auto number = static_cast<std::uint32_t>(entities_.size());
  const std::string key = key_of(referent.actors) + (referent.fresh ? std::to_string(number) : "");
  referent.entity = referent.same_as ? *referent.same_as : entities_.try_emplace(key, number).first->second;
  if (const auto known = genders_.find(referent.entity); known != genders_.end()) referent.gender = known->second;
  if (referent.kind == ReferentKind::person && referent.named && referent.actors.size() == 1) {
    const std::string& name = referent.actors.front().name;
    people_[last_word(name)] = recent_.size();
    people_.try_emplace(first_word(name), recent_.size());
  }
  recent_.push_back(std::move(referent));
  return recent_.back().entity;
}

std::vector<std::string> Discourse::countries(std::uint32_t sentence, std::size_t number) const {
  constexpr std::uint32_t kFarthest = 4;
  std::vector<std::pair<double, std::string>> scores;
  for (std::size_t i = recent_.size(), looked = 0; i-- > 0 && looked < kLookBack; ++looked) {
    const Referent& r = recent_[i];
    if (r.sentence + kFarthest < sentence) break;
    for (const Actor& actor : r.actors) {
      if (actor.country.empty()) continue;
      auto at = std::find_if(scores.begin(), scores.end(), [&](const auto& s) { return s.second == actor.country; });
      if (at == scores.end()) at = scores.insert(scores.end(), {0.0, actor.country});
      at->first += (r.subject ? 1.5 : 1.0) / (1.0 + (sentence - r.sentence));
    }
  }
  if (scores.size() < number) return {};
  std::stable_sort(scores.begin(), scores.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<std::string> codes;
  for (std::size_t i = 0; i < number; ++i) codes.push_back(scores[i].second);
  return codes;
}

const Referent* Discourse::person(std::string_view word) const {
  const auto found = people_.find(fold(word));
  return found == people_.end() ? nullptr : &recent_[found->second];
}

void Discourse::set_gender(std::uint32_t entity, char gender) {
  genders_[entity] = gender;
  const std::size_t first = recent_.size() > kLookBack ? recent_.size() - kLookBack : 0;
  for (std::size_t i = first; i < recent_.size(); ++i) {
    if (recent_[i].entity == entity) recent_[i].gender = gender;
  }
}

}  // namespace dateline
