#include "knowledge/name_index.h"

#include <algorithm>
#include <string>

#include "knowledge/name_key.h"

namespace dateline {
namespace {
constexpr std::uint32_t kLast = 1u << 31;
}

NameIndex::NameIndex(const TableFile& file, std::string_view name)
    : file_(&file),
      keys_(file.rows<Key>(std::string(name) + "k")),
      lists_(file.rows<std::uint32_t>(std::string(name) + "h")) {}

std::vector<std::uint32_t> NameIndex::find(std::string_view name) const {
  const std::string wanted = name_key(name);
  const std::uint32_t hash = name_hash(wanted);
  for (auto key = std::ranges::lower_bound(keys_, hash, {}, &Key::hash); key != keys_.end() && key->hash == hash;
       ++key) {
    if (name_key(file_->text(key->spelling)) == wanted) return rows_of(*key);
  }
  return {};
}

std::vector<std::uint32_t> NameIndex::rows_of(const Key& key) const {
  if ((key.hit & kLast) != 0) return {key.hit & ~kLast};
  std::vector<std::uint32_t> rows;
  for (std::size_t i = key.hit; i < lists_.size(); ++i) {
    rows.push_back(lists_[i] & ~kLast);
    if ((lists_[i] & kLast) != 0) break;
  }
  return rows;
}

}  // namespace dateline
