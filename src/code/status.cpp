#include "code/status.h"

#include <algorithm>
#include <chrono>

namespace dateline {
namespace {

using namespace std::chrono;

constexpr days kBackground{60};  ///< an event dated this long before the report is background
constexpr int kDeepest = 16;

int rank(Status status) {
  switch (status) {
    case Status::actual:
      return 0;
    case Status::historical:
      return 1;
    case Status::future:
      return 2;
    case Status::hypothetical:
      return 3;
    case Status::negated:
      return 4;
  }
  return 0;
}

class Reader {
 public:
  Reader(const Scene& scene, const Frame& frame) : scene_(scene), frame_(frame) {}

  StatusFinding read() {
    if (frame_.part == PartOfSpeech::noun) read_noun(frame_.word);
    if (frame_.clause != frame_.word) read_government();
    read_clause(frame_.clause);
    climb(frame_.clause);
    return found_;
  }

 private:
  const Tree& tree() const { return scene_.tree(); }

  void note(Status status, const std::string& rule, Word intention = kNone) {
    if (intention != kNone && found_.intention == kNone) found_.intention = intention;
    if (status == Status::future) found_.ahead = true;
    if (rank(status) <= rank(found_.status)) return;
    found_.status = status;
    found_.rule = rule;
  }

  // ---- one word ------------------------------------------------------------------------------

  bool has_negator(Word word) const {
    for (const Word c : tree().children(word)) {
      const std::string_view relation = scene_.deprel(c);
      if (!is_relation(relation, "advmod") && !is_relation(relation, "det") && !is_relation(relation, "cc")) continue;
      if (!scene_.is(c, trait::negator)) continue;
      const bool only =
          c + 1 < scene_.report().tokens.size() && is_one_of(scene_.lemma(c + 1), {"only", "just", "least"});
      if (!only) return true;
    }
    return false;
  }

  /// "in support of its offensive", "for talks": told as what something is for.
  bool is_purpose_phrase(Word noun) const {
    const std::string preposition = scene_.preposition(noun);
    if (!is_relation(scene_.deprel(noun), "obl") && !is_relation(scene_.deprel(noun), "nmod")) return false;
    return preposition == "in" && is_one_of(scene_.lemma(noun), {"support", "response", "line", "aid", "anticipation",
                                                                 "preparation", "accordance", "exchange", "return"});
  }

  void read_noun(Word noun) {
    found_.purpose = is_purpose_phrase(noun);
    if (has_negator(noun) || scene_.preposition(noun) == "without") note(Status::negated, "negation");
    for (const Word c : tree().children(noun)) {
      if (!is_relation(scene_.deprel(c), "amod") && !is_relation(scene_.deprel(c), "compound")) continue;
      const std::string& lemma = scene_.lemma(c);
      if (is_one_of(lemma, {"possible", "potential", "hypothetical", "likely"}))
        note(Status::hypothetical, "modifier:" + lemma);
      if (is_one_of(lemma, {"planned", "upcoming", "imminent", "future", "looming", "proposed", "forthcoming",
                            "expected", "scheduled", "impending", "plan", "schedule", "threatened"}))
        note(Status::future, "modifier:" + lemma, c);
      if (is_one_of(lemma, {"past", "previous", "historic", "former"})) note(Status::historical, "modifier:" + lemma);
    }
    read_times(noun);
  }

  /// The light or occurrence verb's own meaning: "fear an attack" is no light verb, "avert an attack" is.
  void read_government() {
    if (is_circumstance(frame_.word)) return;
    if (scene_.is(frame_.clause, trait::negates) && !scene_.is(frame_.clause, trait::light))
      note(Status::negated, "under:" + scene_.lemma(frame_.clause));
  }

  void read_times(Word word) {
    const auto& published = scene_.report().published;
    for (const Word c : tree().children(word)) {
      const TimeMention* time = scene_.time(c);
      if (!time || !published || time->date.precision == DatePrecision::unknown) continue;
      if (is_clausal(scene_.deprel(c)) || is_relation(scene_.deprel(c), "conj")) continue;
      if (sys_days(time->date.end) + kBackground < sys_days(*published)) note(Status::historical, "date");
      const bool begun = scene_.preposition(c) == "until";  // "closed until 30 June"
      if (sys_days(time->date.start) > sys_days(*published) && !begun) note(Status::future, "date");
    }
  }

  bool is_reported(Word word) const {
    const Word head = scene_.head(word);
    return head != kNone && is_relation(scene_.deprel(word), "ccomp") && scene_.is(head, trait::reporting);
  }

  /// Reported anywhere above, or reported by a verb set beside it ("…, the ministry said").
  bool is_backshifted(Word word) const {
    for (int depth = 0; word != kNone && depth < kDeepest; ++depth, word = scene_.head(word)) {
      if (is_reported(word)) return true;
      for (const Word c : tree().children(word)) {
        if (is_relation(scene_.deprel(c), "parataxis") && scene_.is(c, trait::reporting)) return true;
      }
      if (is_relation(scene_.deprel(word), "acl:relcl")) return false;
    }
    return false;
  }

