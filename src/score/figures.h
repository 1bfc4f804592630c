// What scoring yields: named numbers, for the table, for machines, and for the
// floors that continuous integration holds.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::score {

/// Correct ones among those that the system gave and those that gold has. Rates are in percent, 0 where undefined.
struct Tally {
  std::size_t correct = 0;
  std::size_t system = 0;
  std::size_t gold = 0;

  double precision() const;
  double recall() const;
  double f1() const;
  Tally& operator+=(const Tally& other);
  friend bool operator==(const Tally&, const Tally&) = default;
};

/// 100 * part / whole, or 0 of nothing.
double percent(double part, double whole);

struct Figure {
  std::string name;
  double value;
};

/// Figures by name, in the order of adding.
class Figures {
 public:
  void add(std::string name, double value) { rows_.push_back({std::move(name), value}); }
  /// F1 as `name`, with name.precision and name.recall.
  void add(const std::string& name, const Tally& tally);
  std::optional<double> find(std::string_view name) const;
  const std::vector<Figure>& rows() const { return rows_; }

 private:
  std::vector<Figure> rows_;
};

/// One JSON object, values rounded to four decimals.
std::string to_json(const Figures& figures);

/// "LAS=85" as --at-least or --at-most takes it.
struct Bound {
  std::string name;
  double value;
};
/// Throws Error(usage) if `text` is not NAME=NUMBER.
Bound parse_bound(std::string_view text);

enum class BoundKind { at_least, at_most };
/// A line for each bound that does not hold. Throws Error(usage) if there is no figure of a bound's name.
std::vector<std::string> unmet(const Figures& figures, const std::vector<Bound>& bounds, BoundKind kind);

/// What one kind of `score` hands to the program.
struct Scored {
  Figures figures;
  std::string table;  ///< for people, lines
};

/// A line of the table: name, precision, recall, F1 and the three counts. `heading` gives their heads.
std::string tally_heading(std::string_view what);
std::string tally_line(std::string_view name, const Tally& tally);

}  // namespace dateline::score
