// The exact int8 product for machines with AVX2 and without VNNI: 16-bit pairs, multiplied and added in 32 bits.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace dateline::neural {

/// Has this machine the instructions that paired_product() needs?
bool has_paired_product();

/// Weights [out, in] for paired_product(): panels of 16 outputs, in each the values of two inputs side by side; outputs
/// and inputs are filled up with zeros.
std::vector<std::int16_t> pair_weights(std::span<const std::int8_t> weights, std::size_t out_width,
                                       std::size_t in_width);

/// int16 values that paired_product() keeps its rows in.
std::size_t paired_scratch(std::size_t count, std::size_t in_width);

/// out[r][o] = sum over i of rows[r][i] * weights[o][i]; `scratch` has room for paired_scratch() values.
void paired_product(const std::int8_t* rows, std::size_t count, std::span<const std::int16_t> weights,
                    std::size_t out_width, std::size_t in_width, std::int32_t* out, std::int16_t* scratch);

}  // namespace dateline::neural