  void read_auxiliary(Word word, Word aux) {
    const std::string& lemma = scene_.lemma(aux);
    const std::string form = lower(scene_.report().slice(scene_.token(aux).span));
    if (is_one_of(lemma, {"will", "shall", "'ll", "wo", "gonna"}) && !is_one_of(form, {"would", "'d", "should"}))
      return note(Status::future, "will", aux);
    if (is_one_of(form, {"would", "'d"}) && lemma != "have") {
      return is_backshifted(word) ? note(Status::future, "would, reported", aux)
                                  : note(Status::hypothetical, "modal:would");
    }
    if (is_one_of(form, {"may", "might", "could", "can", "should", "must", "ought"}))
      return note(Status::hypothetical, "modal:" + form);
    if (form == "had" && scene_.token(word).xpos == "VBN" && !is_backshifted(word))
      note(Status::historical, "past perfect");
  }

  void read_clause(Word word) {
    if (has_negator(word)) note(Status::negated, "negation");
    for (const Word c : tree().children(word)) {
      const std::string_view relation = scene_.deprel(c);
      if (is_relation(relation, "aux")) read_auxiliary(word, c);
      if (is_relation(relation, "mark")) read_marker(word, c);
      if (is_relation(relation, "nsubj") || is_relation(relation, "obj")) {
        if (scene_.is_predicate(word) && scene_.is_verb(word) && has_negator(c) && !scene_.time(c))
          note(Status::negated, "no " + scene_.lemma(c));
      }
      if (is_relation(relation, "advmod") && scene_.is(c, trait::past) &&
          is_one_of(scene_.lemma(c), {"previously", "formerly", "historically", "originally"})) {
        note(Status::historical, scene_.lemma(c));
      }
      if (is_relation(relation, "advcl") && is_one_of(scene_.marker(c), {"if", "unless", "should"}))
        note(Status::hypothetical, "if");
    }
    if (scene_.preposition(word) == "without") note(Status::negated, "without");
    read_times(word);
    read_bare_infinitive(word);
  }

  void read_marker(Word word, Word mark) {
    const std::string& lemma = scene_.lemma(mark);
    if (is_one_of(lemma, {"if", "unless", "lest", "whether"})) note(Status::hypothetical, lemma);
    if (lemma == "without") note(Status::negated, lemma);
    (void)word;
  }

  /// Headlines: "Poland to send clinics".
  void read_bare_infinitive(Word word) {
    const std::string_view relation = scene_.deprel(word);
    if (scene_.marker(word) == "to" && (relation == "root" || is_relation(relation, "parataxis")))
      note(Status::future, "infinitive", word);
  }

  // ---- the way up ----------------------------------------------------------------------------

  void climb(Word word) {
    for (int depth = 0; depth < kDeepest; ++depth) {
      const Word head = scene_.head(word);
      if (head == kNone || !step(word, head)) return;
      word = head;
    }
  }

  /// Takes what `head` says of `word`; false where nothing above matters.
  bool step(Word word, Word head) {
    const std::string_view relation = scene_.deprel(word);
    if (is_relation(relation, "xcomp")) return read_controlled(head);
    if (is_relation(relation, "ccomp")) return read_reported(word, head);
    if (is_relation(relation, "advcl")) return read_adverbial(word, head);
    if (is_relation(relation, "conj")) return read_coordinated(word, head);
    if (is_relation(relation, "acl") && relation != "acl:relcl") return read_modifier(word, head);
    if (is_relation(relation, "csubj")) return false;
    const bool nominal = scene_.is_noun(word) && !scene_.is_predicate(word);
    if (nominal && (is_relation(relation, "obj") || is_relation(relation, "obl") || relation == "nsubj:pass"))
      return read_nominal(word, head);
    if (nominal && is_relation(relation, "nmod")) return read_nested_noun(word, head);
    return false;
  }

  void read_governor(Word head) {
    const std::string& lemma = scene_.lemma(head);
    if (scene_.is(head, trait::negates)) return note(Status::negated, "under:" + lemma);
    if (scene_.is(head, trait::hypothetical)) return note(Status::hypothetical, "under:" + lemma);
    if (scene_.is(head, trait::future) && !scene_.is(head, trait::raising))
      return note(Status::future, "under:" + lemma, head);
    if (lemma == "go" && scene_.token(head).xpos == "VBG") return note(Status::future, "going to", head);
    if (lemma == "be" && scene_.is_verb(head)) return note(Status::future, "is to", head);
    if (lemma == "use") return note(Status::historical, "used to");
    if (lemma == "have") {
      const Word yet = tree().child(head, "advmod");
      if (yet != kNone && scene_.lemma(yet) == "yet") return note(Status::negated, "yet to");
      return note(Status::hypothetical, "have to");
    }
    if (is_one_of(lemma, {"urge", "demand", "ask", "call", "request", "order", "want", "tell", "appeal", "press",
                          "recommend", "propose", "suggest", "require"}))
      note(Status::hypothetical, "under:" + lemma);
  }

