#include "code/attributions.h"

#include <algorithm>

#include "code/attribution_contents.h"
#include "code/cue_words.h"
#include "code/frame.h"
#include "code/participants.h"
#include "code/quotations.h"

namespace dateline {
namespace {

using Spans = std::vector<Span>;

bool overlap(Span a, Span b) { return a.begin < b.end && b.begin < a.end; }

bool is_personal(const Scene& scene, Word word) {
  return scene.upos(word) == Upos::PRON && scene.lemma(word) != "it" && scene.lemma(word) != "this" &&
         scene.lemma(word) != "what" && scene.lemma(word) != "there";
}

/// Somebody, or a body that speaks; of things only those that carry words ("the poll shows").
bool can_speak(const Scene& scene, Word word) {
  const MentionType type = scene.mention_type(word);
  if (is_personal(scene, word) || scene.name(word) || type == MentionType::person || type == MentionType::organization)
    return true;
  const Mention* mention = scene.mention(word);
  return (mention && !mention->actors.empty()) || scene.is(word, trait::person | trait::official | trait::armed);
}

class AttributionFinder {
 public:
  explicit AttributionFinder(const Scene& scene) : scene_(scene), quotations_(find_quotations(scene.report())) {}

  std::vector<Attribution> find() && {
    for (Word w = 0; w < scene_.report().tokens.size(); ++w) read(w);
    for (const Span quotation : quotations_) signature(quotation);
    for (const Span paragraph : scene_.report().paragraphs) transcript_line(paragraph);
    widen();
    std::stable_sort(found_.begin(), found_.end(),
                     [](const Attribution& a, const Attribution& b) { return a.cue.begin < b.cue.begin; });
    return std::move(found_);
  }

 private:
  void read(Word w) {
    if (scene_.is_verb(w))
      verb(w);
    else if (scene_.upos(w) == Upos::ADJ)
      adjective(w);
    else if (scene_.is_noun(w))
      noun(w);
    if (is_relation(scene_.deprel(w), "obl") || is_relation(scene_.deprel(w), "nmod")) according(w);
  }

  /// "I think", "you know" within somebody's words: no voice of the report. "You" never is one.
  bool is_aside(Word source, Word cue) const {
    if (scene_.upos(source) != Upos::PRON) return false;
    const std::string& lemma = scene_.lemma(source);
    if (lemma == "you") return true;
    if (lemma != "i" && lemma != "we") return false;
    return std::any_of(quotations_.begin(), quotations_.end(),
                       [&](Span q) { return overlap(q, scene_.token(cue).span); });
  }

  void verb(Word w) {
    const Word source = speaker(w);
    if (source == kNone || is_aside(source, w)) return;
    Contents contents = content_of_verb(scene_, w);
    const bool clause = scene_.tree().child(w, "ccomp") != kNone;
    if (!contents.empty() && (clause || can_speak(scene_, source))) return add(source, w, contents);
    if (contents.empty() && (cue_patterns(scene_.lemma(w)) & cue::speech) != 0) quoted_after(source, w);
  }

  /// "He added:" with the quotation in the next sentence.
  void quoted_after(Word source, Word w) {
    const Sentence& sentence = scene_.report().sentences[scene_.tree().sentence(w)];
    for (const Span quotation : quotations_) {
      if (quotation.begin < sentence.span.end - 1) continue;
      if (blank(sentence.span.end, quotation.begin) && scene_.report().text[sentence.span.end - 1] == ':')
        found_.push_back(attribution(source, w, {quotation}));
      return;
    }
  }

  void adjective(Word w) {
    const Word source = scene_.tree().child(w, "nsubj");
    if (source == kNone || !can_speak(scene_, source) || is_aside(source, w)) return;
    const Contents contents = content_of_adjective(scene_, w);
    if (!contents.empty()) add(source, w, contents);
  }

  void noun(Word w) {
    const Contents contents = content_of_noun(scene_, w);
    if (contents.empty()) return;
    const Word source = owner(w);
    if (source != kNone && can_speak(scene_, source)) add(source, w, contents);
  }

