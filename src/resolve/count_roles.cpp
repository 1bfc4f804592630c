// The words are few and closed: news says again and again that people were
// killed, wounded, held or driven out.
#include "resolve/count_roles.h"

#include <array>
#include <optional>
#include <string_view>
#include <unordered_map>

#include "resolve/pieces.h"

namespace dateline {
namespace {

using Table = std::unordered_map<std::string_view, CountRole>;
using Found = std::optional<CountRole>;

Table table_of(std::initializer_list<std::pair<CountRole, std::initializer_list<std::string_view>>> rows) {
  Table table;
  for (const auto& [role, words] : rows) {
    for (const std::string_view word : words) table[word] = role;
  }
  return table;
}

Found look_up(const Table& table, std::string_view word) {
  const auto found = table.find(word);
  return found == table.end() ? Found{} : Found{found->second};
}

/// Nouns and adjectives that name the fate itself.
Found of_fate(std::string_view lemma) {
  static const Table table = table_of({
      {CountRole::dead,
       {"death", "fatality", "dead", "killed", "body", "corpse", "killing", "murder", "toll", "deceased", "slain"}},
      {CountRole::injured, {"injury", "injured", "wounded", "hurt", "wound"}},
      {CountRole::arrested, {"arrest", "detainee", "detention", "prisoner", "arrested", "detained", "captive"}},
      {CountRole::displaced, {"refugee", "displaced", "evacuee", "homeless", "evacuation"}},
  });
  return look_up(table, lemma);
}

/// Verbs whose object, passive subject or participle shares that fate.
Found of_undergoing(std::string_view lemma) {
  static const Table table = table_of({
      {CountRole::dead,
       {"kill", "murder", "execute", "massacre", "slay", "assassinate", "behead", "slaughter", "lynch", "drown"}},
      {CountRole::injured, {"injure", "wound", "hurt", "hospitalise", "hospitalize", "maim"}},
      {CountRole::arrested, {"arrest", "detain", "imprison", "jail", "apprehend", "capture", "incarcerate"}},
      {CountRole::displaced, {"displace", "evacuate", "uproot", "expel", "deport"}},
      {CountRole::personnel, {"deploy", "station", "dispatch", "mobilise", "mobilize", "redeploy", "conscript"}},
  });
  return look_up(table, lemma);
}

/// Verbs whose subject shares the fate, or does it.
Found of_doing(std::string_view lemma) {
  static const Table table = table_of({
      {CountRole::dead, {"die", "perish", "drown"}},
      {CountRole::displaced, {"flee"}},
      {CountRole::participants,
       {"protest", "march", "rally", "demonstrate", "gather", "attend", "participate", "vote", "strike", "join",
        "turn"}},
  });
  return look_up(table, lemma);
}

/// What a thing is, where no verb says more.
Found of_kind(std::string_view lemma) {
  static const Table table = table_of({
      {CountRole::weapons,
       {"missile",   "drone",    "rocket",     "tank",      "shell",   "warhead",    "rifle",    "gun",        "bomb",
        "jet",       "aircraft", "helicopter", "warship",   "grenade", "mine",       "landmine", "howitzer",   "mortar",
        "submarine", "torpedo",  "launcher",   "warplane",  "vessel",  "uav",        "munition", "projectile", "round",
        "firearm",   "pistol",   "bomber",     "destroyer", "frigate", "fighter-jet"}},
      {CountRole::personnel,
       {"soldier",     "troop",    "personnel", "peacekeeper", "officer",    "fighter", "marine",  "sailor",
        "firefighter", "medic",    "engineer",  "worker",      "policeman",  "rescuer", "adviser", "advisor",
        "mercenary",   "militant", "reservist", "conscript",   "recruit",    "airman",  "police",  "paratrooper",
        "guard",       "commando", "rescue",    "observer",    "instructor", "sapper"}},
      {CountRole::participants,
       {"protester", "protestor", "demonstrator", "marcher", "participant", "delegate", "attendee", "striker", "voter",
        "rioter"}},
  });
  return look_up(table, lemma);
}

constexpr std::array<std::string_view, 5> kMembership = {"including", "include", "among", "with", "like"};

bool is_member(const Tree& tree, std::uint32_t token) {
  for (const std::uint32_t child : tree.children(token)) {
    if (is_relation(tree[child].deprel, "case") && any_of(tree[child].lemma, kMembership)) return true;
  }
  return false;
}

Found of_modifiers(const Tree& tree, std::uint32_t token) {
  for (const std::uint32_t child : tree.children(token)) {
    const std::string_view relation = tree[child].deprel;
    const bool modifier = relation == "acl" || relation == "amod" || relation == "advcl";
    if (!modifier) continue;
    if (Found found = of_fate(tree[child].lemma); found && child > 0) return found;
    const bool passive = tree[child].xpos == "VBN" || tree[child].xpos == "VBD" || tree[child].upos == Upos::ADJ;
    if (Found found = of_undergoing(tree[child].lemma); found && passive) return found;
  }
  return {};
}

/// "the death toll rose to 45", "bringing the number of injured to 20".
Found of_toll(const Tree& tree, std::uint32_t verb, std::uint32_t counted) {
  for (const std::uint32_t child : tree.children(verb)) {
    if (child == counted || !(is_relation(tree[child].deprel, "nsubj") || is_relation(tree[child].deprel, "obj")))
      continue;
    if (Found found = of_fate(tree[child].lemma)) return found;
    const bool number = tree[child].lemma == "number" || tree[child].lemma == "count" || tree[child].lemma == "tally";
    const std::uint32_t counted_noun = number ? tree.child(child, "nmod") : Token::kRoot;
    if (counted_noun == Token::kRoot) continue;
    if (Found found = of_fate(tree[counted_noun].lemma)) return found;
    if (Found found = of_modifiers(tree, counted_noun)) return found;
  }
  return {};
}

/// "leaving 14 dead": what the verb makes of its object.
Found of_result(const Tree& tree, std::uint32_t verb) {
  for (const std::uint32_t child : tree.children(verb)) {
    if (!is_relation(tree[child].deprel, "xcomp")) continue;
    if (Found found = of_fate(tree[child].lemma)) return found;
    if (Found found = of_undergoing(tree[child].lemma)) return found;
  }
  return {};
}

/// "killed ten people", "claimed ten lives".
Found of_object(const Tree& tree, std::uint32_t token) {
  const std::uint32_t verb = tree[token].head;
  const std::string_view lemma = tree[verb].lemma;
  if (Found found = of_undergoing(lemma)) return found;
  if (Found found = of_result(tree, verb)) return found;
  const bool life = tree[token].lemma == "life" && (lemma == "claim" || lemma == "lose");
  return life ? Found{CountRole::dead} : Found{};
}

/// "ten people died", "ten people lost their lives".
Found of_subject(const Tree& tree, std::uint32_t token) {
  const std::uint32_t verb = tree[token].head;
  const std::string_view lemma = tree[verb].lemma;
  if (Found found = of_doing(lemma)) return found;
  if (Found found = of_fate(lemma); found && tree.child(verb, "cop") != Token::kRoot) return found;
  const std::uint32_t object = tree.child(verb, "obj");
  const bool life = lemma == "lose" && object != Token::kRoot && tree[object].lemma == "life";
  return life ? Found{CountRole::dead} : Found{};
}

/// "the deaths of two miners", "the arrest of ten men".
Found of_deed(std::string_view lemma) {
  static const Table table = table_of({
      {CountRole::dead, {"death", "killing", "murder", "execution", "massacre"}},
      {CountRole::injured, {"injury", "wounding"}},
      {CountRole::arrested, {"arrest", "detention", "imprisonment"}},
      {CountRole::displaced, {"displacement", "evacuation"}},
  });
  return look_up(table, lemma);
}

Found of_argument(const Tree& tree, std::uint32_t token) {
  const Token& word = tree[token];
  if (word.deprel == "nmod") return of_deed(tree[word.head].lemma);
  const bool undergoes = word.deprel == "obj" || word.deprel == "nsubj:pass";
  if (undergoes) {
    if (Found found = of_object(tree, token)) return found;
    if (tree[word.head].lemma == "shoot" && tree.child(word.head, "xcomp") == Token::kRoot) return {};
  }
  if (is_relation(word.deprel, "nsubj")) {
    if (Found found = of_subject(tree, token)) return found;
  }
  return undergoes || is_relation(word.deprel, "obl") ? of_toll(tree, word.head, token) : Found{};
}

/// "two others injured", "13 wounded": told right behind, whatever the tree makes of it.
Found of_next(const Tree& tree, std::uint32_t token) {
  const std::uint32_t next = token + 1;
  if (next >= tree.report().tokens.size() || tree.child(next, "obj") != Token::kRoot) return {};
  if (tree[next].upos == Upos::ADJ) return of_fate(tree[next].lemma);
  return tree[next].xpos == "VBN" || tree[next].xpos == "VBD" ? of_undergoing(tree[next].lemma) : Found{};
}

/// The verb above, through coordination and "including".
Found of_governor(const Tree& tree, std::uint32_t token) {
  for (int steps = 0; steps < 4 && tree[token].head != Token::kRoot; ++steps) {
    if (Found found = of_argument(tree, token)) return found;
    const std::string_view relation = tree[token].deprel;
    const bool transparent =
        relation == "conj" || relation == "appos" || is_member(tree, token) ||
        (relation == "nmod" && (tree[tree[token].head].upos == Upos::NUM || tree[tree[token].head].lemma == "number"));
    if (!transparent || tree[tree[token].head].upos == Upos::VERB) return {};
    token = tree[token].head;
    if (Found found = of_modifiers(tree, token)) return found;
  }
  return {};
}

}  // namespace

CountRole role_of_count(const Tree& tree, std::uint32_t counted) {
  const Token& word = tree[counted];
  if (Found found = of_fate(word.lemma)) return *found;
  if (Found found = of_modifiers(tree, counted)) return *found;
  if (Found found = of_governor(tree, counted)) return *found;
  if (Found found = of_next(tree, counted)) return *found;
  return of_kind(word.lemma).value_or(CountRole::other);
}

bool is_currency(std::string_view lemma) {
  constexpr std::array<std::string_view, 22> kCurrencies = {
      "dollar", "euro",  "pound", "yuan",     "yen",   "rupee", "ruble",   "rouble", "won",  "peso", "lira",
      "rial",   "riyal", "franc", "shilling", "naira", "rand",  "hryvnia", "dirham", "real", "usd",  "cent"};
  return any_of(lemma, kCurrencies);
}

}  // namespace dateline
