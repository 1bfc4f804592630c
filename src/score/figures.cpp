#include "score/figures.h"

#include <fmt/core.h>

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

std::string tally_heading(std::string_view what) {
  return fmt::format("{:<14} {:>9} {:>9} {:>9} {:>9} {:>9} {:>9}\n", what, "precision", "recall", "F1", "correct",
                     "system", "gold");
}

std::string tally_line(std::string_view name, const Tally& tally) {
  return fmt::format("{:<14} {:>9.2f} {:>9.2f} {:>9.2f} {:>9} {:>9} {:>9}\n", name, tally.precision(), tally.recall(),
                     tally.f1(), tally.correct, tally.system, tally.gold);
}

}  // namespace dateline::score
