#include "parse/neighbour_file.h"

#include <dateline/error.h>
#include <fmt/format.h>
#include <zlib.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstddef>
#include <cstring>
#include <fstream>
#include <functional>
#include <numeric>
#include <span>

#include "neural/kernels.h"

namespace dateline {
namespace {

static_assert(std::endian::native == std::endian::little, "the index is mapped, not parsed: little-endian only");

constexpr std::string_view kMagic = "DATELINE-NEAREST";
constexpr std::uint32_t kVersion = 1;
constexpr std::size_t kAlignment = 64;

struct Head {
  char magic[16];
  std::uint32_t version;
  std::uint32_t checksum;  ///< CRC-32 of all that follows it
  std::uint32_t model;
  std::uint32_t examples;
  std::uint32_t rows;
  std::uint32_t width;
  std::uint32_t reserved[6];
};
static_assert(sizeof(Head) == kAlignment);
constexpr std::size_t kSigned = offsetof(Head, model);  ///< where the bytes that the checksum is of begin

std::size_t aligned(std::size_t size) { return (size + kAlignment - 1) / kAlignment * kAlignment; }

/// Where the parts of a file lie.
struct Layout {
  Layout(std::uint64_t rows, std::uint64_t width)
      : scales(sizeof(Head) + rows * 4), keys(aligned(scales + rows * 4)), end(keys + rows * width) {}
  std::uint64_t scales, keys, end;
};

std::uint32_t checksum(std::string_view bytes) {
  return static_cast<std::uint32_t>(crc32_z(0, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size()));
}

template <typename Value>
void put(std::string& out, std::size_t at, const std::vector<Value>& values) {
  const auto bytes = std::as_bytes(std::span(values));
  std::transform(bytes.begin(), bytes.end(), out.begin() + static_cast<std::ptrdiff_t>(at),
                 [](std::byte byte) { return static_cast<char>(byte); });
}

Head head_of(std::string_view bytes) {
  Head head;
  std::memcpy(&head, bytes.data(), sizeof head);
  return head;
}

}  // namespace

NeighbourFile::NeighbourFile(const std::filesystem::path& path) : path_(path.string()), map_(path) {
  check_head(map_.view());
  const Head head = head_of(map_.view());
  const Layout layout(head.rows, head.width);
  origin_ = {head.model, head.examples};
  width_ = head.width;
  const std::byte* data = map_.bytes().data();
  numbers_ = {reinterpret_cast<const std::uint32_t*>(data + sizeof(Head)), head.rows};
  scales_ = {reinterpret_cast<const float*>(data + layout.scales), head.rows};
  keys_ = {reinterpret_cast<const std::int8_t*>(data + layout.keys), std::size_t{head.rows} * head.width};
  check_rows();
}

void NeighbourFile::check_head(std::string_view all) const {
  if (all.size() < sizeof(Head) || !all.starts_with(kMagic)) fail("this is no index of examples");
  const Head head = head_of(all);
  if (head.version != kVersion)
    fail(fmt::format("index version {}; this program reads version {}", head.version, kVersion));
  if (checksum(all.substr(kSigned)) != head.checksum) fail("the checksum does not match: the file is damaged");
  if (head.rows == 0 || head.width == 0) fail("the index is empty");
  if (Layout(head.rows, head.width).end != all.size()) fail("the file is cut short or has bytes too many");
}

void NeighbourFile::check_rows() const {
  if (std::adjacent_find(numbers_.begin(), numbers_.end(), std::greater_equal<>()) != numbers_.end())
    fail("its examples are not in order");
  if (!std::all_of(scales_.begin(), scales_.end(), [](float s) { return std::isfinite(s) && s > 0; }))
    fail("a scale is no number above 0");
}

void NeighbourFile::fail(const std::string& message) const { throw Error(ErrorCode::bad_neighbours, message, path_); }

void NeighbourWriter::add(std::uint32_t number, std::span<const float> key) {
  keys_.resize(keys_.size() + width_);
  scales_.push_back(quantise_key(key, keys_.data() + keys_.size() - width_));
  numbers_.push_back(number);
}

std::string NeighbourWriter::bytes() const {
  const Layout layout(numbers_.size(), width_);
  Head head{};
  std::memcpy(head.magic, kMagic.data(), sizeof head.magic);
  head.version = kVersion;
  head.model = origin_.model;
  head.examples = origin_.examples;
  head.rows = static_cast<std::uint32_t>(numbers_.size());
  head.width = static_cast<std::uint32_t>(width_);
  std::string out(layout.end, '\0');
  std::memcpy(out.data(), &head, sizeof head);
  put(out, sizeof head, numbers_);
  put(out, layout.scales, scales_);
  put(out, layout.keys, keys_);
  const std::uint32_t crc = checksum(std::string_view(out).substr(kSigned));
  std::memcpy(out.data() + offsetof(Head, checksum), &crc, sizeof crc);
  return out;
}

void NeighbourWriter::write(const std::filesystem::path& path) const {
  std::ofstream out(path, std::ios::binary);
  out << bytes();
  if (!out.flush()) throw Error(ErrorCode::file_unwritable, "the index cannot be written", path.string());
}

float quantise_key(std::span<const float> key, std::int8_t* out) {
  const float length = std::sqrt(std::inner_product(key.begin(), key.end(), key.begin(), 0.0F));
  const float scale = neural::quantise_row(key.data(), key.size(), out);
  return length > 0 ? scale / length : scale;
}

}  // namespace dateline