  bool read_controlled(Word head) {
    read_governor(head);
    read_clause(head);
    return true;
  }

  bool read_reported(Word word, Word head) {
    const std::string& lemma = scene_.lemma(head);
    if (is_one_of(lemma, {"deny", "refute", "dismiss", "reject"})) note(Status::negated, "under:" + lemma);
    if (scene_.is(head, trait::hypothetical)) note(Status::hypothetical, "under:" + lemma);
    if (is_one_of(lemma, {"urge", "demand", "ask", "request", "recommend", "propose", "insist"}))
      note(Status::hypothetical, "under:" + lemma);
    if (!scene_.is(head, trait::reporting)) read_governor(head);
    (void)word;
    return is_relation(scene_.deprel(head), "xcomp") || is_relation(scene_.deprel(head), "ccomp")
               ? !scene_.is(head, trait::reporting)
               : false;
  }

  bool read_adverbial(Word word, Word head) {
    const std::string marker = scene_.marker(word);
    if (marker == "to" && scene_.token(word).xpos != "VBG") {
      if (scene_.is(head, trait::object_control | trait::future) && tree().child(head, "obj") == kNone)
        return read_controlled(head);
      found_.purpose = true;
      read_clause(head);
      return true;
    }
    if (is_one_of(marker, {"of", "from", "for"})) {
      if (scene_.is(head, trait::negates)) note(Status::negated, "under:" + scene_.lemma(head));
      return false;
    }
    const std::string& xpos = scene_.token(word).xpos;
    if (scene_.is(word, trait::reporting) && xpos == "VBG") return false;  // "will rename it, calling him a racist"
    if (marker.empty() && (xpos == "VBG" || xpos == "VBN")) {
      read_clause(head);
      return !scene_.is(head, trait::reporting);
    }
    return false;
  }

  bool read_coordinated(Word word, Word head) {
    const bool own = tree().child(word, "nsubj") != kNone || tree().child(word, "aux") != kNone;
    if (!scene_.is_verb(word) || own) return scene_.is_noun(word);
    const Status before = found_.status;
    read_clause(head);
    if (found_.status == Status::negated && before != Status::negated)
      found_.status = before;  // "did not flee and fought"
    return true;
  }

  /// "the decision to send", "plans to attack", "failure to stop".
  bool read_modifier(Word word, Word head) {
    if (scene_.marker(word) != "to") return false;
    const std::string& lemma = scene_.lemma(head);
    if (is_one_of(lemma, {"refusal", "failure", "inability", "reluctance"})) {
      note(Status::negated, "under:" + lemma);
    } else if (is_one_of(lemma, {"ability", "capability", "right", "capacity", "power", "risk"})) {
      note(Status::hypothetical, "under:" + lemma);
    } else if (is_one_of(lemma, {"attempt", "effort", "bid", "move"}) ||
               scene_.mention_type(head) == MentionType::person || scene_.is(head, trait::person | trait::armed)) {
      found_.purpose = true;
    } else {
      note(Status::future, "under:" + lemma, head);
    }
    return false;
  }

  /// "dismissed the minister after protests": what the verb says of its object, it does not say of these.
  bool is_circumstance(Word word) const {
    return is_relation(scene_.deprel(word), "obl") &&
           is_one_of(scene_.preposition(word), {"after", "follow", "following", "amid", "during", "before", "since",
                                                "despite", "because of", "due to", "in response to"});
  }

  bool read_nominal(Word word, Word head) {
    if ((!scene_.is_verb(head) && scene_.upos(head) != Upos::ADJ) || is_circumstance(word)) return false;
    const std::string& lemma = scene_.lemma(head);
    if (scene_.is(head, trait::negates)) {
      note(Status::negated, "under:" + lemma);
    } else if (is_one_of(lemma, {"fear", "risk", "consider", "contemplate", "mull", "urge", "demand", "call", "seek",
                                 "want", "request"})) {
      note(Status::hypothetical, "under:" + lemma);
    } else if (is_one_of(lemma,
                         {"plan", "prepare", "schedule", "intend", "expect", "threaten", "promise", "vow", "pledge"})) {
      note(Status::future, "under:" + lemma, head);
    }
    (void)word;
    return false;
  }

  bool read_nested_noun(Word word, Word head) {
    const std::string& lemma = scene_.lemma(head);
    const std::string preposition = scene_.preposition(word);
    if (is_one_of(lemma, {"lack", "absence", "denial"})) note(Status::negated, "under:" + lemma);
    if (is_one_of(lemma, {"threat", "risk", "fear", "prospect", "possibility", "danger", "likelihood"}) &&
        preposition == "of")
      note(Status::hypothetical, "under:" + lemma);
    if (is_one_of(lemma, {"plan", "preparation"}) && is_one_of(preposition, {"of", "for", "to"}))
      note(Status::future, "under:" + lemma, head);
    return false;
  }

  const Scene& scene_;
  const Frame& frame_;
  StatusFinding found_;
};

}  // namespace

StatusFinding find_status(const Scene& scene, const Frame& frame) { return Reader(scene, frame).read(); }

}  // namespace dateline