  /// Whose claim, plan or fear it is: the owner, the author, or who makes it.
  Word owner(Word w) const {
    for (const Word c : scene_.tree().children(w)) {
      const std::string preposition = scene_.preposition(c);
      if (is_relation(scene_.deprel(c), "nmod") &&
          (scene_.deprel(c) == "nmod:poss" || preposition == "by" || preposition == "from"))
        return c;
    }
    const Word head = scene_.head(w);
    const bool made = head != kNone && is_relation(scene_.deprel(w), "obj") && scene_.is(head, trait::light);
    return made ? scene_.tree().child(head, "nsubj") : kNone;
  }

  void according(Word w) {
    const std::string preposition = scene_.preposition(w);
    if (preposition != "according to" && preposition != "accord to" && preposition != "per") return;
    const Word cue = scene_.tree().child(w, "case");
    const Contents contents = content_beside(scene_, w);
    if (cue != kNone && !contents.empty()) add(w, cue, contents);
  }

  /// The word that heads the source: the subject, the agent of a passive, or who the clause takes its subject from.
  Word speaker(Word w) const {
    if (is_passive(scene_, w)) return agent(w);
    const Word own = scene_.tree().child(w, "nsubj");
    if (own != kNone) return own;
    for (const Word s : logical_subjects(scene_, w)) {
      if (!scene_.is_verb(s)) return s;
    }
    return kNone;
  }

  Word agent(Word w) const {
    for (const Word c : scene_.tree().children(w, "obl")) {
      if (scene_.deprel(c) == "obl:agent" || scene_.preposition(c) == "by") return c;
    }
    return kNone;
  }

  /// “…” ― Name
  void signature(Span quotation) {
    const std::string_view text = scene_.report().text;
    std::uint32_t at = quotation.end;
    while (at < text.size() && (text[at] == ' ' || text[at] == '.')) ++at;
    std::uint32_t dash = 0;
    for (const std::string_view mark : {"\xe2\x80\x95", "\xe2\x80\x94", "\xe2\x80\x93", "--"}) {
      if (text.substr(at).starts_with(mark)) dash = static_cast<std::uint32_t>(mark.size());
    }
    const Word name = word_at(at + dash);
    if (dash == 0 || name == kNone) return;
    if (const Name* who = scene_.name(name); who && who->kind != NameKind::location)
      found_.push_back({who->span, {at, at + dash}, {quotation}, name, named_by(scene_, name)});
  }

  /// "SMITH: Let us begin." A name, and a colon before the sixth word.
  void transcript_line(Span paragraph) {
    constexpr Word kLongest = 5;
    const Word first = word_at(paragraph.begin);
    if (first == kNone) return;
    for (Word w = first; w < first + kLongest && w < scene_.report().tokens.size(); ++w) {
      if (scene_.report().slice(scene_.token(w).span) != ":") continue;
      const Span rest{scene_.token(w).span.end, paragraph.end};
      if (w > first && is_name(first, w) && !blank(rest.begin, rest.end))
        found_.push_back(
            {span_of(scene_.report(), {first, w}), scene_.token(w).span, {rest}, w, named_by(scene_, w - 1)});
      return;
    }
  }

  bool is_name(Word first, Word end) const {
    for (Word w = first; w < end; ++w) {
      const Name* name = scene_.name(w);
      if (!(name && name->kind != NameKind::location) && scene_.upos(w) != Upos::PROPN) return false;
    }
    return true;
  }

  /// The first word that begins at the byte or after it.
  Word word_at(std::uint32_t byte) const {
    const auto& tokens = scene_.report().tokens;
    const auto found = std::lower_bound(tokens.begin(), tokens.end(), byte,
                                        [](const Token& t, std::uint32_t b) { return t.span.begin < b; });
    return found == tokens.end() ? kNone : static_cast<Word>(found - tokens.begin());
  }

  void add(Word source, Word cue, const Contents& contents) {
    Spans spans;
    for (const TokenRange range : contents) {
      if (const Span span = trimmed(range); !span.empty()) spans.push_back(span);
    }
    if (!spans.empty()) found_.push_back(attribution(source, cue, std::move(spans)));
  }

