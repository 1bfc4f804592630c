// Classes of words: what the resolver knows of the phrase, else the noun itself.
#include "code/match.h"
#include "code/participants.h"

namespace dateline {
namespace {

bool any_sector(const Mention* mention, std::initializer_list<std::string_view> sectors) {
  if (!mention) return false;
  for (const Actor& actor : mention->actors) {
    for (const std::string_view sector : sectors) {
      if (actor.sector.substr(0, 3) == sector) return true;
    }
  }
  return false;
}

bool is_personal(const Scene& scene, Word word) {
  if (scene.upos(word) != Upos::PRON) return false;
  const std::string& lemma = scene.lemma(word);
  return lemma == "he" || lemma == "she" || lemma == "they" || lemma == "we" || lemma == "i" || lemma == "who" ||
         lemma == "you" || lemma == "him" || lemma == "them" || lemma == "himself" || lemma == "themselves";
}

bool is_state(const Scene& scene, Word word) {
  if (scene.is(word, trait::state)) return true;
  const PlaceMention* place = scene.place(word);
  if (place && place->place.precision == PlacePrecision::country) return true;
  const Mention* mention = scene.mention(word);
  if (!mention || mention->form == MentionForm::nominal) return false;
  for (const Actor& actor : mention->actors) {
    if (!actor.country.empty() && actor.sector.empty()) return true;
    if (actor.sector == "GOV" && scene.mention_type(word) != MentionType::person &&
        mention->form != MentionForm::office)
      return true;
    if (actor.sector == "IGO") return true;
  }
  return false;
}

bool is_person(const Scene& scene, Word word) {
  if (scene.is(word, trait::person | trait::official | trait::armed) || is_personal(scene, word)) return true;
  if (scene.mention_type(word) == MentionType::person) return true;
  if (const Name* name = scene.name(word); name && name->kind == NameKind::person) return true;
  const Mention* mention = scene.mention(word);
  return mention && (mention->form == MentionForm::office || any_sector(mention, {"CVL", "REF", "JRN", "SOC", "CRM"}));
}

bool is_act(const Scene& scene, Word word) {
  for (const WordId id : {scene.lemma_id(word), scene.form_id(word)}) {
    for (const Entry& entry : scene.lexicon().entries(id)) {
      if (entry.part != PartOfSpeech::adjective && entry.rest.empty() &&
          scene.lexicon().senses()[entry.sense].sense->weight >= 0.5)
        return true;
    }
  }
  return false;
}

}  // namespace

bool is_class(const Scene& scene, Word word, WordClass word_class) {
  const Mention* mention = scene.mention(word);
  switch (word_class) {
    case WordClass::person:
      return is_person(scene, word);
    case WordClass::state:
      return is_state(scene, word);
    case WordClass::armed:
      return scene.is(word, trait::armed) || any_sector(mention, {"MIL", "COP", "REB", "UAF", "PRM", "SPY", "CRM"});
    case WordClass::official:
      return scene.is(word, trait::official) || (mention && mention->form == MentionForm::office) ||
             any_sector(mention, {"GOV", "LEG", "JUD"});
    case WordClass::place:
      return scene.place(word) || scene.is(word, trait::place) || scene.mention_type(word) == MentionType::place;
    case WordClass::weapon:
      return scene.is(word, trait::weapon);
    case WordClass::money:
      return scene.is(word, trait::money) || scene.upos(word) == Upos::SYM;
    case WordClass::goods:
      return scene.is(word, trait::goods);
    case WordClass::act:
      return is_act(scene, word);
  }
  return false;
}

}  // namespace dateline
