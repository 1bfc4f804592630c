#include "base/great_circle.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace dateline {

double kilometres(double latitude1, double longitude1, double latitude2, double longitude2) {
  constexpr double kDiameter = 2 * 6371.0088;  // IUGG's mean radius
  constexpr double kRadian = std::numbers::pi / 180;
  const double south = std::sin((latitude1 - latitude2) * kRadian / 2);
  const double west = std::sin((longitude1 - longitude2) * kRadian / 2);
  const double chord = south * south + std::cos(latitude1 * kRadian) * std::cos(latitude2 * kRadian) * west * west;
  return kDiameter * std::asin(std::min(1.0, std::sqrt(chord)));
}

}  // namespace dateline
