// From words to actors: who a phrase names, whose a thing is, and who is
// involved in what a phrase tells.
#pragma once

#include <vector>

#include "code/scene.h"

namespace dateline {

using Actors = std::vector<Actor>;

/// Adds an actor unless the same one (country, sector and name) is there.
void add_actor(Actors& actors, const Actor& actor);
void add_actors(Actors& actors, const Actors& more);

/// The first word that begins in the span or after it; the number of words if there is none.
Word first_word(const Scene& scene, Span span);

/// The word that heads the words of a span, or kNone for a span without words.
Word head_word(const Scene& scene, Span span);

/// The country that a place lies in, as an actor told by the place's words.
Actor land_of(const Scene& scene, const Place& place);

/// Is it the same participant? Names, or for countries themselves the country.
bool same_actor(const Actor& a, const Actor& b);
bool overlap(const Actors& a, const Actors& b);
/// Drops those who are among `known`.
void remove_known(Actors& actors, const Actors& known);
/// Share a country, or a name where there is none.
bool overlap_loosely(const Actors& a, const Actors& b);

/// Actors that the phrase names itself, coordinated phrases included: "Seoul and Washington", "dozens of girls".
Actors named_by(const Scene& scene, Word word);

/// Whose the thing is: "Russia's region", "Ukrainian cities", "infrastructure in Poland". First kind of owner that
/// yields.
Actors owners_of(const Scene& scene, Word word);

/// A noun for people or a body, as its word or the model's mention type tells.
bool can_be_somebody(const Scene& scene, Word word);

/// Those or that which no resolver knows: "masked gunmen", "a warehouse"; of its owner's country.
Actor nameless(const Scene& scene, Word word);

/// The mention that the word belongs to: its own, or that of the name it is part of; or null.
const Mention* mention_of(const Scene& scene, Word word);

/// What stands there though no resolver knows it: "a fuel depot", "civilian infrastructure"; the whole phrase that the
/// word is part of.
Actors thing_of(const Scene& scene, Word word);

/// Named, or else owners.
Actors participants_of(const Scene& scene, Word word);

/// Everybody named within a noun phrase: "ties between North Korea and Russia".
Actors everyone_in(const Scene& scene, Word word);

/// "dozens of girls" → girls; other words stay.
Word content_word(const Scene& scene, Word word);

/// The word and the nominals coordinated with it.
std::vector<Word> with_conjuncts(const Scene& scene, Word word);

}  // namespace dateline
