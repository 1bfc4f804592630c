#include "code/participants.h"

#include <algorithm>

#include "knowledge/knowledge.h"

namespace dateline {
namespace {

constexpr int kDeepest = 4;

Actor country_of(const Scene& scene, const PlaceMention& mention) {
  Place place = mention.place;
  if (place.span.empty()) place.span = span_of(scene.report(), mention.tokens);
  return land_of(scene, place);
}

/// "90 countries": states, but nobody's government.
bool is_country_noun(const Scene& scene, Word word) {
  const std::string& lemma = scene.lemma(word);
  return lemma == "country" || lemma == "nation";
}

std::string sector_of(const Scene& scene, Word word) {
  if (is_country_noun(scene, word)) return {};
  if (const Knowledge* knowledge = scene.knowledge()) {
    const Role role = knowledge->role(scene.lemma(word));
    if (!role.sector.empty()) return std::string(role.sector);
  }
  if (scene.is(word, trait::armed)) return "MIL";
  if (scene.is(word, trait::official | trait::state)) return "GOV";
  return "CVL";
}

/// Words of the phrase without its clauses and prepositional phrases.
TokenRange core_phrase(const Scene& scene, Word word) {
  TokenRange range{word, word + 1};
  for (const Word c : scene.tree().children(word)) {
    const std::string_view relation = scene.deprel(c);
    if (c > word || relation == "cc" || is_relation(relation, "case") || is_relation(relation, "punct") ||
        is_clausal(relation))
      continue;
    range.begin = std::min(range.begin, scene.tree().subtree(c).begin);
  }
  return range;
}

/// The mention that says who the word means: its own, or of its apposition where only that is known ("… (JNIM)").
const Mention* telling_mention(const Scene& scene, Word word) {
  const auto known = [](const Mention* m) { return m && m->actors.size() == 1 && !m->actors.front().id.empty(); };
  const Mention* mention = scene.mention(word);
  if (!mention || mention->actors.size() != 1 || !mention->actors.front().country.empty()) return mention;
  for (const Word c : scene.tree().children(word)) {
    if (c > word && is_relation(scene.deprel(c), "appos") && known(scene.mention(c))) return scene.mention(c);
  }
  return mention;
}

void add_named(const Scene& scene, Word word, Actors& actors, int depth) {
  if (const Mention* mention = telling_mention(scene, word); mention && !mention->actors.empty()) {
    for (const Actor& actor : mention->actors) add_actor(actors, actor);
    return;
  }
  const Word content = content_word(scene, word);
  if (content != word && depth < kDeepest) return add_named(scene, content, actors, depth + 1);
  if (const PlaceMention* place = scene.place(word); place && !place->place.country.empty()) {
    return add_actor(actors, country_of(scene, *place));
  }
  for (const Word c : scene.tree().children(word)) {
    if (depth < kDeepest && is_relation(scene.deprel(c), "appos") && scene.mention(c))
      return add_named(scene, c, actors, depth + 1);
  }
  if (can_be_somebody(scene, word)) add_actor(actors, nameless(scene, word));
}

bool is_part_of_phrase(std::string_view relation) {
  return is_relation(relation, "compound") || is_relation(relation, "amod") || is_relation(relation, "flat") ||
         relation == "nmod:desc";
}

using Wanted = bool (*)(const Scene&, Word);

bool is_possessor(const Scene& scene, Word word) { return scene.deprel(word) == "nmod:poss"; }

bool is_modifier(const Scene& scene, Word word) {
  const std::string_view relation = scene.deprel(word);
  if (!is_relation(relation, "amod") && !is_relation(relation, "compound") && relation != "nmod:desc") return false;
  return scene.mention(word) || scene.place(word);
}

template <std::size_t N>
bool has_preposition(const Scene& scene, Word word, const std::string_view (&wanted)[N]) {
  const std::string_view relation = scene.deprel(word);
  if (!is_relation(relation, "nmod") || relation == "nmod:poss") return false;
  const std::string preposition = scene.preposition(word);
  return std::find(std::begin(wanted), std::end(wanted), preposition) != std::end(wanted);
}

bool is_of(const Scene& scene, Word word) {
  constexpr std::string_view wanted[] = {"of", "by", "between", "among", "belonging to"};
  return has_preposition(scene, word, wanted);
}

bool is_in(const Scene& scene, Word word) {
  constexpr std::string_view wanted[] = {"in",     "from",   "at",      "near",   "inside", "on",
                                         "across", "around", "outside", "within", "to",     "off"};
  return has_preposition(scene, word, wanted);
}

Actors owners(const Scene& scene, Word word, int depth) {
  for (const Wanted wanted : {&is_possessor, &is_modifier, &is_of, &is_in}) {
    Actors found;
    for (const Word c : scene.tree().children(word)) {
      if (!wanted(scene, c)) continue;
      for (const Word w : with_conjuncts(scene, c)) add_named(scene, w, found, depth);
      if (found.empty() && depth < kDeepest) add_actors(found, owners(scene, c, depth + 1));
    }
    if (!found.empty()) return found;
  }
  return {};
}

void collect_everyone(const Scene& scene, Word word, Actors& actors, int depth) {
  if (depth > kDeepest) return;
  for (const Word w : with_conjuncts(scene, word)) {
    const Mention* mention = scene.mention(w);
    const bool named = (mention && !mention->actors.empty()) || scene.place(w);
    if (named && scene.upos(w) != Upos::PRON) add_named(scene, w, actors, depth);
    for (const Word c : scene.tree().children(w)) {
      const std::string_view relation = scene.deprel(c);
      const bool inside =
          is_relation(relation, "nmod") || is_relation(relation, "amod") || is_relation(relation, "compound");
      if (inside) collect_everyone(scene, c, actors, depth + 1);
    }
  }
}

}  // namespace

Actor land_of(const Scene& scene, const Place& place) {
  Actor actor;
  actor.span = place.span;
  actor.country = place.country;
  actor.name = place.name;
  const Knowledge* knowledge = scene.knowledge();
  if (knowledge && knowledge->has_country(actor.country)) {
    const Country country = knowledge->country(actor.country);
    actor.name = country.name;
    actor.id = country.id;
  }
  return actor;
}

Word first_word(const Scene& scene, Span span) {
  const auto& tokens = scene.report().tokens;
  const auto first = std::lower_bound(tokens.begin(), tokens.end(), span.begin,
                                      [](const Token& t, std::size_t begin) { return t.span.begin < begin; });
  return static_cast<Word>(first - tokens.begin());
}

Word head_word(const Scene& scene, Span span) {
  const auto& tokens = scene.report().tokens;
  for (Word word = first_word(scene, span); word < tokens.size() && tokens[word].span.begin < span.end; ++word) {
    const Word head = tokens[word].head;
    if (head == kNone || tokens[head].span.begin < span.begin || tokens[head].span.begin >= span.end) return word;
  }
  return kNone;
}

bool same_actor(const Actor& a, const Actor& b) {
  if (!a.id.empty() && a.id == b.id) return true;
  if (!a.name.empty() && a.name == b.name) return a.country == b.country;
  return false;
}

void add_actor(Actors& actors, const Actor& actor) {
  const auto same = [&](const Actor& other) { return same_actor(actor, other); };
  if (std::none_of(actors.begin(), actors.end(), same)) actors.push_back(actor);
}

void add_actors(Actors& actors, const Actors& more) {
  for (const Actor& actor : more) add_actor(actors, actor);
}

bool overlap(const Actors& a, const Actors& b) {
  return std::any_of(a.begin(), a.end(), [&](const Actor& x) {
    return std::any_of(b.begin(), b.end(), [&](const Actor& y) { return same_actor(x, y); });
  });
}

void remove_known(Actors& actors, const Actors& known) {
  std::erase_if(actors, [&](const Actor& a) { return overlap({a}, known); });
}

bool overlap_loosely(const Actors& a, const Actors& b) {
  return std::any_of(a.begin(), a.end(), [&](const Actor& x) {
    return std::any_of(b.begin(), b.end(), [&](const Actor& y) {
      return same_actor(x, y) || (!x.country.empty() && x.country == y.country &&
                                  (x.sector == y.sector || x.sector.empty() || y.sector.empty()));
    });
  });
}

std::vector<Word> with_conjuncts(const Scene& scene, Word word) {
  std::vector<Word> words{word};
  for (const Word c : scene.tree().children(word)) {
    if (is_relation(scene.deprel(c), "conj") && !scene.is_verb(c)) words.push_back(c);
  }
  return words;
}

Word content_word(const Scene& scene, Word word) {
  if (!scene.is(word, trait::partitive) && scene.upos(word) != Upos::NUM && scene.upos(word) != Upos::DET) return word;
  for (const Word c : scene.tree().children(word)) {
    if (is_relation(scene.deprel(c), "nmod") && scene.preposition(c) == "of") return c;
  }
  return word;
}

Actors named_by(const Scene& scene, Word word) {
  Actors actors;
  for (const Word w : with_conjuncts(scene, word)) add_named(scene, w, actors, 0);
  return actors;
}

Actors owners_of(const Scene& scene, Word word) {
  Actors actors = owners(scene, word, 0);
  if (actors.empty() && content_word(scene, word) != word) actors = owners(scene, content_word(scene, word), 0);
  return actors;
}

bool can_be_somebody(const Scene& scene, Word word) {
  if (!scene.is_noun(word)) return false;
  if (scene.is(word, trait::person | trait::armed | trait::official | trait::state)) return true;
  const MentionType type = scene.mention_type(word);
  return type == MentionType::person || type == MentionType::organization;
}

Actor nameless(const Scene& scene, Word word) {
  Actor actor;
  actor.span = span_of(scene.report(), core_phrase(scene, word));
  actor.name = std::string(scene.report().slice(actor.span));
  actor.sector = sector_of(scene, word);
  const Actors owners = owners_of(scene, word);
  if (!owners.empty()) actor.country = owners.front().country;
  return actor;
}

const Mention* mention_of(const Scene& scene, Word word) {
  if (const Mention* mention = scene.mention(word)) return mention;
  const Name* name = scene.name(word);
  for (Word w = name ? name->tokens.begin : word; name && w < name->tokens.end; ++w) {
    if (const Mention* mention = scene.mention(w)) return mention;
  }
  return nullptr;
}

Actors thing_of(const Scene& scene, Word word) {
  if (const Name* name = scene.name(word)) word = head_word(scene, name->span);
  while (word != kNone && is_part_of_phrase(scene.deprel(word))) word = scene.head(word);
  if (word == kNone || !scene.is_noun(word)) return {};
  if (const Mention* mention = mention_of(scene, word); mention && !mention->actors.empty()) return mention->actors;
  Actor thing = nameless(scene, word);
  if (!can_be_somebody(scene, word)) thing.sector.clear();
  return {thing};
}

Actors participants_of(const Scene& scene, Word word) {
  Actors actors = named_by(scene, word);
  return actors.empty() ? owners_of(scene, word) : actors;
}

Actors everyone_in(const Scene& scene, Word word) {
  Actors actors;
  collect_everyone(scene, word, actors, 0);
  return actors;
}

}  // namespace dateline
