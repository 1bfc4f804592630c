#include "code/scene.h"

#include "text/base_forms.h"

namespace dateline {
namespace {

template <typename Items>
void index_ranges(std::vector<std::int32_t>& index, const Items& items) {
  for (std::size_t i = 0; i < items.size(); ++i) {
    for (Word w = items[i].tokens.begin; w < items[i].tokens.end && w < index.size(); ++w) {
      index[w] = static_cast<std::int32_t>(i);
    }
  }
}

}  // namespace

Scene::Scene(const Report& report, const Lexicon& lexicon, const Knowledge* knowledge, Evidence evidence)
    : report_(report), lexicon_(lexicon), knowledge_(knowledge), evidence_(evidence), tree_(report) {
  const std::size_t count = report.tokens.size();
  lemmas_.reserve(count);
  for (const Token& token : report.tokens) {
    const std::string form = lower(report.slice(token.span));
    const bool inflected = token.upos == Upos::VERB && form.ends_with("ed");  // "threatened" is no base of a verb
    const auto known = [&](const std::string& word) {
      return (lexicon.id(word) != 0 || traits_of(word) != 0) && !(inflected && word == form);
    };
    lemmas_.push_back(checked_lemma(token.lemma.empty() ? form : lower(token.lemma), form, known));
    lemma_ids_.push_back(lexicon.id(lemmas_.back()));
    form_ids_.push_back(lexicon.id(form));
    traits_.push_back(traits_of(lemmas_.back()));
  }
  for (auto* index : {&mention_, &place_, &time_, &score_, &name_}) index->assign(count, -1);
  index_ranges(place_, report.places);
  index_ranges(time_, report.times);
  index_ranges(name_, report.names);
  index_mentions();
}

void Scene::index_mentions() {
  for (std::size_t i = 0; i < report_.mentions.size(); ++i) {
    const Mention& mention = report_.mentions[i];
    std::int32_t& slot = mention_[mention.head];
    const auto width = [&](std::int32_t m) {
      return report_.mentions[m].tokens.end - report_.mentions[m].tokens.begin;
    };
    const auto known = [&](std::int32_t m) { return !report_.mentions[m].actors.empty(); };
    const auto now = static_cast<std::int32_t>(i);
    if (slot < 0 || known(now) > known(slot) || (known(now) == known(slot) && width(now) > width(slot))) slot = now;
  }
  for (std::size_t i = 0; i < report_.event_scores.size(); ++i) {
    score_[report_.event_scores[i].token] = static_cast<std::int32_t>(i);
  }
}

bool Scene::has_feature(Word word, std::string_view feature) const {
  const std::string& feats = report_.tokens[word].feats;
  const std::size_t at = feats.find(feature);
  if (at == std::string::npos) return false;
  const std::size_t end = at + feature.size();
  return (at == 0 || feats[at - 1] == '|') && (end == feats.size() || feats[end] == '|');
}

MentionType Scene::mention_type(Word word) const {
  return word < report_.mention_types.size() ? report_.mention_types[word] : MentionType::none;
}

std::string Scene::preposition(Word word) const {
  std::string text;
  for (const Word c : tree_.children(word)) {
    if (!is_relation(deprel(c), "case") || c > word) continue;
    if (!text.empty()) text += ' ';
    text += lemmas_[c];
    for (const Word fixed : tree_.children(c)) {
      if (is_relation(deprel(fixed), "fixed")) text += " " + lemmas_[fixed];
    }
  }
  return text;
}

std::string Scene::marker(Word word) const {
  const Word mark = tree_.child(word, "mark");
  return mark == kNone ? std::string() : lemmas_[mark];
}

bool Scene::is_verb(Word word) const {
  if (upos(word) == Upos::VERB) return true;
  // Two heads of the tagger may differ ("refused": particle, VBN); the finer one is right where it says verb.
  if (upos(word) == Upos::PART || upos(word) == Upos::X) return token(word).xpos.starts_with("VB");
  return upos(word) == Upos::AUX && !is_relation(deprel(word), "aux") && !is_relation(deprel(word), "cop");
}

bool Scene::is_noun(Word word) const { return upos(word) == Upos::NOUN || upos(word) == Upos::PROPN; }

bool Scene::is_predicate(Word word) const {
  return is_verb(word) || tree_.child(word, "cop") != kNone ||
         (upos(word) == Upos::ADJ && tree_.child(word, "nsubj") != kNone);
}

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_clausal(std::string_view relation) {
  for (const std::string_view name : {"advcl", "ccomp", "acl", "parataxis", "csubj"}) {
    if (is_relation(relation, name)) return true;
  }
  return false;
}

}  // namespace dateline
