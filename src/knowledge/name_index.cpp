#include "knowledge/name_index.h"

#include <algorithm>
#include <string>

#include "text/fold.h"

namespace dateline {

NameIndex::NameIndex(const TableFile& file, std::string_view name)
    : file_(&file),
      keys_(file.rows<Key>(std::string(name) + "k")),
      hits_(file.rows<std::uint32_t>(std::string(name) + "h")) {}

std::span<const std::uint32_t> NameIndex::find(std::string_view name) const {
  const std::string folded = fold(name);
  const std::uint32_t hash = name_hash(folded);
  const auto open = keys_.first(keys_.empty() ? 0 : keys_.size() - 1);
  auto key = std::lower_bound(open.begin(), open.end(), hash, [](const Key& k, std::uint32_t h) { return k.hash < h; });
  for (; key != open.end() && key->hash == hash; ++key) {
    if (fold(file_->text(key->spelling)) != folded) continue;
    const std::uint32_t end = keys_[static_cast<std::size_t>(key - open.begin()) + 1].first;
    if (key->first > end || end > hits_.size()) return {};
    return hits_.subspan(key->first, end - key->first);
  }
  return {};
}

std::uint32_t name_hash(std::string_view folded) {
  std::uint64_t value = 0xcbf29ce484222325;
  for (const char c : folded) value = (value ^ static_cast<unsigned char>(c)) * 0x100000001b3;
  return static_cast<std::uint32_t>(value >> 32) ^ static_cast<std::uint32_t>(value);
}

}  // namespace dateline
