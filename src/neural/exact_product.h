// The int8 product for machines without VNNI: slower, the same bits.
#pragma once

#include <cstddef>
#include <cstdint>

namespace dateline::neural {

/// out[r][o] = sum over i of rows[r][i] * weights[o][i]
void exact_product(const std::int8_t* rows, std::size_t count, const std::int8_t* weights, std::size_t out_width,
                   std::size_t in_width, std::int32_t* out);

}  // namespace dateline::neural
