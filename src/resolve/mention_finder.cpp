#include "resolve/mention_finder.h"

#include <algorithm>
#include <array>

#include "resolve/mentions.h"
#include "resolve/words.h"

namespace dateline {

std::vector<Mention> find_mentions(const Report& report, const Tree& tree, const Knowledge& knowledge,
                                   const CountryWords& countries) {
  return MentionFinder(report, tree, knowledge, countries).find();
}

MentionFinder::MentionFinder(const Report& report, const Tree& tree, const Knowledge& knowledge,
                             const CountryWords& countries)
    : report_(report),
      tree_(tree),
      countries_(countries),
      names_(report, knowledge, countries),
      at_(report.tokens.size(), -1),
      place_(report.tokens.size(), -1),
      done_(report.tokens.size(), false) {
  for (std::size_t p = 0; p < report.places.size(); ++p) {
    for (std::uint32_t t = report.places[p].tokens.begin; t < report.places[p].tokens.end; ++t)
      place_[t] = static_cast<std::int32_t>(p);
  }
}

std::vector<Mention> MentionFinder::find() && {
  for (std::uint32_t token = 0; token < report_.tokens.size(); ++token) {
    if (!done_[token]) read(token);
  }
  speakers();
  std::stable_sort(mentions_.begin(), mentions_.end(),
                   [](const Mention& a, const Mention& b) { return a.tokens.begin < b.tokens.begin; });
  return std::move(mentions_);
}

void MentionFinder::read(std::uint32_t token) {
  const Upos upos = report_.tokens[token].upos;
  if (known_body(token) || country_word(token) || compass(token) || name(token)) return;
  if (upos == Upos::PRON || report_.tokens[token].xpos == "PRP$") {
    pronoun(token);
  } else if (is_noun(report_.tokens[token]) || (upos == Upos::ADJ && has_child(tree_, token, "det", "the"))) {
    nominal(token);
  }
}

const PlaceMention* MentionFinder::place_at(std::uint32_t token) const {
  return place_[token] < 0 ? nullptr : &report_.places[static_cast<std::size_t>(place_[token])];
}

void MentionFinder::codes_at(std::uint32_t token, std::vector<std::string_view>& codes) const {
  const auto take = [&](std::string_view code) {
    if (!code.empty() && std::find(codes.begin(), codes.end(), code) == codes.end()) codes.push_back(code);
  };
  if (const CountryWord* word = countries_.at(token)) {
    for (const std::uint32_t c : tree_.children(token)) {  // two sentences run together: the nearer one counts
      const CountryWord* nearer = c > token && is_relation(tree_[c].deprel, "flat") ? countries_.at(c) : nullptr;
      if (nearer != nullptr && nearer->code != word->code) return take(nearer->code);
    }
    const bool joined = token >= 2 && report_.slice(tree_[token - 1].span) == "-";
    const CountryWord* first = joined ? countries_.at(token - 2) : nullptr;  // "a German-Russian national"
    if (first != nullptr && first->nationality) return take(first->code);
    return take(word->code);
  }
  if (const Mention* mention = mention_at(token)) {
    for (const Actor& actor : mention->actors) {
      if (!actor.country.empty()) take(names_.knowledge().country(actor.country).code);
    }
    return;
  }
  const PlaceMention* place = place_at(token);
  if (place != nullptr && names_.knowledge().has_country(place->place.country))
    take(names_.knowledge().country(place->place.country).code);
}

namespace {

/// "UK-based" tells where somebody belongs, "Rwandan-backed" only who stands behind.
bool tells_origin(const Token& modifier) {
  constexpr std::array<std::string_view, 6> kOrigins = {"base", "bear", "own", "register", "headquarter", "make"};
  const bool participle = modifier.xpos == "VBN" || modifier.xpos == "VBD";
  return !participle || std::find(kOrigins.begin(), kOrigins.end(), modifier.lemma) != kOrigins.end();
}

}  // namespace

std::vector<std::string_view> MentionFinder::codes_of(std::uint32_t head) const {
  std::vector<std::string_view> codes;
  for (const std::uint32_t m : modifiers_of(tree_, head)) codes_at(m, codes);
  for (const std::uint32_t m : modifiers_of(tree_, head)) {
    if (codes.empty() && tells_origin(tree_[m])) {
      for (const std::uint32_t inner : modifiers_of(tree_, m)) codes_at(inner, codes);
    }
  }
  for (const std::uint32_t m : modifiers_of(tree_, head)) {  // "the Modi government"
    if (!codes.empty() || report_.tokens[m].upos != Upos::PROPN || !is_led(head)) continue;
    if (const std::string_view code = country_led_by({m, m + 1}); !code.empty()) codes.push_back(code);
  }
  if (codes.empty()) codes = shared_codes(head);
  if (!codes.empty()) return codes;
  for (const std::uint32_t c : complements_of(tree_, head, {"of", "for", "from", "in", "at", "within"})) {
    codes_at(c, codes);
    if (!codes.empty()) continue;
    for (const std::uint32_t m : modifiers_of(tree_, c)) {
      codes_at(m, codes);
      for (const std::uint32_t inner : modifiers_of(tree_, m)) codes_at(inner, codes);
    }
  }
  return codes;
}

/// "North Korean workers and troops": a bare conjunct shares the modifiers of the first.
std::vector<std::string_view> MentionFinder::shared_codes(std::uint32_t head) const {
  const Token& token = report_.tokens[head];
  std::vector<std::string_view> codes;
  if (!is_relation(token.deprel, "conj") || token.head == Token::kRoot || token.upos != Upos::NOUN) return codes;
  for (const std::uint32_t c : tree_.children(head)) {
    if (c < head && !is_relation(tree_[c].deprel, "cc") && !is_relation(tree_[c].deprel, "punct")) return codes;
  }
  for (const std::uint32_t m : modifiers_of(tree_, token.head)) codes_at(m, codes);
  return codes;
}

namespace {

/// Does a preposition make the place a scene? Of "in a village near Umlazi, South Africa" every place is one.
bool is_locative(const Tree& tree, std::uint32_t place) {
  constexpr std::array<std::string_view, 7> kLocative = {"in",     "at",         "near",  "across",
                                                         "inside", "throughout", "around"};
  constexpr std::array<std::string_view, 7> kJoined = {"appos", "flat", "compound", "list", "dep", "conj", "nmod"};
  for (int steps = 0; steps < 5; ++steps) {
    const std::string preposition = preposition_of(tree, place);
    if (std::find(kLocative.begin(), kLocative.end(), preposition) != kLocative.end()) return true;
    const std::string_view relation = tree[place].deprel;
    const auto joined = [&](std::string_view name) { return is_relation(relation, name); };
    if (!preposition.empty() || relation == "nmod:poss" || tree[place].head == Token::kRoot ||
        std::none_of(kJoined.begin(), kJoined.end(), joined))
      return false;
    place = tree[place].head;
  }
  return false;
}

}  // namespace

std::string_view MentionFinder::place_of_sentence(std::uint32_t head, bool locative_only) const {
  const TokenRange sentence = report_.sentences[tree_.sentence(head)].tokens;
  constexpr std::uint32_t kFarthest = 200;  // words; no real sentence is longer
  const std::uint32_t first = std::max(sentence.begin, head - std::min(head, kFarthest));
  const std::uint32_t last = std::min(sentence.end, head + kFarthest);
  std::string_view found;
  for (std::uint32_t t = first; t < last; ++t) {
    const PlaceMention* place = place_at(t);
    if (place == nullptr || !names_.knowledge().has_country(place->place.country)) continue;
    const std::uint32_t named = head_of(report_, place->tokens);
    const bool owner = place->place.precision == PlacePrecision::country &&
                       is_relation(report_.tokens[named].deprel, "compound");  // "at the U.S. embassy in Beirut"
    const bool locative = !owner && is_locative(tree_, named);
    if ((found.empty() && !locative_only) || locative) found = names_.knowledge().country(place->place.country).code;
    if (locative) return found;
  }
  return found;
}

std::string_view MentionFinder::country_of_scene(std::uint32_t head, std::string& because) const {
  if (const std::string_view code = country_of_sender(head, because); !code.empty()) return code;
  const std::uint32_t verb = report_.tokens[head].head;
  if (is_subject(report_.tokens[head]) && verb != Token::kRoot && report_.tokens[verb].head != Token::kRoot) {
    const std::string_view relation = report_.tokens[verb].deprel;
    const bool parallel =
        is_relation(relation, "conj") || is_relation(relation, "advcl") || is_relation(relation, "parataxis");
    const std::uint32_t subject = parallel ? tree_.child(report_.tokens[verb].head, "nsubj") : Token::kRoot;
    std::vector<std::string_view> codes;
    if (subject != Token::kRoot && subject < head) codes_at(subject, codes);
    if (codes.size() == 1) return because = "country of the parallel subject", codes.front();
  }
  if (const std::string_view code = place_of_sentence(head, false); !code.empty())
    return because = "country of the sentence's place", code;
  because = "country that the report is about";
  return countries_.main();
}

std::string_view MentionFinder::country_of_people(std::uint32_t head, std::string& because) const {
  if (const std::string_view code = country_of_sender(head, because); !code.empty()) return code;
  const TokenRange core = core_of(tree_, head);
  for (std::uint32_t t = core.begin; t < head; ++t) {
    constexpr std::array<std::string_view, 4> kElsewhere = {"foreign", "international", "overseas", "migrant"};
    const std::string_view lemma = report_.tokens[t].lemma;
    if (std::find(kElsewhere.begin(), kElsewhere.end(), lemma) != kElsewhere.end()) return {};
  }
  const std::string_view code = place_of_sentence(head, true);
  if (!code.empty()) because = "country of the sentence's place";
  return code;
}

std::string_view MentionFinder::country_of_sender(std::uint32_t head, std::string& because) const {
  constexpr std::array<std::string_view, 11> kSending = {"send",     "dispatch", "deploy",   "redeploy",
                                                         "withdraw", "pull",     "mobilise", "mobilize",
                                                         "station",  "recall",   "command"};
  for (int i = 0;
       i < 16 && is_relation(report_.tokens[head].deprel, "conj") && report_.tokens[head].head != Token::kRoot; ++i)
    head = report_.tokens[head].head;
  if (!is_relation(report_.tokens[head].deprel, "obj")) return {};
  std::uint32_t verb = report_.tokens[head].head;
  if (verb == Token::kRoot || std::find(kSending.begin(), kSending.end(), report_.tokens[verb].lemma) == kSending.end())
    return {};
  for (int steps = 0; verb != Token::kRoot && steps < 4; ++steps) {
    std::vector<std::string_view> codes;
    for (const std::uint32_t subject : tree_.children(verb, "nsubj")) codes_at(subject, codes);
    if (codes.size() == 1) return because = "country of the sender", codes.front();
    const std::string_view relation = report_.tokens[verb].deprel;
    if (!is_relation(relation, "xcomp") && !is_relation(relation, "conj") && !is_relation(relation, "advcl")) break;
    verb = report_.tokens[verb].head;
  }
  return {};
}

Referent MentionFinder::referent(std::uint32_t head, std::vector<Actor> actors, ReferentKind kind) const {
  Referent r;
  r.actors = std::move(actors);
  r.kind = kind;
  r.plural = is_plural(report_.tokens[head]) || r.actors.size() > 1;
  const Token& token = report_.tokens[head];
  const bool apposed = is_relation(token.deprel, "appos") && token.head != Token::kRoot;
  r.subject = is_subject(apposed ? report_.tokens[token.head] : token);
  r.noun = lower_ascii(report_.tokens[head].lemma);
  r.sentence = tree_.sentence(head);
  r.token = head;
  return r;
}

void MentionFinder::add(TokenRange tokens, std::uint32_t head, MentionForm form, Referent referent,
                        std::string because) {
  const bool determined = tokens.begin > 0 && is_relation(report_.tokens[tokens.begin - 1].deprel, "det") &&
                          report_.tokens[tokens.begin - 1].head == head;
  if (determined) --tokens.begin;
  Mention mention;
  mention.tokens = tokens;
  mention.span = span_of(report_, tokens);
  mention.head = head;
  mention.form = form;
  mention.actors = referent.actors;
  for (Actor& actor : mention.actors) actor.span = mention.span;
  mention.because.push_back(std::move(because));
  mention.entity = discourse_.remember(std::move(referent));
  at_[head] = static_cast<std::int32_t>(mentions_.size());
  mentions_.push_back(std::move(mention));
  remember_pair(head);
}

/// "A and B" can be "they" afterwards.
void MentionFinder::remember_pair(std::uint32_t head) {
  const Token& token = report_.tokens[head];
  if (!is_relation(token.deprel, "conj") || token.head == Token::kRoot) return;
  const Mention* first = mention_at(token.head);
  if (first == nullptr || first->actors.empty() || mentions_.back().actors.empty()) return;
  std::vector<Actor> both = first->actors;
  both.insert(both.end(), mentions_.back().actors.begin(), mentions_.back().actors.end());
  Referent pair = referent(token.head, std::move(both), ReferentKind::group);
  pair.plural = true;
  discourse_.remember(std::move(pair));
}

}  // namespace dateline
