// From a name in any spelling to the rows that bear it, best first.
//
// Keys are sorted by a 32-bit hash and found by binary search. The file keeps
// one spelling of each name, not its key: a hit is verified by making the key
// of that spelling.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "knowledge/table_file.h"

namespace dateline {

class NameIndex {
 public:
  /// The index in the sections `name` + "k" and `name` + "h"; `name` has three letters. `file` must outlive it.
  NameIndex(const TableFile& file, std::string_view name);

  /// Row numbers of that name; empty if unknown.
  std::vector<std::uint32_t> find(std::string_view name) const;

 private:
  struct Key {
    std::uint32_t hash;
    std::uint32_t spelling;  ///< in the string pool
    std::uint32_t hit;       ///< the only row, the top bit set; or where the list of rows begins
  };

  std::vector<std::uint32_t> rows_of(const Key& key) const;

  const TableFile* file_;
  std::span<const Key> keys_;
  std::span<const std::uint32_t> lists_;  ///< the last row of each has the top bit set
};

}  // namespace dateline
