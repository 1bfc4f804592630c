// PLOVER's coding rules that go beyond one word: what a promise, threat,
// demand or refusal is about; what lies in the future; which of several words
// tells an event that more than one of them names.
#pragma once

#include <vector>

#include "code/candidate.h"

namespace dateline {

/// Looks for the act of every candidate whose sense has one, and drops the candidates that only told that act.
/// `raw` holds the best candidate of every word, weaker ones too.
void find_acts(const Scene& scene, std::vector<Candidate>& candidates, const std::vector<Candidate>& raw);

/// Troops, workers or arms moved to help somebody are AID, not MOBILIZE.
void apply_help(const Scene& scene, Candidate& candidate);

/// Exercises that several countries hold together are COOPERATE, not MOBILIZE.
void apply_joint(const Scene& scene, Candidate& candidate);

/// What somebody says that another must do is a REQUEST; adds candidates where no other word tells one.
void apply_obligation(const Scene& scene, std::vector<Candidate>& candidates);

/// What an authority orders done is done where the order itself is what is told: "ordered the release of".
void apply_order(const Scene& scene, Candidate& candidate);

/// Harm in accidents and bad weather that nobody does is no event, nor are precautions, searches, inquiries into
/// crashes and culls.
void discount_accidents(const Scene& scene, std::vector<Candidate>& candidates);

/// What a company announces about its own shops and staff threatens nobody.
void discount_own_business(const Scene& scene, std::vector<Candidate>& candidates);

/// "claims that it killed" accuses nobody: claims of one's own deeds, or of deeds without a doer.
void discount_own_claims(const Scene& scene, std::vector<Candidate>& candidates);

/// Who is arrested, charged or sentenced for a deed is its actor, if nobody else is said to be.
void apply_charges(const Scene& scene, std::vector<Candidate>& candidates);

/// Whom the next sentences call the gunman, or who claims responsibility, did an attack of which nobody is said to be
/// the doer.
void apply_perpetrators(const Scene& scene, std::vector<Candidate>& candidates);

/// A verb that only carries an event noun ("completed its withdrawal") yields to it.
void discount_carriers(const Scene& scene, std::vector<Candidate>& candidates);

/// Who sends people to investigate investigates (ACCUSE).
void apply_inquiry(const Scene& scene, Candidate& candidate);

/// Future cooperation becomes AGREE, a retreat announced CONCEDE, conflict announced by its author THREATEN; a promise
/// is future. Types that the codebook lacks are left alone.
void apply_future(const Scene& scene, Candidate& candidate);

/// Does a verb tell what violence did to its victims ("kills three")? Where another word tells the violence itself,
/// the verb is no event of its own, but knows the victims.
bool tells_harm(const Scene& scene, const Candidate& candidate);

/// `kept` has the words of `other`, a weaker one that tells the same event, and says so.
void add_joined(const Scene& scene, Candidate& kept, const Candidate& other);

/// Joins candidates that tell one event ("killed in an airstrike") and drops doubles within a sentence.
void join_same(const Scene& scene, std::vector<Candidate>& candidates);

/// Victims told in the sentence after an attack are that attack's.
void join_harm(const Scene& scene, std::vector<Candidate>& candidates);

/// "the attack", "this meeting", "those talks".
bool is_definite(const Scene& scene, Word noun);

/// Drops event nouns that only take up what an earlier sentence told: "the attack", "the two killings".
void drop_retold(const Scene& scene, std::vector<Candidate>& candidates);

/// The candidate of that word in a list ascending by word, or null.
const Candidate* candidate_at(const std::vector<Candidate>& candidates, Word word);

}  // namespace dateline
