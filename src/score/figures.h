// Counting what is right, and the named numbers that scoring yields.
#pragma once

#include <dateline/score.h>

#include <cstddef>
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

/// Figures by name, in the order of adding.
class Figures {
 public:
  void add(std::string name, double value) { rows_.push_back({std::move(name), value}); }
  /// F1 as `name`, with name.precision and name.recall.
  void add(const std::string& name, const Tally& tally);
  std::vector<Figure> rows() && { return std::move(rows_); }

 private:
  std::vector<Figure> rows_;
};

/// A line of the table: name, precision, recall, F1 and the three counts. `heading` gives their heads.
std::string tally_heading(std::string_view what);
std::string tally_line(std::string_view name, const Tally& tally);

}  // namespace dateline::score
