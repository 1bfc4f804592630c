#include "score/reliability.h"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>

#include "score/figures.h"

namespace dateline::score {

void Reliability::add(double confidence, bool right) {
  const double clamped = std::clamp(confidence, 0.0, 1.0);
  Bin& bin = bins_[std::min(static_cast<std::size_t>(clamped * kBins), kBins - 1)];
  ++bin.size;
  bin.right += right;
  bin.sum += clamped;
}

double Reliability::expected_error() const {
  double distance = 0, all = 0;
  for (const Bin& bin : bins_) {
    distance += std::abs(bin.sum - static_cast<double>(bin.right));
    all += static_cast<double>(bin.size);
  }
  return percent(distance, all);
}

std::string Reliability::table() const {
  std::string out = fmt::format("{:<18} {:>7} {:>9} {:>7}\n", "confidence", "records", "mean", "right");
  for (std::size_t i = 0; i < kBins; ++i) {
    const Bin& bin = bins_[i];
    if (bin.size == 0) continue;
    const auto size = static_cast<double>(bin.size);
    out += fmt::format("{:.1f} to {:.1f} {:>17} {:>9.2f} {:>7.2f}\n", static_cast<double>(i) / kBins,
                       static_cast<double>(i + 1) / kBins, bin.size, bin.sum / size,
                       static_cast<double>(bin.right) / size);
  }
  return out;
}

}  // namespace dateline::score
