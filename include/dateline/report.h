// A report and the layers that reading it adds: segments, words, sentences,
// names, and what they mean. Plain data; the stages of the pipeline fill it.
//
// Text is owned once, by Report::text (UTF-8). Everything else points into it
// with byte spans. Records that leave the program carry code-point spans
// (see src/text/code_points.h); inside, bytes are cheaper and slice exactly.
#pragma once

#include <dateline/event.h>

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

/// Words [begin, end) of Report::tokens. Empty where begin == end.
struct TokenRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  bool empty() const { return begin == end; }
  bool contains(std::uint32_t token) const { return begin <= token && token < end; }
  friend bool operator==(const TokenRange&, const TokenRange&) = default;
};

/// A stretch of a report told by one speaker. Plain articles have one segment
/// with empty role and speaker. Segments are in text order and do not overlap;
/// speaker labels ("Reporter:") and credits stand outside every segment.
struct Segment {
  Span span;
  std::string role;     ///< "Anchor", "Reporter", or empty
  std::string speaker;  ///< "Rosyn Park", or empty if unknown
};

/// Universal part-of-speech tags (UD v2), in alphabetical order.
enum class Upos : std::uint8_t {
  ADJ,
  ADP,
  ADV,
  AUX,
  CCONJ,
  DET,
  INTJ,
  NOUN,
  NUM,
  PART,
  PRON,
  PROPN,
  PUNCT,
  SCONJ,
  SYM,
  VERB,
  X
};
inline constexpr std::size_t kUposCount = 17;
std::string_view name_of(Upos upos);
/// The tag of that name, or nothing.
std::optional<Upos> upos_of(std::string_view name);

/// A syntactic word (UD English: "don't" is "do" and "n't").
struct Token {
  static constexpr std::uint32_t kRoot = 0xffffffff;

  Span span;
  std::string lemma;
  Upos upos = Upos::X;
  std::string xpos;            ///< Penn Treebank tag
  std::string feats;           ///< UD features, "Number=Sing|Tense=Past", "" if none
  std::uint32_t head = kRoot;  ///< index in Report::tokens; kRoot for a sentence's root
  std::string deprel;          ///< UD relation with its subtype: "nsubj:pass"
  /// Did the event that this word denotes happen? -3 (surely not) to 3 (surely),
  /// the scale of UDS-IH2. Meaningful on predicates only.
  float factuality = 0;
};

/// A sentence: its words and its bytes (from its first word to its last).
struct Sentence {
  TokenRange tokens;
  Span span;
  std::uint32_t root = 0;     ///< index in Report::tokens
  std::uint32_t segment = 0;  ///< index in Report::segments
};

/// Kinds of names that the parser marks.
enum class NameKind : std::uint8_t { person, organisation, location };
std::string_view name_of(NameKind kind);

/// A name found by the parser (UniversalNER's PER, ORG, LOC).
struct Name {
  TokenRange tokens;
  Span span;
  NameKind kind = NameKind::person;
};

/// The part that a word takes in an event, as the model sees it.
enum class EventRole : std::uint8_t { none, actor, recipient, place, source, count, date };
inline constexpr std::size_t kEventRoleCount = 7;
std::string_view name_of(EventRole role);

struct RoleScores {
  std::uint32_t token = 0;
  std::array<float, kEventRoleCount> probability{};
  std::uint8_t sector = 0;       ///< likeliest sector of the participant: index in Report::sector_labels
  float sector_probability = 0;  ///< 0 if the model has no such head
};

/// An example of the codebook whose trigger the model sees much as it sees a word.
struct Neighbour {
  std::uint32_t example = 0;  ///< number of the codebook's example (docs/formats/neighbours.md)
  float similarity = 0;       ///< cosine of the two keys
  friend bool operator==(const Neighbour&, const Neighbour&) = default;
};

/// What the event heads of the model think of one word as trigger.
struct EventScores {
  std::uint32_t token = 0;
  std::vector<float> probability;  ///< of each of Report::event_labels; the last is "no event"
  std::vector<float> status;       ///< of each Status; empty where an event is unlikely or the model has no such head
  std::vector<RoleScores> roles;   ///< words of the sentence that may take part, ascending; empty likewise
  std::vector<float> acts;         ///< of each of Report::act_labels; empty likewise
  std::vector<float> modes;        ///< of each of Report::mode_labels; empty likewise
  std::vector<float> contexts;     ///< of each of Report::context_labels, by itself; empty likewise
  /// The nearest examples, nearest first; empty where an event is out of the question, or without an index.
  std::vector<Neighbour> neighbours;
};

