// The state that the rules of find_mentions() share while they read a report
// from its first word to its last. Each family of rules has a file of its own:
// names.cpp, nominals.cpp, pronouns.cpp.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "resolve/actor_names.h"
#include "resolve/discourse.h"
#include "resolve/phrases.h"

namespace dateline {

/// What a title or role phrase says of its bearer.
struct Description {
  std::vector<std::string_view> codes;  ///< countries that the phrase names
  std::string_view office;              ///< key, or empty
  std::string_view sector;              ///< or empty
  std::string noun;                     ///< lemma of the head
  bool former = false;                  ///< "former", "late", "ex-"
  bool other = false;                   ///< "deputy", "acting", "next": not the holder itself
};

class MentionFinder {
 public:
  MentionFinder(const Report& report, const Tree& tree, const Knowledge& knowledge, const CountryWords& countries);
  std::vector<Mention> find() &&;

 private:
  void read(std::uint32_t token);

  // names.cpp
  bool country_word(std::uint32_t token);
  bool name(std::uint32_t token);
  bool person(const Name& name, std::uint32_t head);
  bool organisation(const Name& name, std::uint32_t head);
  bool seat(const Name& name, std::uint32_t head);
  bool is_title(const Name& name, std::uint32_t head) const;
  bool is_misread(const Name& name) const;
  bool is_place(const Name& name, std::uint32_t head) const;
  bool known_body(std::uint32_t token);
  std::vector<std::string_view> codes_of_name(const Name& name, std::uint32_t head) const;
  std::string_view country_described(const Name& name, std::uint32_t head) const;
  std::string_view country_within(const Name& name) const;
  bool is_led(std::uint32_t token) const;
  std::string_view country_led_by(TokenRange words) const;
  std::string_view country_led(const Name& name) const;
  bool government(const Name& name, std::uint32_t head, std::string_view code);
  std::string_view capital_of(const std::string& text) const;
  Actor actor_of_person(const Name& name, std::uint32_t head, const Description& title);
  std::optional<std::uint32_t> title_before(const Name& name, std::uint32_t head) const;
  Description title_of(const Name& name, std::uint32_t head) const;

  // nominals.cpp
  bool nominal(std::uint32_t head);
  bool both_sides(std::uint32_t head);
  std::vector<Actor> last_countries(std::uint32_t head, unsigned number) const;
  std::vector<Actor> last_people(std::uint32_t head, unsigned number) const;
  bool compass(std::uint32_t head);
  bool known_name(std::uint32_t head);
  bool anaphor(std::uint32_t head, const Description& description);
  bool office_holder(std::uint32_t head, const Description& description);
  bool role(std::uint32_t head, const Description& description);
  static Actor of_body(Actor actor, const Actor& body, const Description& description);
  std::vector<Actor> of_countries(const Actor& actor, const Description& description, TokenRange core,
                                  std::uint32_t head) const;
  void settle_country(Actor& actor, std::uint32_t head, TokenRange core, const Description& description,
                      std::string& because) const;
  bool apposition(std::uint32_t head);
  bool the_country(std::uint32_t head);
  std::string_view last_place(std::uint32_t head, std::uint32_t since) const;
  bool is_thing(std::uint32_t token) const;
  bool is_actor(std::uint32_t head) const;
  bool repeated(std::uint32_t head, const Description& description);
  void join_apposition(std::uint32_t head);
  bool precedes_person(std::uint32_t head) const;
  Description describe(std::uint32_t head) const;
  std::string_view sector_of(TokenRange core) const;
  bool has_modifier(TokenRange core, std::span<const std::string_view> words) const;
  static std::string_view former_sector(const Description& description);
  std::string name_with(std::string_view code, TokenRange core, std::uint32_t head) const;
  std::string_view sector_of_body(std::uint32_t head) const;
  std::string_view office_of(std::uint32_t head, TokenRange core, Description& description) const;
  std::optional<Actor> organisation_within(std::uint32_t head) const;

  // pronouns.cpp
  bool pronoun(std::uint32_t token);
  bool relative(std::uint32_t token);
  void speakers();

  // mention_finder.cpp
  /// Countries named by modifiers and complements of the head.
  std::vector<std::string_view> codes_of(std::uint32_t head) const;
  std::vector<std::string_view> shared_codes(std::uint32_t head) const;
  void codes_at(std::uint32_t token, std::vector<std::string_view>& codes) const;
  /// The country of what happens around the word, and why; empty if nothing tells.
  std::string_view country_of_scene(std::uint32_t head, std::string& because) const;
  /// Of people who are nobody's organ: only a place that their sentence names as the scene tells their country.
  std::string_view country_of_people(std::uint32_t head, std::string& because) const;
  /// "sends troops": the country of the sender.
  std::string_view country_of_sender(std::uint32_t head, std::string& because) const;
  std::string_view place_of_sentence(std::uint32_t head, bool locative_only) const;
  const PlaceMention* place_at(std::uint32_t token) const;
  const Mention* mention_at(std::uint32_t token) const {
    return at_[token] < 0 ? nullptr : &mentions_[static_cast<std::size_t>(at_[token])];
  }
  /// Adds a mention and remembers its referent.
  void add(TokenRange tokens, std::uint32_t head, MentionForm form, Referent referent, std::string because);
  Referent referent(std::uint32_t head, std::vector<Actor> actors, ReferentKind kind) const;
  void remember_pair(std::uint32_t head);

  const Report& report_;
  const Tree& tree_;
  const CountryWords& countries_;
  ActorNames names_;
  Discourse discourse_;
  std::vector<Mention> mentions_;
  std::vector<std::int32_t> at_;     ///< mention headed by each word, or -1
  std::vector<std::int32_t> place_;  ///< place that each word is part of, or -1
  std::vector<bool> done_;           ///< words that need no mention of their own
};

}  // namespace dateline
