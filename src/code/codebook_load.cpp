// Reads a codebook from TOML. Every fault names file and line: a codebook is
// edited by hand, by people who are not programmers. What the values must
// agree on is checked afterwards (codebook_check.cpp).
#include <dateline/codebook.h>
#include <dateline/error.h>
#include <toml++/toml.h>

#include <algorithm>
#include <fstream>
#include <initializer_list>
#include <sstream>
#include <stdexcept>

#include "code/codebook_check.h"
#include "code/marks.h"

namespace dateline {
namespace {

/// One table of the file, read key by key with errors in place.
class Reader {
 public:
  Reader(const toml::table& table, const std::string& file, std::string what)
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

  bool has(std::string_view key) const { return table_.contains(key); }

  /// Calls read(Reader) on each table of a list.
  template <typename Read>
  void tables(std::string_view key, const std::string& what, Read read) const {
    const toml::node* node = table_.get(key);
    if (!node) return;
    if (!node->is_array()) fail("'" + std::string(key) + "' must be a list", node->source().begin.line);
    for (const toml::node& item : *node->as_array()) {
      if (!item.is_table()) fail("'" + std::string(key) + "' must hold tables only", item.source().begin.line);
      read(Reader(*item.as_table(), file_, what));
    }
  }

 private:
  const toml::table& table_;
  const std::string& file_;
  std::string what_;
};

WordList read_words(const Reader& reader, std::string_view key) {
  WordList list;
  for (std::string& word : reader.strings(key)) {
    if (word.empty()) reader.fail("empty word in '" + std::string(key) + "'");
    if (word.front() != '<') {
      list.lemmas.push_back(std::move(word));
      continue;
    }
    const auto word_class = word_class_of(std::string_view(word).substr(1, word.size() - 2));
    if (!word_class || word.back() != '>') reader.fail("unknown class '" + word + "' in '" + std::string(key) + "'");
    list.classes.push_back(*word_class);
  }
  return list;
}

std::vector<Slot> read_slots(const Reader& reader, std::string_view key, std::vector<Slot> otherwise) {
  if (!reader.has(key)) return otherwise;
  std::vector<Slot> slots;
  for (const std::string& name : reader.strings(key)) {
    const auto slot = slot_of(name);
    if (!slot) reader.fail("unknown slot '" + name + "' in '" + std::string(key) + "'");
    slots.push_back(*slot);
  }
  return slots;
}

std::vector<ComplementKind> read_complements(const Reader& reader) {
  std::vector<ComplementKind> kinds;
  for (const std::string& name : reader.strings("complement")) {
    const auto kind = complement_of(name);
    if (!kind) reader.fail("unknown complement '" + name + "'");
    kinds.push_back(*kind);
  }
  return kinds;
}

std::optional<Status> read_status(const Reader& reader) {
  const std::string name = reader.text("status");
  if (name.empty()) return std::nullopt;
  const auto status = status_of(name);
  if (!status) reader.fail("unknown status '" + name + "'");
  return status;
}

Sense read_sense(const Reader& reader) {
  reader.allow({"id", "gloss", "verbs", "nouns", "adjectives", "mode", "cameo", "actor", "recipient", "object",
                "object_not", "subject", "subject_not", "oblique", "oblique_object", "complement", "act", "status",
                "weight"});
  Sense sense;
  sense.line = reader.line();
  sense.id = reader.text("id", true);
  sense.gloss = reader.text("gloss");
  sense.verbs = reader.strings("verbs");
  sense.nouns = reader.strings("nouns");
  sense.adjectives = reader.strings("adjectives");
  sense.mode = reader.text("mode");
  sense.cameo = reader.text("cameo");
  sense.actor = read_slots(reader, "actor", {{Slot::Kind::subject, ""}});
  sense.recipient = read_slots(reader, "recipient", {{Slot::Kind::object, ""}, {Slot::Kind::oblique, "against"}});
  sense.object = read_words(reader, "object");
  sense.object_not = read_words(reader, "object_not");
  sense.subject = read_words(reader, "subject");
  sense.subject_not = read_words(reader, "subject_not");
  sense.oblique = reader.strings("oblique");
  sense.oblique_object = read_words(reader, "oblique_object");
  sense.complement = read_complements(reader);
  sense.act = reader.flag("act");
  sense.status = read_status(reader);
  sense.weight = *reader.number("weight", true);
  return sense;
}

Mode read_mode(const Reader& reader) {
  reader.allow({"name", "definition", "intensity", "cameo", "words"});
  return {reader.text("name", true), reader.text("definition"), reader.number("intensity"),
          reader.text("cameo"),      reader.strings("words"),   reader.line()};
}

Example read_example(const Reader& reader) {
  reader.allow({"text", "mode", "status", "act", "also", "is"});
  Example example;
  try {
    example = read_marks(reader.text("text", true));
  } catch (const std::invalid_argument& fault) {
    reader.fail(fault.what());
  }
  example.line = reader.line();
  example.mode = reader.text("mode");
  example.act = reader.text("act");
  example.also = reader.strings("also");
  example.is = reader.text("is");
  const auto status = read_status(reader);
  example.status = status.value_or(Status::actual);
  example.status_given = status.has_value();
  return example;
}

EventType read_type(const Reader& reader) {
  reader.allow({"name", "quad", "intensity", "cameo", "definition", "not", "symmetric", "requires_recipient", "mode",
                "sense", "examples", "near_misses"});
  EventType type;
  type.line = reader.line();
  type.name = reader.text("name", true);
  type.quad = static_cast<int>(*reader.number("quad", true));
  type.intensity = *reader.number("intensity", true);
  type.cameo = reader.text("cameo", true);
  type.definition = reader.text("definition");
  type.not_text = reader.text("not");
  type.symmetric = reader.flag("symmetric");
  type.requires_recipient = reader.flag("requires_recipient");
  reader.tables("mode", "mode of " + type.name, [&](const Reader& r) { type.modes.push_back(read_mode(r)); });
  reader.tables("sense", "sense of " + type.name, [&](const Reader& r) { type.senses.push_back(read_sense(r)); });
  reader.tables("examples", "example of " + type.name,
                [&](const Reader& r) { type.examples.push_back(read_example(r)); });
  reader.tables("near_misses", "near miss of " + type.name,
                [&](const Reader& r) { type.near_misses.push_back(read_example(r)); });
  return type;
}

Codebook read_codebook(const toml::table& root, const std::string& file) {
  const Reader reader(root, file, "codebook");
  reader.allow({"codebook", "type"});
  Codebook codebook;
  codebook.file = file;
  const toml::table* head = root["codebook"].as_table();
  if (!head) reader.fail("the [codebook] header is missing", 1);
  const Reader header(*head, file, "[codebook]");
  header.allow({"name", "version", "about", "licence", "license"});
  codebook.name = header.text("name", true);
  codebook.version = header.text("version", true);
  reader.tables("type", "type", [&](const Reader& r) { codebook.types.push_back(read_type(r)); });
  check_codebook(codebook);
  return codebook;
}

}  // namespace

Codebook Codebook::parse(std::string_view text, std::string file) {
  try {
    const toml::table root = toml::parse(text, std::string_view(file));
    return read_codebook(root, file);
  } catch (const toml::parse_error& fault) {
    throw Error(ErrorCode::bad_codebook, std::string(fault.description()), file, fault.source().begin.line);
  }
}

Codebook Codebook::load(const std::filesystem::path& path) {
  if (!std::filesystem::exists(path)) throw Error(ErrorCode::file_not_found, "no such codebook", path.string());
  std::ifstream stream(path, std::ios::binary);
  std::ostringstream text;
  text << stream.rdbuf();
  if (!stream) throw Error(ErrorCode::file_unreadable, "cannot read the codebook", path.string());
  return parse(text.str(), path.string());
}

}  // namespace dateline
