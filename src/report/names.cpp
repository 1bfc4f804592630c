// Names of the enumerations, in the words of the record format.
#include <dateline/report.h>

#include <algorithm>
#include <array>

namespace dateline {
namespace {

constexpr std::array<std::string_view, kUposCount> kUpos = {"ADJ",   "ADP",   "ADV", "AUX",  "CCONJ", "DET",
                                                            "INTJ",  "NOUN",  "NUM", "PART", "PRON",  "PROPN",
                                                            "PUNCT", "SCONJ", "SYM", "VERB", "X"};
constexpr std::array<std::string_view, 5> kStatus = {"actual", "historical", "future", "hypothetical", "negated"};
constexpr std::array<std::string_view, 5> kPlacePrecision = {"country", "admin1", "admin2", "city", "place"};
constexpr std::array<std::string_view, 5> kDatePrecision = {"day", "week", "month", "year", "unknown"};
constexpr std::array<std::string_view, 9> kCountRole = {"dead",         "injured", "arrested", "displaced", "personnel",
                                                        "participants", "weapons", "money",    "other"};
constexpr std::array<std::string_view, 3> kNameKind = {"PER", "ORG", "LOC"};
constexpr std::array<std::string_view, 5> kMentionForm = {"name", "nationality", "office", "nominal", "pronoun"};
constexpr std::array<std::string_view, kEventRoleCount> kEventRole = {"none",   "actor", "recipient", "place",
                                                                      "source", "count", "date"};
constexpr std::array<std::string_view, kMentionTypeCount> kMentionType = {
    "none", "abstract", "animal", "event", "object", "organization", "person", "place", "plant", "substance", "time"};

template <typename Enum, std::size_t N>
std::string_view lookup(const std::array<std::string_view, N>& names, Enum value) {
  return names[static_cast<std::size_t>(value)];
}

template <typename Enum, std::size_t N>
std::optional<Enum> find(const std::array<std::string_view, N>& names, std::string_view name) {
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return std::nullopt;
  return static_cast<Enum>(found - names.begin());
}

}  // namespace

std::string_view name_of(Upos upos) { return lookup(kUpos, upos); }
std::optional<Upos> upos_of(std::string_view name) { return find<Upos>(kUpos, name); }
std::string_view name_of(Status status) { return lookup(kStatus, status); }
std::optional<Status> status_of(std::string_view name) { return find<Status>(kStatus, name); }
std::string_view name_of(PlacePrecision precision) { return lookup(kPlacePrecision, precision); }
std::string_view name_of(DatePrecision precision) { return lookup(kDatePrecision, precision); }
std::string_view name_of(CountRole role) { return lookup(kCountRole, role); }
std::string_view name_of(NameKind kind) { return lookup(kNameKind, kind); }
std::string_view name_of(MentionForm form) { return lookup(kMentionForm, form); }
std::string_view name_of(EventRole role) { return lookup(kEventRole, role); }
std::string_view name_of(MentionType type) { return lookup(kMentionType, type); }

}  // namespace dateline
