#include "neural/model_file.h"

#include <dateline/error.h>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <zlib.h>

#include <cstring>
#include <functional>
#include <limits>
#include <nlohmann/json.hpp>
#include <numeric>

namespace dateline::neural {
namespace {

using nlohmann::json;

constexpr std::string_view kMagic{"DATELINE-MODEL\0\0", 16};
constexpr std::uint32_t kVersion = 1;
constexpr std::size_t kPrefix = 32;
constexpr std::size_t kAlignment = 64;

std::uint32_t little_endian(std::string_view bytes, std::size_t offset) {
  std::uint32_t value = 0;
  for (std::size_t i = 4; i-- > 0;) value = value << 8 | static_cast<unsigned char>(bytes[offset + i]);
  return value;
}

std::uint32_t crc_of(std::string_view bytes) {
  return static_cast<std::uint32_t>(
      crc32_z(crc32_z(0, nullptr, 0), reinterpret_cast<const Bytef*>(bytes.data()), bytes.size()));
}

/// Number of elements, or the largest number if it does not fit.
std::size_t element_count(const std::vector<std::size_t>& shape) {
  std::size_t count = 1;
  for (const std::size_t size : shape) {
    if (__builtin_mul_overflow(count, size, &count)) return std::numeric_limits<std::size_t>::max();
  }
  return count;
}

Config read_config(const json& config) {
  Config out;
  const auto size = [&](const char* name) { return config.at(name).get<std::size_t>(); };
  out.hidden = size("hidden");
  out.layers = size("layers");
  out.heads = size("heads");
  out.intermediate = size("intermediate");
  out.max_pieces = size("max_pieces");
  out.shapes = size("shapes");
  out.arc = size("arc");
  out.relation = size("relation");
  out.event_hidden = config.value("event_hidden", std::size_t{0});
  out.role = config.value("role", std::size_t{0});
  out.sector_hidden = config.value("sector_hidden", std::size_t{0});
  out.layer_norm_epsilon = config.at("layer_norm_epsilon").get<float>();
  return out;
}

std::string describe_shape(const std::vector<std::size_t>& shape) {
  return fmt::format("[{}]", fmt::join(shape, ", "));
}

}  // namespace

ModelFile::ModelFile(const std::filesystem::path& path) : path_(path.string()), map_(path) {
  const std::string_view all = map_.view();
  if (all.size() < kPrefix || all.substr(0, kMagic.size()) != kMagic) fail("this is no Dateline model");
  const std::uint32_t version = little_endian(all, 16);
  if (version != kVersion) fail(fmt::format("model version {}; this program reads version {}", version, kVersion));
  const std::size_t header = little_endian(all, 20);
  if (header > all.size() - kPrefix || (kPrefix + header) % kAlignment != 0)
    fail("the file is cut short in its header");
  checksum_ = little_endian(all, 24);
  if (crc_of(all.substr(kPrefix)) != checksum_) fail("the checksum does not match: the file is damaged");
  try {
    read_header(all.substr(kPrefix, header));
  } catch (const json::exception& error) {
    fail(fmt::format("the header is broken: {}", error.what()));
  }
}

void ModelFile::read_header(std::string_view header) {
  const json root = json::parse(header);
  config_ = read_config(root.at("config"));
  if (config_.heads == 0 || config_.hidden % config_.heads != 0 || config_.max_pieces < 3) fail("impossible sizes");
  root.at("labels").get_to(labels_);
  root.at("vocabulary").get_to(vocabulary_);
  for (const auto& [name, entry] : root.at("tensors").items()) {
    Tensor tensor;
    const std::string type = entry.at("dtype").get<std::string>();
    if (type != "i8" && type != "f32") fail(fmt::format("tensor {} has the unknown type {}", name, type));
    tensor.type = type == "i8" ? Type::int8 : Type::float32;
    entry.at("shape").get_to(tensor.shape);
    const std::size_t offset = entry.at("offset").get<std::size_t>();
    const std::size_t size = map_.bytes().size();
    const std::size_t width = tensor.type == Type::int8 ? 1 : 4;
    if (offset % kAlignment != 0 || offset > size || element_count(tensor.shape) > (size - offset) / width) {
      fail(fmt::format("tensor {} reaches beyond the end of the file", name));
    }
    tensor.data = map_.bytes().data() + offset;
    tensors_.emplace(name, std::move(tensor));
  }
}

const std::vector<std::string>& ModelFile::labels(const std::string& head) const {
  const auto found = labels_.find(head);
  if (found == labels_.end() || found->second.empty()) fail(fmt::format("the labels of {} are missing", head));
  return found->second;
}

const ModelFile::Tensor& ModelFile::find(const std::string& name) const {
  const auto found = tensors_.find(name);
  if (found == tensors_.end()) fail(fmt::format("tensor {} is missing", name));
  return found->second;
}

const ModelFile::Tensor& ModelFile::find(const std::string& name, Type type,
                                         const std::vector<std::size_t>& shape) const {
  const Tensor& tensor = find(name);
  if (tensor.type != type) fail(fmt::format("tensor {} has the wrong type", name));
  if (tensor.shape != shape) {
    fail(
        fmt::format("tensor {} has shape {} instead of {}", name, describe_shape(tensor.shape), describe_shape(shape)));
  }
  return tensor;
}

std::span<const float> ModelFile::floats(const std::string& name, const std::vector<std::size_t>& shape) const {
  const Tensor& tensor = find(name, Type::float32, shape);
  return {reinterpret_cast<const float*>(tensor.data), element_count(shape)};
}

std::span<const std::int8_t> ModelFile::bytes(const std::string& name, const std::vector<std::size_t>& shape) const {
  const Tensor& tensor = find(name, Type::int8, shape);
  return {reinterpret_cast<const std::int8_t*>(tensor.data), element_count(shape)};
}

void ModelFile::fail(const std::string& message) const { throw Error(ErrorCode::bad_model, message, path_); }

}  // namespace dateline::neural