  Attribution attribution(Word source, Word cue, Spans content) const {
    std::sort(content.begin(), content.end(), [](Span a, Span b) { return a.begin < b.begin; });
    return {phrase(source, cue), scene_.token(cue).span, std::move(content), cue, participants_of(scene_, source)};
  }

  /// The phrase of the source, without what follows its cue or a clause of its own.
  Span phrase(Word source, Word cue) const {
    TokenRange range = scene_.tree().subtree(source);
    for (const Word c : scene_.tree().children(source)) {
      const bool clause = is_relation(scene_.deprel(c), "acl") || is_relation(scene_.deprel(c), "parataxis");
      if (clause && c > source) range.end = std::min(range.end, std::max(scene_.tree().subtree(c).begin, source + 1));
      if (is_relation(scene_.deprel(c), "case") && c < source)
        range.begin = std::max(range.begin, scene_.tree().subtree(c).end);
    }
    if (range.contains(cue)) range = {source, source + 1};
    return trimmed(range);
  }

  /// Without commas and other marks at the ends; quotation marks stay.
  Span trimmed(TokenRange range) const {
    const auto mark = [&](Word w) {
      const std::string_view text = scene_.report().slice(scene_.token(w).span);
      return text == "," || text == ":" || text == ";" || text == "-" || text == "--" || text == "\xe2\x80\x94";
    };
    while (range.begin < range.end && mark(range.begin)) ++range.begin;
    while (range.begin < range.end && mark(range.end - 1)) --range.end;
    return range.empty() ? Span{} : span_of(scene_.report(), range);
  }

  bool blank(std::uint32_t begin, std::uint32_t end) const {
    return begin >= end || scene_.report().text.find_first_not_of(" \t\r\n", begin) >= end;
  }

  /// Direct speech from mark to mark, and the quotation that goes on in the paragraph.
  void widen() {
    std::vector<bool> taken(quotations_.size(), false);
    for (Attribution& a : found_) {
      for (std::size_t q = 0; q < quotations_.size(); ++q) taken[q] = taken[q] || touches(a, quotations_[q]);
    }
    for (Attribution& a : found_) {
      for (std::size_t q = 0; q < quotations_.size(); ++q) {
        if (!touches(a, quotations_[q])) continue;
        join(a.content, quotations_[q]);
        follow(a, q, taken);
      }
    }
  }

  static bool touches(const Attribution& a, Span quotation) {
    if (overlap(a.cue, quotation)) return false;
    return std::any_of(a.content.begin(), a.content.end(), [&](Span s) { return overlap(s, quotation); });
  }

  /// “…,” he said. “…”
  void follow(Attribution& a, std::size_t q, std::vector<bool>& taken) {
    std::uint32_t end =
        std::max(quotations_[q].end, scene_.report().sentences[scene_.tree().sentence(a.token)].span.end);
    for (std::size_t next = q + 1; next < quotations_.size(); ++next) {
      if (taken[next] || !blank(end, quotations_[next].begin) || !same_paragraph(end, quotations_[next])) return;
      taken[next] = true;
      join(a.content, quotations_[next]);
      end = quotations_[next].end;
    }
  }

  bool same_paragraph(std::uint32_t byte, Span quotation) const {
    const auto& paragraphs = scene_.report().paragraphs;
    return std::any_of(paragraphs.begin(), paragraphs.end(), [&](Span p) {
      return p.begin <= byte && byte <= p.end && p.begin <= quotation.begin && quotation.end <= p.end;
    });
  }

  static void join(Spans& content, Span quotation) {
    for (auto s = content.begin(); s != content.end();) {
      if (!overlap(*s, quotation)) {
        ++s;
        continue;
      }
      quotation = {std::min(s->begin, quotation.begin), std::max(s->end, quotation.end)};
      s = content.erase(s);
    }
    const auto after = std::find_if(content.begin(), content.end(), [&](Span s) { return s.begin > quotation.begin; });
    content.insert(after, quotation);
  }

  const Scene& scene_;
  Spans quotations_;
  std::vector<Attribution> found_;
};

}  // namespace

std::vector<Attribution> find_attributions(const Scene& scene) { return AttributionFinder(scene).find(); }

}  // namespace dateline
