// From a name in any spelling to the rows that bear it, best first.
//
// Keys are sorted by a 32-bit hash of the folded name and found by binary
// search. The file keeps one spelling of each name, not its folded form: a hit
// is verified by folding that spelling.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "knowledge/table_file.h"

namespace dateline {

class NameIndex {
 public:
  /// The index in the sections `name` + "k" and `name` + "h"; `name` has three letters. `file` must outlive it.
  NameIndex(const TableFile& file, std::string_view name);

  /// Row numbers of that name; empty if unknown.
  std::span<const std::uint32_t> find(std::string_view name) const;

 private:
  struct Key {
    std::uint32_t hash;
    std::uint32_t spelling;  ///< in the string pool
    std::uint32_t first;     ///< of its hits; those of the next key follow
  };

  const TableFile* file_;
  std::span<const Key> keys_;  ///< the last one only closes
  std::span<const std::uint32_t> hits_;
};

/// FNV-1a of 64 bits, its halves combined.
std::uint32_t name_hash(std::string_view folded);

}  // namespace dateline
