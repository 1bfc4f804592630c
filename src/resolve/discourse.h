// What has been mentioned so far, and who a later expression can mean: the
// memory behind pronouns, "the group", "the two sides". Look-back is bounded,
// so the cost stays linear in the length of a report.
#pragma once

#include <dateline/report.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace dateline {

/// What kind of thing a mention means, for agreement.
enum class ReferentKind : std::uint8_t { person, country, organisation, group };

struct Referent {
  std::vector<Actor> actors;
  ReferentKind kind = ReferentKind::person;
  bool plural = false;
  bool subject = false;
  bool named = false;
  std::optional<std::uint32_t> same_as;  ///< the entity that it takes up
  bool fresh = false;                    ///< somebody new, whatever was called so before: "a man", "two soldiers"
  char gender = '?';                     ///< m, f, or ? if unknown
  std::string noun;                      ///< lemma of the head of a nominal: "group"
  std::string office;                    ///< key of the office, or empty
  std::uint32_t sentence = 0;
  std::uint32_t token = 0;
  std::uint32_t entity = 0;
};

class Discourse {
 public:
  /// Adds what was just mentioned and gives its entity's number.
  std::uint32_t remember(Referent referent);

  /// The likeliest earlier referent that `fits`, or nullptr. Nearer sentences, subjects and names are likelier;
  /// nothing beyond `farthest` sentences back is found.
  template <typename Fits>
  const Referent* likeliest(std::uint32_t sentence, std::uint32_t farthest, Fits fits) const {
    const Referent* best = nullptr;
    double best_score = -1e9;
    for (std::size_t i = recent_.size(), looked = 0; i-- > 0 && looked < kLookBack; ++looked) {
      const Referent& r = recent_[i];
      if (r.sentence + farthest < sentence) break;
      if (!fits(r)) continue;
      const double score = (r.subject ? 1.0 : 0.0) + (r.named ? 0.3 : 0.0) - 1.2 * (sentence - r.sentence);
      if (score > best_score) best_score = score, best = &r;
    }
    return best;
  }

  /// The last referent that `fits`, no farther back than `farthest` sentences, or nullptr.
  template <typename Fits>
  const Referent* latest(std::uint32_t sentence, std::uint32_t farthest, Fits fits) const {
    for (std::size_t i = recent_.size(), looked = 0; i-- > 0 && looked < kLookBack; ++looked) {
      if (recent_[i].sentence + farthest < sentence) break;
      if (fits(recent_[i])) return &recent_[i];
    }
    return nullptr;
  }

  /// The `number` countries that the last sentences are most about, most mentioned first; fewer than that: none.
  std::vector<std::string> countries(std::uint32_t sentence, std::size_t number) const;

  /// The person introduced by a longer name with this last word (else this first one), or nullptr.
  const Referent* person(std::string_view word) const;

  /// Learns from a pronoun that was resolved to it.
  void set_gender(std::uint32_t entity, char gender);

 private:
  static constexpr std::size_t kLookBack = 60;

  std::vector<Referent> recent_;
  std::unordered_map<std::string, std::uint32_t> entities_;  ///< by id, or by name and country
  std::unordered_map<std::string, std::size_t> people_;      ///< by folded last and first word: index in recent_
  std::unordered_map<std::uint32_t, char> genders_;
};

}  // namespace dateline
