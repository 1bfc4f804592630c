#include "knowledge/table_file.h"

#include <dateline/error.h>
#include <zlib.h>

#include <bit>
#include <cstring>
#include <string>

namespace dateline {
namespace {

static_assert(std::endian::native == std::endian::little, "tables are mapped, not parsed: little-endian only");

constexpr std::string_view kMagic = "DLKNOWLG";
constexpr std::uint32_t kVersion = 1;

struct Head {
  char magic[8];
  std::uint32_t version;
  std::uint32_t sections;
  std::uint32_t checksum;  ///< CRC-32 of all that follows the head
  std::uint32_t reserved;
  std::uint64_t size;  ///< of the whole file
};
static_assert(sizeof(Head) == 32);

struct Entry {
  char name[4];
  std::uint32_t row_size;
  std::uint32_t count;
  std::uint32_t offset;
};
static_assert(sizeof(Entry) == 16);

[[noreturn]] void fail(const std::string& message, const std::string& path) {
  throw Error(ErrorCode::bad_knowledge, message, path);
}

MemoryMap map(const std::filesystem::path& path) try { return MemoryMap(path); } catch (const Error& error) {
  fail(error.code() == ErrorCode::file_not_found ? "there is no such file" : "the file cannot be read", path.string());
}

std::uint32_t checksum(std::span<const std::byte> bytes) {
  return static_cast<std::uint32_t>(crc32_z(0, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size()));
}

std::span<const Entry> directory(std::span<const std::byte> bytes) {
  const Head& head = *reinterpret_cast<const Head*>(bytes.data());
  return {reinterpret_cast<const Entry*>(bytes.data() + sizeof(Head)), head.sections};
}

}  // namespace

TableFile::TableFile(const std::filesystem::path& path) : map_(map(path)), path_(path.string()) {
  check(path);
  pool_ = rows<char>("STRS");
}

void TableFile::check(const std::filesystem::path& path) const {
  const std::span<const std::byte> bytes = map_.bytes();
  if (bytes.size() < sizeof(Head)) fail("too short to be knowledge tables", path.string());
  const Head& head = *reinterpret_cast<const Head*>(bytes.data());
  if (std::string_view(head.magic, sizeof head.magic) != kMagic) fail("these are no knowledge tables", path.string());
  if (head.version != kVersion) {
    fail("format version " + std::to_string(head.version) + ", this program reads " + std::to_string(kVersion),
         path.string());
  }
  if (head.size != bytes.size()) fail("the file is cut short or has bytes too many", path.string());
  if (checksum(bytes.subspan(sizeof(Head))) != head.checksum) fail("the checksum is wrong", path.string());
  if (sizeof(Head) + std::uint64_t{head.sections} * sizeof(Entry) > bytes.size())
    fail("no room for its sections", path_);
}

TableFile::Section TableFile::section(std::string_view name, std::size_t row_size, std::size_t alignment) const {
  for (const Entry& entry : directory(map_.bytes())) {
    if (std::string_view(entry.name, sizeof entry.name) != name) continue;
    const std::uint64_t end = entry.offset + std::uint64_t{entry.count} * entry.row_size;
    if (entry.row_size != row_size || end > map_.bytes().size() || entry.offset % alignment != 0)
      fail("section " + std::string(name) + " is wrong", path_);
    return {map_.bytes().data() + entry.offset, entry.count};
  }
  fail("section " + std::string(name) + " is missing", path_);
}

std::string_view TableFile::text(std::uint32_t offset) const {
  std::size_t length = 0;
  for (int shift = 0; offset < pool_.size() && shift < 32; shift += 7) {
    const auto byte = static_cast<unsigned char>(pool_[offset++]);
    length |= static_cast<std::size_t>(byte & 0x7f) << shift;
    if ((byte & 0x80) == 0) break;
  }
  if (offset + length > pool_.size()) return {};
  return {pool_.data() + offset, length};
}

}  // namespace dateline
