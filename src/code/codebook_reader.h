// Reading one table of a codebook's TOML, with faults that name file and line.
#pragma once

#include <dateline/codebook.h>
#include <dateline/error.h>
#include <toml++/toml.h>

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dateline {

/// One table of the file, read key by key with errors in place.
class TomlReader {
 public:
  TomlReader(const toml::table& table, const std::string& file, std::string what)
      : table_(table), file_(file), what_(std::move(what)) {}

  std::size_t line() const { return table_.source().begin.line; }
  const std::string& file() const { return file_; }

  [[noreturn]] void fail(const std::string& message, std::size_t at = 0) const {
    throw Error(ErrorCode::bad_codebook, what_ + ": " + message, file_, at ? at : line());
  }

  void allow(std::initializer_list<std::string_view> keys) const {
    for (const auto& [key, node] : table_) {
      if (std::find(keys.begin(), keys.end(), key.str()) != keys.end()) continue;
      fail("unknown key '" + std::string(key.str()) + "'", node.source().begin.line);
    }
  }

  std::string text(std::string_view key, bool required = false) const {
    const toml::node* node = table_.get(key);
    if (!node && required) fail("'" + std::string(key) + "' is missing");
    if (!node) return {};
    const auto value = node->value<std::string>();
    if (!value || !node->is_string()) fail("'" + std::string(key) + "' must be a string", node->source().begin.line);
    return *value;
  }

  std::optional<double> number(std::string_view key, bool required = false) const {
    const toml::node* node = table_.get(key);
    if (!node && required) fail("'" + std::string(key) + "' is missing");
    if (!node) return std::nullopt;
    if (!node->is_number()) fail("'" + std::string(key) + "' must be a number", node->source().begin.line);
    return node->value<double>();
  }

  bool flag(std::string_view key) const {
    const toml::node* node = table_.get(key);
    if (!node) return false;
    if (!node->is_boolean()) fail("'" + std::string(key) + "' must be true or false", node->source().begin.line);
    return *node->value<bool>();
  }

  /// A list of strings; a single string counts as a list of one.
  std::vector<std::string> strings(std::string_view key) const {
    const toml::node* node = table_.get(key);
    if (!node) return {};
    if (node->is_string()) return {*node->value<std::string>()};
    if (!node->is_array()) fail("'" + std::string(key) + "' must be a list of strings", node->source().begin.line);
    std::vector<std::string> found;
    for (const toml::node& item : *node->as_array()) {
      if (!item.is_string()) fail("'" + std::string(key) + "' must hold strings only", item.source().begin.line);
      found.push_back(*item.value<std::string>());
    }
    return found;
  }

  /// A table of numbers by name, in the order of the names.
  Context::Shares shares(std::string_view key) const {
    const toml::node* node = table_.get(key);
    if (!node) return {};
    if (!node->is_table()) fail("'" + std::string(key) + "' must be a table of numbers", node->source().begin.line);
    Context::Shares found;
    for (const auto& [name, value] : *node->as_table()) {
      if (!value.is_number()) fail("'" + std::string(key) + "' must hold numbers only", value.source().begin.line);
      found.emplace_back(name.str(), *value.value<double>());
    }
    return found;
  }

  bool has(std::string_view key) const { return table_.contains(key); }

  /// Calls read(TomlReader) on each table of a list.
  template <typename Read>
  void tables(std::string_view key, const std::string& what, Read read) const {
    const toml::node* node = table_.get(key);
    if (!node) return;
    if (!node->is_array()) fail("'" + std::string(key) + "' must be a list", node->source().begin.line);
    for (const toml::node& item : *node->as_array()) {
      if (!item.is_table()) fail("'" + std::string(key) + "' must hold tables only", item.source().begin.line);
      read(TomlReader(*item.as_table(), file_, what));
    }
  }

 private:
  const toml::table& table_;
  const std::string& file_;
  std::string what_;
};

}  // namespace dateline
