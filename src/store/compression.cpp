// Raw deflate with a checksum of our own: the size and the Adler-32 of what was compressed stand before the stream, so
// that damage is found before anything believes it. `known` is deflate's preset dictionary; it looks back 32 KiB.
#include "store/compression.h"

#include <zlib.h>

#include "store/bytes.h"

namespace dateline::store {
namespace {

constexpr int kRawDeflate = -15;
constexpr std::size_t kWindow = std::size_t{32} << 10;
constexpr std::size_t kMost = std::size_t{1} << 30;  ///< no blob is larger

Bytef* bytes_of(std::string_view text) {
  return reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));  // zlib reads it only
}

std::string_view window_of(std::string_view known) {
  return known.size() > kWindow ? known.substr(known.size() - kWindow) : known;
}

std::uint32_t checksum(std::string_view bytes) {
  return static_cast<std::uint32_t>(adler32_z(1, bytes_of(bytes), bytes.size()));
}

[[noreturn]] void fail() { throw Error(ErrorCode::bad_store, "a report in the store is damaged"); }

std::string deflated(std::string_view bytes, std::string_view known) {
  z_stream stream{};
  constexpr int kMemory = 9;
  if (deflateInit2(&stream, 6, Z_DEFLATED, kRawDeflate, kMemory, Z_DEFAULT_STRATEGY) != Z_OK)
    throw Error(ErrorCode::internal, "zlib has no memory");
  const std::string_view window = window_of(known);
  if (!window.empty()) deflateSetDictionary(&stream, bytes_of(window), static_cast<uInt>(window.size()));
  std::string out(deflateBound(&stream, static_cast<uLong>(bytes.size())), '\0');
  stream.next_in = bytes_of(bytes);
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = bytes_of(out);
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

}  // namespace

std::string compress(std::string_view bytes, std::string_view known) {
  if (bytes.size() > kMost) throw Error(ErrorCode::too_large, "a report is too large for a store");
  ByteWriter head;
  head.number(bytes.size());
  head.number(checksum(bytes));
  return head.take() + deflated(bytes, known);
}

std::string expand(std::string_view compressed, std::string_view known) {
  ByteReader head(compressed);
  std::string out(head.below(kMost + 1), '\0');
  const std::uint32_t sum = head.number32();
  const std::string_view body = head.rest();
  z_stream stream{};
  if (inflateInit2(&stream, kRawDeflate) != Z_OK) throw Error(ErrorCode::internal, "zlib has no memory");
  const std::string_view window = window_of(known);
  if (!window.empty()) inflateSetDictionary(&stream, bytes_of(window), static_cast<uInt>(window.size()));
  stream.next_in = bytes_of(body);
  stream.avail_in = static_cast<uInt>(body.size());
  stream.next_out = bytes_of(out);
  stream.avail_out = static_cast<uInt>(out.size());
  const int result = inflate(&stream, Z_FINISH);
  const bool whole = result == Z_STREAM_END && stream.total_out == out.size();
  inflateEnd(&stream);
  if (!whole || checksum(out) != sum) fail();
  return out;
}

}  // namespace dateline::store
