// The codebook: which types of event exist, how they are told, and what does
// not count. docs/formats/codebook.md is the manual of the file; this header
// is what a program sees of it.
#pragma once

#include <dateline/event.h>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace dateline {

/// A class of words that a sense may ask for in place of a list of lemmas.
enum class WordClass : unsigned char { person, state, armed, official, place, weapon, money, goods, act };
inline constexpr std::size_t kWordClassCount = 9;
std::string_view name_of(WordClass word_class);  ///< "person", without the angle brackets
std::optional<WordClass> word_class_of(std::string_view name);

/// Words that a slot accepts: lemmas (one or several words each) and classes.
struct WordList {
  std::vector<std::string> lemmas;
  std::vector<WordClass> classes;

  bool empty() const { return lemmas.empty() && classes.empty(); }
};

/// Where a participant stands around its predicate.
struct Slot {
  enum class Kind : unsigned char { subject, object, oblique, possessor, complement, none };
  Kind kind = Kind::none;
  std::string preposition;  ///< of an oblique: "against"

  friend bool operator==(const Slot&, const Slot&) = default;
};
/// Reads "subject", "oblique:against", …; nothing if it is no slot.
std::optional<Slot> slot_of(std::string_view name);

/// What stands beneath a predicate as a clause.
enum class ComplementKind : unsigned char { infinitive, clause, gerund, quote };
std::optional<ComplementKind> complement_of(std::string_view name);

/// One meaning: lemmas that tell a type in one frame.
struct Sense {
  std::string id;  ///< unique within its type
  std::string gloss;
  std::vector<std::string> verbs;  ///< "attack", "open fire"
  std::vector<std::string> nouns;
  std::vector<std::string> adjectives;  ///< predicative
  std::string mode;                     ///< implied mode, or empty
  std::string cameo;                    ///< CAMEO code, or empty: the mode's or the type's
  std::vector<Slot> actor;              ///< in order of choice
  std::vector<Slot> recipient;          ///< in order of choice
  WordList object, object_not;
  WordList subject, subject_not;
  std::vector<std::string> oblique;  ///< prepositions, one of which must be there
  WordList oblique_object;
  std::vector<ComplementKind> complement;  ///< one of which must be there
  bool act = false;                        ///< the complement's or object noun's type is the record's act
  std::optional<Status> status;            ///< implied status
  double weight = 0;                       ///< how often lemma and frame mean this type in news, 0 to 1
  std::size_t line = 0;                    ///< in the file
};

struct Mode {
  std::string name;
  std::string definition;
  std::optional<double> intensity;
  std::string cameo;               ///< or empty: the type's
  std::vector<std::string> words;  ///< lemmas in the clause that show the mode
  std::size_t line = 0;
};

/// A sentence of the codebook with its marks taken out; spans are bytes of `text`.
struct Example {
  std::string text;
  std::vector<Span> actors, recipients, places, claimants;
  Span trigger;  ///< empty only in a near miss without one
  std::string mode, act;
  Status status = Status::actual;
  bool status_given = false;
  std::vector<std::string> also;  ///< types that the other words tell
  std::string is;                 ///< near misses: the type it is instead, or "none"
  std::size_t line = 0;
};

struct EventType {
  std::string name;
  int quad = 0;
  double intensity = 0;
  std::string cameo;  ///< CAMEO root, or empty
  std::string definition;
  std::string not_text;  ///< the file's `not`
  bool symmetric = false;
  bool requires_actor = false;  ///< nobody tells of such an act without saying whose it is
  bool requires_recipient = false;
  std::vector<Mode> modes;
  std::vector<Sense> senses;
  std::vector<Example> examples;
  std::vector<Example> near_misses;
  std::size_t line = 0;

  const Mode* mode(std::string_view wanted) const;
};

/// Something that a record may be about, whatever its type: "election", "migration".
struct Context {
  /// How often an event of a type ("ASSAULT", or "ASSAULT:aerial" for one mode) or with such an actor has the context.
  using Shares = std::vector<std::pair<std::string, double>>;

  std::string name;
  std::string definition;
  std::vector<std::string> words;  ///< lemmas and phrases of a sentence that show it
  std::vector<std::string> hints;  ///< … that show it together with others
  Shares types, sectors;           ///< in the order of their names
  std::size_t line = 0;
};

/// An entry of Context::words or hints, in its parts: words in lower case, hyphens apart.
struct ContextPhrase {
  std::uint16_t context = 0;  ///< index in Codebook::contexts
  bool hint = false;
  std::vector<std::string> rest;  ///< parts after the first
};

/// A CAMEO code and the records that have it; empty conditions hold for all.
struct CameoRule {
  std::string code;
  std::string means;                  ///< in words
  std::string type, mode, act;        ///< of the record
  std::optional<Status> status;       ///< of the record
  std::vector<std::string> contexts;  ///< the record has one of them
  std::size_t line = 0;
};

struct Codebook {
  std::string name;
  std::string version;
  std::vector<EventType> types;
  std::vector<Context> contexts;  ///< may be none
  /// Phrases of the contexts by their first part; made by load and parse.
  std::unordered_map<std::string, std::vector<ContextPhrase>> context_phrases;
  std::string cameo_file;        ///< the file of CAMEO codes beside this one, or empty
  std::vector<CameoRule> cameo;  ///< what it says; filled by load only
  std::string file;

  /// Reads and checks a codebook. Throws Error(bad_codebook) that names file, line and fault;
  /// Error(file_not_found | file_unreadable) if it cannot be opened.
  static Codebook load(const std::filesystem::path& path);
  /// The same from a string; `file` names it in errors.
  static Codebook parse(std::string_view text, const std::string& file);

  const EventType* type(std::string_view wanted) const;
};

}  // namespace dateline
