// Is a confidence what it says? Records in bins by confidence, with the share of each bin that is right, and the
// expected calibration error (Naeini et al. 2015): the mean distance of the two, weighted by the size of the bin.
#pragma once

#include <array>
#include <cstddef>
#include <string>

namespace dateline::score {

class Reliability {
 public:
  /// A record with this confidence (0 to 1), and whether it answers an event of the gold.
  void add(double confidence, bool right);
  /// In per cent; 0 of nothing.
  double expected_error() const;
  /// A line for each bin that holds records: bounds, number, mean confidence, share that is right.
  std::string table() const;

 private:
  static constexpr std::size_t kBins = 10;
  struct Bin {
    std::size_t size = 0, right = 0;
    double sum = 0;
  };
  std::array<Bin, kBins> bins_{};
};

}  // namespace dateline::score