/// GUM's entity types of the mention that a word heads, or none.
enum class MentionType : std::uint8_t {
  none,
  abstract,
  animal,
  event,
  object,
  organization,
  person,
  place,
  plant,
  substance,
  time
};
inline constexpr std::size_t kMentionTypeCount = 11;
std::string_view name_of(MentionType type);

/// How a referring expression is built.
enum class MentionForm : std::uint8_t {
  name,         ///< "Shoigu", "Russia"
  nationality,  ///< "Russian", "the French"
  office,       ///< "the Russian defence minister", "the president"
  nominal,      ///< "gunmen", "the two sides", "the foreign ministry"
  pronoun,      ///< "he", "they", "which"
};
std::string_view name_of(MentionForm form);

/// A referring expression that can act or be acted upon, with its meaning.
struct Mention {
  TokenRange tokens;  ///< the whole phrase, determiner included, relative clauses not
  Span span;
  std::uint32_t head = 0;  ///< syntactic head word
  MentionForm form = MentionForm::nominal;
  /// Who it means: one actor as a rule; several for "the two sides"; none if nobody knows.
  std::vector<Actor> actors;
  std::uint32_t entity = 0;          ///< mentions of one entity share this number
  std::vector<std::string> because;  ///< resolver's reasons, for explain
};

/// A toponym with coordinates.
struct PlaceMention {
  TokenRange tokens;
  Place place;
};

/// A temporal expression with its value.
struct TimeMention {
  TokenRange tokens;
  EventDate date;
};

/// A number with what it counts.
struct QuantityMention {
  TokenRange tokens;       ///< the number words
  std::uint32_t head = 0;  ///< the counted noun, or the number itself
  Count count;
};

/// Who says or thinks what: "[Kyiv] [said] [the bridge was hit]".
struct Attribution {
  Span source;                   ///< the words for whoever says it: "Kyiv", "a spokesman for the army"
  Span cue;                      ///< the word of saying or thinking, or the mark that stands for one
  std::vector<Span> content;     ///< what is said, in text order; in pieces where source and cue stand between
  std::uint32_t token = 0;       ///< the cue's word
  std::vector<Actor> claimants;  ///< whom the source means; empty if nobody knows
};

/// An example of the codebook that a record rests on.
struct CitedExample {
  std::string name;  ///< as because[] has it: "ASSAULT#1234", its type and its line in the codebook
  std::string text;  ///< without marks
};

/// Where a report has its id from: a made-up one ("news-17") says nothing of what the report is.
enum class IdOrigin : std::uint8_t { given, file_name, position };

/// A report, and the layers that stages add to it, in the order they are added.
struct Report {
  // readers
  std::string id;
  IdOrigin id_origin = IdOrigin::given;
  std::string url;
  std::string title;
  std::string publisher;
  std::optional<std::chrono::year_month_day> published;
  std::string text;               ///< UTF-8, valid
  std::vector<Segment> segments;  ///< at least one unless the text is empty
  std::vector<Span> paragraphs;   ///< in text order, within segments; no sentence crosses one
  /// The example of the codebook that the text is, which must not be its own neighbour.
  std::optional<std::uint32_t> example;

  // parse
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;
  std::vector<Name> names;
  std::vector<MentionType> mention_types;  ///< one a token
  std::vector<EventScores> event_scores;   ///< ascending by token; words that may be triggers
  std::vector<std::string> event_labels;   ///< names of the entries of EventScores::probability
  std::vector<std::string> act_labels;     ///< types that a promise, demand or refusal may be about; empty: none
  std::vector<std::string> mode_labels;    ///< "ASSAULT.aerial"; empty: none
  std::vector<std::string> context_labels;
  std::vector<std::string> sector_labels;  ///< PLOVER sectors that RoleScores::sector counts; empty: a country itself

  // resolve
  std::vector<Mention> mentions;  ///< ascending by tokens.begin, may nest
  std::vector<PlaceMention> places;
  std::vector<TimeMention> times;
  std::vector<QuantityMention> quantities;

  // code
  std::vector<Event> events;              ///< in text order of their triggers
  std::vector<Attribution> attributions;  ///< in text order of their cues
  std::vector<CitedExample> cited;        ///< examples that the events' because[] names

  std::string_view slice(Span span) const { return std::string_view(text).substr(span.begin, span.end - span.begin); }
};

/// The id of a record: a hash of report id, evidence span, trigger, type, actors and date (FNV-1a, 64 bits,
/// hexadecimal).
std::string record_id(const Report& report, const Event& event);

}  // namespace dateline
