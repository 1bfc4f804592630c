// zlib for the blobs of the store.
#pragma once

#include <string>
#include <string_view>

namespace dateline::store {

/// `bytes` in fewer. What also stands in `known` costs next to nothing; expanding needs the same `known`.
std::string compress(std::string_view bytes, std::string_view known = {});

/// The bytes again. Throws Error(bad_store) if they are damaged.
std::string expand(std::string_view compressed, std::string_view known = {});

}  // namespace dateline::store
