// Look-ups and names of the codebook's parts.
#include <dateline/codebook.h>

#include <algorithm>
#include <array>

namespace dateline {
namespace {

constexpr std::array<std::string_view, kWordClassCount> kClasses = {"person", "state", "armed", "official", "place",
                                                                    "weapon", "money", "goods", "act"};
constexpr std::array<std::string_view, 4> kComplements = {"infinitive", "clause", "gerund", "quote"};

template <typename Enum, std::size_t N>
std::optional<Enum> find(const std::array<std::string_view, N>& names, std::string_view name) {
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return std::nullopt;
  return static_cast<Enum>(found - names.begin());
}

template <typename Items>
auto find_named(const Items& items, std::string_view name) -> decltype(&items.front()) {
  const auto found = std::find_if(items.begin(), items.end(), [&](const auto& item) { return item.name == name; });
  return found == items.end() ? nullptr : &*found;
}

}  // namespace

std::string_view name_of(WordClass word_class) { return kClasses[static_cast<std::size_t>(word_class)]; }
std::optional<WordClass> word_class_of(std::string_view name) { return find<WordClass>(kClasses, name); }
std::optional<ComplementKind> complement_of(std::string_view name) { return find<ComplementKind>(kComplements, name); }

std::optional<Slot> slot_of(std::string_view name) {
  using Kind = Slot::Kind;
  if (name == "subject") return Slot{Kind::subject, ""};
  if (name == "object") return Slot{Kind::object, ""};
  if (name == "possessor") return Slot{Kind::possessor, ""};
  if (name == "complement") return Slot{Kind::complement, ""};
  if (name == "none") return Slot{Kind::none, ""};
  constexpr std::string_view prefix = "oblique:";
  if (!name.starts_with(prefix) || name.size() == prefix.size()) return std::nullopt;
  return Slot{Kind::oblique, std::string(name.substr(prefix.size()))};
}

const Mode* EventType::mode(std::string_view wanted) const { return find_named(modes, wanted); }
const EventType* Codebook::type(std::string_view wanted) const { return find_named(types, wanted); }

}  // namespace dateline
