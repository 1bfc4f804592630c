// What names are looked up by. English texts write one name in many ways:
// "Kim Jong-un", "Kim Jong Un"; "Sana'a", "Sanaa"; "J.D. Vance", "JD Vance";
// "Rafał", "Rafal". All of them have one key. Part of the file's format.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace dateline {

/// The folded name without apostrophes, quotes and full stops, hyphens as spaces, special letters as English writes
/// them.
std::string name_key(std::string_view name);

/// FNV-1a of 64 bits, its halves combined.
std::uint32_t name_hash(std::string_view key);

}  // namespace dateline
