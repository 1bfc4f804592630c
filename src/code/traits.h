// Closed classes of English words that the coder's grammar needs: verbs of
// saying, light verbs, verbs that carry their complement into the future or
// deny it, nouns that count other nouns, words of sport and markets. What a
// lemma means for events belongs in the codebook, not here.
#pragma once

#include <cstdint>
#include <string_view>

namespace dateline {

using Traits = std::uint64_t;

namespace trait {
inline constexpr Traits reporting = 1ull << 0;  ///< say, announce: their subject is a claimant
inline constexpr Traits light = 1ull << 1;  ///< launch (an attack): the noun is the event, the verb brings its subject
inline constexpr Traits light_reverse = 1ull << 2;   ///< suffer (an attack): the verb's subject is acted upon
inline constexpr Traits occurrence = 1ull << 3;      ///< (fighting) erupts
inline constexpr Traits cause = 1ull << 4;           ///< raise (concern): the subject is what the feeling is about
inline constexpr Traits object_control = 1ull << 5;  ///< urge somebody to: the object does what the infinitive says
inline constexpr Traits future = 1ull << 6;          ///< intend, decide: the complement lies ahead
inline constexpr Traits hypothetical = 1ull << 7;    ///< consider, fear: the complement may never be
inline constexpr Traits negates = 1ull << 8;         ///< deny, fail, prevent: the complement did not happen
inline constexpr Traits raising = 1ull << 9;         ///< begin to, manage to: says nothing against the complement
inline constexpr Traits partitive = 1ull << 10;      ///< dozens (of): what follows "of" is meant
inline constexpr Traits relative = 1ull << 11;       ///< who, which, that
inline constexpr Traits past = 1ull << 12;           ///< previously, formerly
inline constexpr Traits sign = 1ull << 13;           ///< a sign (of), a result (of): stands for what follows "of"
inline constexpr Traits aftermath = 1ull << 14;      ///< follow, after, since: their event is background
inline constexpr Traits prospect =
    1ull << 15;  ///< planned, possible, threat (of): their noun lies ahead or may never be
inline constexpr Traits deed =
    1ull << 16;  ///< move, decision, act, action: nouns that stand for an event told elsewhere
inline constexpr Traits sport = 1ull << 17;
inline constexpr Traits market = 1ull << 18;
inline constexpr Traits weather = 1ull << 19;
inline constexpr Traits screen = 1ull << 20;     ///< film, album, novel
inline constexpr Traits negator = 1ull << 21;    ///< not, never, no
inline constexpr Traits condition = 1ull << 22;  ///< if, unless
inline constexpr Traits suffered = 1ull << 23;   ///< arrest, killing: a person's arrest is what that person suffers
inline constexpr Traits accident = 1ull << 24;   ///< crash, collapse, fire: harm that nobody does to anybody
inline constexpr Traits blast = 1ull << 25;      ///< explosion, explode: harm by somebody or by accident
inline constexpr Traits hazard = 1ull << 26;     ///< gas, boiler, laboratory: what explodes by itself, and where
inline constexpr Traits store = 1ull << 27;      ///< factory, depot: where weapons are made or kept
inline constexpr Traits animal = 1ull << 28;     ///< those that attack people
inline constexpr Traits mishap = 1ull << 29;     ///< crash, derail: what tells the accident itself
inline constexpr Traits person = 1ull << 32;     ///< classes of nouns, where nobody resolved them
inline constexpr Traits state = 1ull << 33;
inline constexpr Traits armed = 1ull << 34;
inline constexpr Traits official = 1ull << 35;
inline constexpr Traits place = 1ull << 36;
inline constexpr Traits weapon = 1ull << 37;
inline constexpr Traits money = 1ull << 38;
inline constexpr Traits goods = 1ull << 39;
}  // namespace trait

/// The traits of a lemma in lower case; 0 if it has none.
Traits traits_of(std::string_view lemma);

}  // namespace dateline
