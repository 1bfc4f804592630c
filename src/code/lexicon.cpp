#include "code/lexicon.h"

#include <algorithm>

#include "text/fold.h"

namespace dateline {
namespace {

std::vector<std::string> split(const std::string& text, std::string_view separators) {
  std::vector<std::string> words(1);
  for (const char c : text) {
    if (separators.find(c) == std::string_view::npos) {
      words.back() += c;
    } else if (!words.back().empty()) {
      words.emplace_back();
    }
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

}  // namespace

std::string lower(std::string_view word) {
  const bool ascii = std::all_of(word.begin(), word.end(), [](char c) { return static_cast<signed char>(c) >= 0; });
  if (!ascii) return fold(word);
  std::string text(word);
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return text;
}

bool WordSet::has(WordId word) const { return word && std::binary_search(words.begin(), words.end(), word); }

Lexicon::Lexicon(const Codebook& codebook) : codebook_(&codebook), examples_(list_examples(codebook)), entries_(1) {
  for (std::size_t i = 0; i < codebook.types.size(); ++i) add(codebook.types[i], static_cast<std::uint16_t>(i));
  entries_.resize(ids_.size() + 1);
}

WordId Lexicon::id(std::string_view word) const {
  const auto found = ids_.find(std::string(word));
  return found == ids_.end() ? 0 : found->second;
}

const std::vector<Entry>& Lexicon::entries(WordId word) const { return entries_[word]; }

int Lexicon::type(std::string_view name) const {
  const EventType* type = codebook_->type(name);
  return type ? static_cast<int>(type - codebook_->types.data()) : -1;
}

WordId Lexicon::intern(std::string_view word) {
  return ids_.emplace(std::string(word), static_cast<WordId>(ids_.size() + 1)).first->second;
}

/// A hyphenated entry is looked for as one word and as several.
std::vector<Phrase> Lexicon::phrases(std::string_view text) {
  std::vector<Phrase> found;
  for (const std::string_view separators : {std::string_view(" "), std::string_view(" -")}) {
    Phrase phrase;
    for (const std::string& word : split(lower(text), separators)) phrase.push_back(intern(word));
    if (!phrase.empty() && (found.empty() || found.front() != phrase)) found.push_back(std::move(phrase));
  }
  return found;
}

WordSet Lexicon::compile(const WordList& list) {
  WordSet set;
  for (const std::string& lemma : list.lemmas) {
    for (Phrase& phrase : phrases(lemma)) {
      if (phrase.size() == 1) {
        set.words.push_back(phrase.front());
      } else {
        set.phrases.push_back(std::move(phrase));
      }
    }
  }
  for (const WordClass word_class : list.classes) set.classes |= 1u << static_cast<unsigned>(word_class);
  std::sort(set.words.begin(), set.words.end());
  set.words.erase(std::unique(set.words.begin(), set.words.end()), set.words.end());
  return set;
}

void Lexicon::add(const EventType& type, std::uint16_t index) {
  auto& modes = mode_words_.emplace_back();
  for (const Mode& mode : type.modes) modes.push_back(compile({mode.words, {}}));
  for (const Sense& sense : type.senses) {
    senses_.push_back({index, &sense, compile(sense.object), compile(sense.object_not), compile(sense.subject),
                       compile(sense.subject_not), compile(sense.oblique_object)});
    add_entries(sense.verbs, PartOfSpeech::verb);
    add_entries(sense.nouns, PartOfSpeech::noun);
    add_entries(sense.adjectives, PartOfSpeech::adjective);
  }
}

void Lexicon::add_entries(const std::vector<std::string>& lemmas, PartOfSpeech part) {
  const auto sense = static_cast<std::uint32_t>(senses_.size() - 1);
  for (const std::string& lemma : lemmas) {
    for (const Phrase& phrase : phrases(lemma)) {
      entries_.resize(std::max<std::size_t>(entries_.size(), ids_.size() + 1));
      entries_[phrase.front()].push_back({sense, part, Phrase(phrase.begin() + 1, phrase.end())});
    }
  }
}

}  // namespace dateline
