#include "score/figures.h"

#include <fmt/core.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <nlohmann/json.hpp>

#include <dateline/error.h>

namespace dateline::score {

double percent(double part, double whole) { return whole == 0 ? 0 : 100 * part / whole; }

double Tally::precision() const { return percent(static_cast<double>(correct), static_cast<double>(system)); }
double Tally::recall() const { return percent(static_cast<double>(correct), static_cast<double>(gold)); }
double Tally::f1() const { return percent(2 * static_cast<double>(correct), static_cast<double>(system + gold)); }

Tally& Tally::operator+=(const Tally& other) {
  correct += other.correct;
  system += other.system;
  gold += other.gold;
  return *this;
}

void Figures::add(const std::string& name, const Tally& tally) {
  add(name, tally.f1());
  add(name + ".precision", tally.precision());
  add(name + ".recall", tally.recall());
}

std::optional<double> Figures::find(std::string_view name) const {
  const auto found = std::find_if(rows_.begin(), rows_.end(), [&](const Figure& row) { return row.name == name; });
  if (found == rows_.end()) return std::nullopt;
  return found->value;
}

std::string to_json(const Figures& figures) {
  nlohmann::ordered_json out = nlohmann::ordered_json::object();
  for (const Figure& row : figures.rows()) {
    const double rounded = std::round(row.value * 10000) / 10000;
    if (rounded == std::floor(rounded)) out[row.name] = static_cast<long long>(rounded);
    else out[row.name] = rounded;
  }
  return out.dump() + "\n";
}

Bound parse_bound(std::string_view text) {
  const std::size_t equals = text.rfind('=');
  double value = 0;
  const char* const end = text.data() + text.size();
  if (equals != std::string_view::npos && equals > 0) {
    const auto [stop, fault] = std::from_chars(text.data() + equals + 1, end, value);
    if (fault == std::errc{} && stop == end && std::isfinite(value)) return {std::string(text.substr(0, equals)), value};
  }
  throw Error(ErrorCode::usage, fmt::format("\"{}\" is not NAME=NUMBER", text));
}

namespace {

std::string names_of(const Figures& figures) {
  std::string out;
  for (const Figure& row : figures.rows()) out.append(out.empty() ? "" : ", ").append(row.name);
  return out;
}

}  // namespace

std::vector<std::string> unmet(const Figures& figures, const std::vector<Bound>& bounds, BoundKind kind) {
  std::vector<std::string> lines;
  for (const Bound& bound : bounds) {
    const auto value = figures.find(bound.name);
    if (!value) {
      throw Error(ErrorCode::usage, fmt::format("there is no figure {}; there are {}", bound.name, names_of(figures)));
    }
    const bool holds = kind == BoundKind::at_least ? *value >= bound.value : *value <= bound.value;
    if (holds) continue;
    lines.push_back(fmt::format("{} is {:.4g}, which is not {} {:.4g}", bound.name, *value,
                                kind == BoundKind::at_least ? "at least" : "at most", bound.value));
  }
  return lines;
}

std::string tally_heading(std::string_view what) {
  return fmt::format("{:<14} {:>9} {:>9} {:>9} {:>9} {:>9} {:>9}\n", what, "precision", "recall", "F1", "correct", "system", "gold");
}

std::string tally_line(std::string_view name, const Tally& tally) {
  return fmt::format("{:<14} {:>9.2f} {:>9.2f} {:>9.2f} {:>9} {:>9} {:>9}\n", name, tally.precision(), tally.recall(), tally.f1(),
                     tally.correct, tally.system, tally.gold);
}

}  // namespace dateline::score
