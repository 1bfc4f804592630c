// Each piece of evidence for a context (a word of the sentence, the record's type, a participant's sector) is taken as
// a chance that the context holds, by itself and whatever the others say (noisy or): the context is missing only if
// every piece fails. A second word of the same context says half of what the first does, since words of one subject
// come together. Types and sectors carry their chances in the codebook; those of words are the same for all contexts.
#include "code/contexts.h"

#include <algorithm>
#include <array>
#include <utility>

#include "code/codebook_cameo.h"

namespace dateline {
namespace {

constexpr double kWord = 0.7;       ///< what one word says, by training/annotations
constexpr double kHint = 0.25;      ///< what one hint says
constexpr double kHead = 0.5;       ///< share of the model's opinion, where it has one
constexpr double kSure = 0.5;       ///< a context this likely is given …
constexpr double kSureBoth = 0.35;  ///< … where the model speaks too, whose probabilities are lower …
constexpr double kLikely = 0.3;     ///< … or the likeliest of all from here on
constexpr std::size_t kMost = 3;
constexpr std::size_t kMostWords = 3;  ///< of one context that count

/// A word or a part of a hyphenated word.
struct Part {
  std::string form, lemma;

  bool is(const std::string& word) const { return word == form || word == lemma; }
};

std::vector<std::string> parts_of(std::string_view text) {
  std::vector<std::string> parts(1);
  for (const char c : lower(text)) {
    if (c != ' ' && c != '-')
      parts.back() += c;
    else if (!parts.back().empty())
      parts.emplace_back();
  }
  if (parts.back().empty()) parts.pop_back();
  return parts;
}

void add_phrases(Codebook& codebook, std::uint16_t context, const std::vector<std::string>& words, bool hint) {
  for (const std::string& word : words) {
    std::vector<std::string> parts = parts_of(word);
    if (parts.empty()) continue;
    const std::string first = parts.front();
    parts.erase(parts.begin());
    codebook.context_phrases[first].push_back({context, hint, std::move(parts)});
  }
}

/// The words of a sentence, punctuation left out: "al-Shabaab" is two, however it was parted.
std::vector<Part> parts_of(const Scene& scene, TokenRange words) {
  std::vector<Part> parts;
  for (Word w = words.begin; w < words.end; ++w) {
    if (scene.upos(w) == Upos::PUNCT) continue;
    const auto forms = parts_of(scene.report().slice(scene.token(w).span)), lemmas = parts_of(scene.lemma(w));
    for (std::size_t i = 0; i < forms.size(); ++i)
      parts.push_back({forms[i], lemmas.size() == forms.size() ? lemmas[i] : forms[i]});
  }
  return parts;
}

bool continues(const std::vector<Part>& parts, std::size_t at, const std::vector<std::string>& rest) {
  if (parts.size() - at <= rest.size()) return false;
  for (std::size_t i = 0; i < rest.size(); ++i) {
    if (!parts[at + 1 + i].is(rest[i])) return false;
  }
  return true;
}

/// What has been found of one context.
struct Evidence {
  double missing = 1;                         ///< chance that it is not there
  std::array<std::size_t, 2> count{};         ///< words and hints that have counted
  std::vector<const ContextPhrase*> counted;  ///< each phrase counts once
  std::size_t free = 0;                       ///< first part that no phrase of this context has taken

  void add(double chance) { missing *= 1 - chance; }

  void add(const ContextPhrase& phrase, std::size_t at) {
    free = at + 1 + phrase.rest.size();
    std::size_t& before = count[phrase.hint];
    if (before == kMostWords || std::find(counted.begin(), counted.end(), &phrase) != counted.end()) return;
    counted.push_back(&phrase);
    add((phrase.hint ? kHint : kWord) / static_cast<double>(1U << before++));
  }
};

using AllEvidence = std::vector<Evidence>;

/// Of the phrases of a context that begin at one part, the longest counts.
void weigh_at(const Codebook& codebook, const std::vector<Part>& parts, std::size_t at, AllEvidence& found) {
  std::vector<const ContextPhrase*> longest(found.size(), nullptr);
  const auto look_up = [&](const std::string& word) {
    const auto entry = codebook.context_phrases.find(word);
    if (entry == codebook.context_phrases.end()) return;
    for (const ContextPhrase& phrase : entry->second) {
      const ContextPhrase*& best = longest[phrase.context];
      if (continues(parts, at, phrase.rest) && (!best || best->rest.size() < phrase.rest.size())) best = &phrase;
    }
  };
  look_up(parts[at].form);
  if (parts[at].lemma != parts[at].form) look_up(parts[at].lemma);
  for (std::size_t c = 0; c < found.size(); ++c) {
    if (longest[c] && at >= found[c].free) found[c].add(*longest[c], at);
  }
}

double share_of(const Context::Shares& shares, std::string_view name, double otherwise) {
  const auto at = std::find_if(shares.begin(), shares.end(), [&](const auto& share) { return share.first == name; });
  return at == shares.end() ? otherwise : at->second;
}

double type_share(const Context& context, const Event& event) {
  return share_of(context.types, event.type + ":" + event.mode, share_of(context.types, event.type, 0));
}

double sector_share(const Context& context, const Event& event) {
  double most = 0;
  for (const auto* side : {&event.actors, &event.recipients}) {
    for (const Actor& actor : *side) most = std::max(most, share_of(context.sectors, actor.sector, 0));
  }
  return most;
}

/// What the model thinks of the context; less than 0 if nothing.
double head_share(const Scene& scene, const Event& event, const std::string& context) {
  const EventScores* scores = scene.scores(event.token);
  const auto& labels = scene.report().context_labels;
  const auto at = std::find(labels.begin(), labels.end(), context);
  if (!scores || scores->contexts.empty() || at == labels.end()) return -1;
  return scores->contexts[static_cast<std::size_t>(at - labels.begin())];
}

}  // namespace

void index_contexts(Codebook& codebook) {
  for (std::size_t i = 0; i < codebook.contexts.size(); ++i) {
    add_phrases(codebook, static_cast<std::uint16_t>(i), codebook.contexts[i].words, false);
    add_phrases(codebook, static_cast<std::uint16_t>(i), codebook.contexts[i].hints, true);
  }
}

std::vector<std::string> find_contexts(const Scene& scene, const Event& event) {
  const Codebook& codebook = scene.lexicon().codebook();
  AllEvidence found(codebook.contexts.size());
  const auto parts = parts_of(scene, scene.report().sentences[event.sentence].tokens);
  for (std::size_t at = 0; at < parts.size() && !found.empty(); ++at) weigh_at(codebook, parts, at, found);
  std::vector<std::pair<double, const Context*>> ranked;
  double sure = kSure;
  for (std::size_t c = 0; c < found.size(); ++c) {
    found[c].add(type_share(codebook.contexts[c], event));
    found[c].add(sector_share(codebook.contexts[c], event));
    const double told = 1 - found[c].missing, head = head_share(scene, event, codebook.contexts[c].name);
    if (head >= 0) sure = kSureBoth;
    ranked.emplace_back(head < 0 ? told : (1 - kHead) * told + kHead * head, &codebook.contexts[c]);
  }
  std::stable_sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<std::string> names;
  for (std::size_t i = 0; i < std::min(ranked.size(), kMost); ++i) {
    if (ranked[i].first >= (i == 0 ? kLikely : sure)) names.push_back(ranked[i].second->name);
  }
  return names;
}

void add_codes(const Scene& scene, Event& event) {
  event.contexts = find_contexts(scene, event);
  event.cameo = cameo_code(scene.lexicon().codebook(), event);
}

}  // namespace dateline
