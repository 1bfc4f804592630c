// Mentions that are names: countries and nationalities, people, organisations,
// capitals and seats that stand for a government.
#include <algorithm>
#include <array>

#include "resolve/mention_finder.h"
#include "resolve/words.h"
#include "text/fold.h"

namespace dateline {
namespace {

bool is_single_word(const std::string& text) { return text.find(' ') == std::string::npos; }

std::string last_word(const std::string& text) { return text.substr(text.find_last_of(' ') + 1); }

}  // namespace

bool MentionFinder::country_word(std::uint32_t token) {
  const CountryWord* word = countries_.at(token);
  if (word == nullptr || word->tokens.begin != token || word->in_name) return false;
  const std::uint32_t head = head_of(report_, word->tokens);
  Actor actor = names_.country(word->code);
  const Token& at = report_.tokens[head];
  const bool people =
      word->nationality && heads_phrase(at) && (at.xpos == "NNS" || at.xpos == "NNPS" || at.xpos == "NN");
  if (people) {
    actor.sector = "CVL";
    actor.name = text_of(report_, word->tokens);
    actor.id.clear();
  }
  for (std::uint32_t t = word->tokens.begin; t < word->tokens.end; ++t) done_[t] = true;
  Referent r = referent(head, {std::move(actor)}, people ? ReferentKind::group : ReferentKind::country);
  r.named = true;
  r.plural = people;
  add(word->tokens, head, word->nationality ? MentionForm::nationality : MentionForm::name, std::move(r),
      word->nationality ? "nationality" : "country");
  return true;
}

bool MentionFinder::name(std::uint32_t token) {
  const Name* name = name_at(report_, token);
  if (name == nullptr || name->tokens.begin != token) return false;
  const std::uint32_t head = head_of(report_, name->tokens);
  if (countries_.at(head) != nullptr && !countries_.at(head)->in_name) return false;
  for (std::uint32_t t = token; t < name->tokens.end; ++t) {  // "eastern Democratic" Republic of the Congo
    if (countries_.at(t) != nullptr && countries_.at(t)->tokens.end > name->tokens.end) return false;
  }
  switch (name->kind) {
    case NameKind::person:
      if (is_title(*name, head) || is_place(*name, head)) return false;
      if (is_misread(*name)) return organisation(*name, head);
      return person(*name, head);
    case NameKind::organisation:
      return organisation(*name, head);
    case NameKind::location:
      return seat(*name, head);
  }
  return false;
}

/// "President" alone is no name.
bool MentionFinder::is_title(const Name& name, std::uint32_t head) const {
  const std::string text = text_of(report_, name.tokens);
  return is_single_word(text) && head == name.tokens.begin &&
         (!names_.knowledge().office(text).empty() || !names_.knowledge().role(text).sector.empty());
}

/// An agency or firm that the parser took for somebody: "told TASS".
bool MentionFinder::is_misread(const Name& name) const {
  const std::string text = text_of(report_, name.tokens);
  return discourse_.person(last_word(text)) == nullptr && names_.knowledge().people(text).empty() &&
         !names_.knowledge().organisations(text).empty();
}

/// A village that bears somebody's name, or that the parser took for somebody: "in Shevchenko".
bool MentionFinder::is_place(const Name& name, std::uint32_t head) const {
  constexpr std::array<std::string_view, 5> kLocative = {"in", "at", "near", "outside", "around"};
  constexpr std::array<std::string_view, 6> kPlaces = {"settlement", "village", "town", "city", "district", "region"};
  const std::string preposition = preposition_of(tree_, head);
  const Token& token = report_.tokens[head];
  const bool part = preposition == "of" && token.head != Token::kRoot &&
                    std::find(kPlaces.begin(), kPlaces.end(), tree_[token.head].lemma) != kPlaces.end();
  if (!part && std::find(kLocative.begin(), kLocative.end(), preposition) == kLocative.end()) return false;
  return part || !names_.knowledge().places(text_of(report_, name.tokens)).empty();
}

/// The noun right before the name, if it is a role: "leader Kim Jong-un", however the tree joins them.
std::optional<std::uint32_t> MentionFinder::title_before(const Name& name, std::uint32_t head) const {
  const TokenRange sentence = report_.sentences[tree_.sentence(head)].tokens;
  if (name.tokens.begin == sentence.begin) return std::nullopt;
  const std::uint32_t before = name.tokens.begin - 1;
  const Token& token = report_.tokens[before];
  if (!is_noun(token) || is_plural(token) || mention_at(before) != nullptr) return std::nullopt;
  Description unused;
  const bool role = !names_.sector(lower_phrase(tree_, {before, before + 1})).empty() ||
                    !office_of(before, core_of(tree_, before), unused).empty();
  return role ? std::optional(before) : std::nullopt;
}

Description MentionFinder::title_of(const Name& name, std::uint32_t head) const {
  Description title;
  if (const auto before = title_before(name, head)) title = describe(*before);
  const std::uint32_t first = name.tokens.begin;
  if (first > 0 && countries_.at(first - 1) != nullptr && countries_.at(first - 1)->nationality)
    title.codes = {countries_.at(first - 1)->code};  // "Indonesian Siti Aisyah", however the tree joins them
  if (title.codes.empty()) {
    for (const std::uint32_t m : modifiers_of(tree_, head)) {
      if (!name.tokens.contains(m)) codes_at(m, title.codes);
    }
  }
  if (!title.noun.empty()) return title;
  for (const std::uint32_t c : tree_.children(head)) {
    if (c > head && is_relation(tree_[c].deprel, "appos") && is_noun(tree_[c])) return describe(c);
  }
  const Token& token = report_.tokens[head];
  if (is_relation(token.deprel, "appos") && token.head != Token::kRoot && is_noun(tree_[token.head]))
    return describe(token.head);
  return title;
}

Actor MentionFinder::actor_of_person(const Name& name, std::uint32_t head, const Description& title) {
  const std::string text = text_of(report_, name.tokens);
  const std::string_view code = title.codes.empty() ? std::string_view{} : title.codes.front();
  const Referent* before = discourse_.person(last_word(text));
  if (before != nullptr && (is_single_word(text) || fold(before->actors.front().name) == fold(text)))
    return before->actors.front();
  if (const auto before_name = title_before(name, head)) {  // "Pope Francis": the tables have the title in the name
    const auto titled = names_.person(text_of(report_, {*before_name, name.tokens.end}), code);
    if (titled) return names_.actor(*titled);
  }
  if (const auto tenure = names_.person(text, code)) {
    Actor actor = names_.actor(*tenure);
    if (title.former && is_state_sector(actor.sector)) actor.sector = "ELI";  // the report knows better than the tables
    return actor;
  }
  if (!title.office.empty() && !title.former && !title.other && !code.empty()) {
    const auto holder = names_.holder(title.office, code);
    if (holder && fold(last_word(std::string(holder->person))) == fold(last_word(text))) return names_.actor(*holder);
  }
  Actor actor;
  actor.name = text;
  actor.sector = former_sector(title).empty() ? "CVL" : former_sector(title);
  actor.country = code;
  std::string unused;
  if (code.empty() && is_state_sector(title.sector)) actor.country = country_of_scene(head, unused);
  const Token& token = report_.tokens[head];
  const bool apposed = is_relation(token.deprel, "appos") && token.head != Token::kRoot;
  const Mention* described = apposed ? mention_at(token.head) : nullptr;
  if (actor.country.empty() && described != nullptr && described->actors.size() == 1)
    actor.country = described->actors.front().country;
  return actor;
}

bool MentionFinder::person(const Name& name, std::uint32_t head) {
  const Description title = title_of(name, head);
  Actor actor = actor_of_person(name, head, title);
  std::string because = actor.id.empty() ? title.noun.empty() ? "name" : "name with its title " + title.noun
                                         : "person known to the tables";
  for (std::uint32_t t = name.tokens.begin; t < name.tokens.end; ++t) done_[t] = true;
  Referent r = referent(head, {std::move(actor)}, ReferentKind::person);
  r.plural = false;
  r.named = true;
  r.gender = gender_of(title.noun);
  r.office = title.office;
  r.noun = title.noun;
  if (const Referent* known = discourse_.person(last_word(r.actors.front().name));
      known != nullptr && title.noun.empty()) {
    r.office = known->office;
    r.noun = known->noun;
  }
  const auto before = title_before(name, head);
  TokenRange tokens = name.tokens;
  if (before) tokens.begin = std::min(tokens.begin, core_of(tree_, *before).begin);
  const Referent copy = r;
  add(tokens, head, MentionForm::name, std::move(r), because);
  if (before && heads_phrase(report_.tokens[*before]))
    add(core_of(tree_, *before), *before, MentionForm::office, copy, "title of the name that follows");
  if (before) done_[*before] = true;
  join_apposition(head);
  return true;
}

/// "the army chief, X": the phrase before means the bearer of the name.
void MentionFinder::join_apposition(std::uint32_t head) {
  const Token& token = report_.tokens[head];
  if (!is_relation(token.deprel, "appos") || token.head == Token::kRoot || at_[token.head] < 0) return;
  Mention& described = mentions_[static_cast<std::size_t>(at_[token.head])];
  if (described.entity == mentions_.back().entity) return;
  const bool one = described.actors.size() == 1 && !is_plural(report_.tokens[token.head]) &&
                   report_.mention_types[token.head] != MentionType::organization;
  if (!one || (described.form != MentionForm::office && described.form != MentionForm::nominal)) return;
  described.actors = mentions_.back().actors;
  described.actors.front().span = described.span;
  described.entity = mentions_.back().entity;
  described.because.push_back("named in apposition");
}

/// Is the text the name of a capital, and of which country? Empty if not.
std::string_view MentionFinder::capital_of(const std::string& text) const {
  for (const PlaceRow& row : names_.knowledge().places(text)) {
    if (!row.capital || !names_.knowledge().has_country(row.country)) continue;
    const Country country = names_.knowledge().country(row.country);
    return fold(country.capital) == fold(text) ? country.code : std::string_view{};
  }
  return {};
}

}  // namespace dateline
