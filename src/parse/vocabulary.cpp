#include "parse/vocabulary.h"

#include <algorithm>
#include <array>
#include <bit>

namespace dateline {
namespace {

constexpr std::uint64_t kStart = 14695981039346656037ULL;
constexpr std::uint64_t kContinuedStart = kStart ^ 0x5bd1e9955bd1e995ULL;
constexpr std::size_t kMostBytes = 128;

/// FNV-1a: the keys of all beginnings of a word come out of one pass.
std::uint64_t extend(std::uint64_t key, char byte) {
  return (key ^ static_cast<unsigned char>(byte)) * 1099511628211ULL;
}

std::uint64_t key_of(std::string_view text, bool continued) {
  std::uint64_t key = continued ? kContinuedStart : kStart;
  for (const char byte : text) key = extend(key, byte);
  return key;
}

std::size_t mix(std::uint64_t key) { return static_cast<std::size_t>(key ^ key >> 32); }

}  // namespace

Vocabulary::Vocabulary(const neural::ModelFile& model) {
  const std::vector<std::string>& pieces = model.vocabulary();
  slots_.resize(std::bit_ceil(2 * pieces.size() + 2));
  for (std::size_t i = 0; i < pieces.size(); ++i) insert(pieces[i], static_cast<std::uint32_t>(i));
  const auto named = [&](std::string_view text) {
    const std::uint32_t piece = find(text, false, key_of(text, false));
    if (piece == kNone) model.fail("the vocabulary lacks " + std::string(text));
    return piece;
  };
  special_ = {named("[CLS]"), named("[SEP]"), named("[UNK]"), named("not")};
}

void Vocabulary::insert(std::string_view text, std::uint32_t piece) {
  const bool continued = text.size() > 2 && text.starts_with("##");
  if (continued) text.remove_prefix(2);
  texts_.push_back(text);
  continued_.push_back(continued);
  longest_ = std::min(kMostBytes, std::max(longest_, text.size()));
  const std::uint64_t key = key_of(text, continued);
  std::size_t at = mix(key) & (slots_.size() - 1);
  while (slots_[at].piece != kNone) at = (at + 1) & (slots_.size() - 1);
  slots_[at] = {key, piece};
}

std::uint32_t Vocabulary::find(std::string_view text, bool continued, std::uint64_t key) const {
  for (std::size_t at = mix(key) & (slots_.size() - 1);; at = (at + 1) & (slots_.size() - 1)) {
    const Slot& slot = slots_[at];
    if (slot.piece == kNone) return kNone;
    if (slot.key == key && texts_[slot.piece] == text && continued_[slot.piece] == continued) return slot.piece;
  }
}

std::pair<std::uint32_t, std::size_t> Vocabulary::longest(std::string_view rest, bool continued) const {
  std::array<std::uint64_t, kMostBytes + 1> keys;
  const std::size_t most = std::min(longest_, rest.size());
  keys[0] = continued ? kContinuedStart : kStart;
  for (std::size_t i = 0; i < most; ++i) keys[i + 1] = extend(keys[i], rest[i]);
  for (std::size_t size = most; size > 0; --size) {
    const std::uint32_t piece = find(rest.substr(0, size), continued, keys[size]);
    if (piece != kNone) return {piece, size};
  }
  return {kNone, 0};
}

void Vocabulary::append_pieces(std::string_view word, std::vector<std::uint32_t>& out) const {
  const std::size_t before = out.size();
  for (std::size_t at = 0; at < word.size();) {
    const auto [piece, size] = longest(word.substr(at), at > 0);
    if (piece == kNone) {
      out.resize(before);
      out.push_back(special_.unknown);
      return;
    }
    out.push_back(piece);
    at += size;
  }
}

}  // namespace dateline
