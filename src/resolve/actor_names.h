// From names and role nouns to actors: what the tables say, on the report's date.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/knowledge.h"
#include "resolve/country_words.h"

namespace dateline {

class ActorNames {
 public:
  ActorNames(const Report& report, const Knowledge& knowledge, const CountryWords& countries);

  const Knowledge& knowledge() const { return knowledge_; }
  std::chrono::year_month_day day() const { return day_; }

  /// The country itself.
  Actor country(std::string_view code) const;
  /// The government of the country whose seat or capital is named so.
  Actor government(std::string_view code) const;

  /// The organisation of that name; `codes` are the countries that the phrase itself names. Nothing if the tables have
  /// none.
  std::optional<Organisation> organisation(const std::string& name, const std::vector<std::string_view>& codes) const;

  /// The person's office on the report's date, or the last one before it; nothing if the tables know nobody of that
  /// name whom this report can mean. `code`: the country that the person's title names, or empty.
  std::optional<Tenure> person(const std::string& name, std::string_view code) const;

  /// Who held the office on the report's date, if the office has one holder at a time.
  std::optional<Tenure> holder(std::string_view office, std::string_view code) const;

  /// The actor of a tenure; out of office it is a former official (PLOVER: ELI).
  Actor actor(const Tenure& tenure) const;

  /// The sector that a role phrase tells ("army spokesman" MIL), or empty. `phrase`: lower case; its longest known
  /// ending counts, in the singular too.
  std::string_view sector(std::string_view phrase) const;
  /// The sector that an organisation's name tells: "Ministry of Health" GOV, "Third Army of the East" MIL.
  std::string_view sector_of_name(const std::string& name) const;

 private:
  bool in_office(const Tenure& tenure) const { return tenure.start <= day_ && day_ <= tenure.end; }

  const Knowledge& knowledge_;
  const CountryWords& countries_;
  std::chrono::year_month_day day_;
};

/// Does the noun's sector belong to organs of a state, so that the country follows from where it happens?
bool is_state_sector(std::string_view sector);

}  // namespace dateline
