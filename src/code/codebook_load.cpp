// Reads a codebook from TOML. Every fault names file and line: a codebook is
// edited by hand, by people who are not programmers. What the values must
// agree on is checked afterwards (codebook_check.cpp).
#include <dateline/codebook.h>
#include <dateline/error.h>
#include <toml++/toml.h>

#include <algorithm>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "code/codebook_cameo.h"
#include "code/codebook_check.h"
#include "code/codebook_reader.h"
#include "code/contexts.h"
#include "code/marks.h"

namespace dateline {
namespace {

WordList read_words(const TomlReader& reader, std::string_view key) {
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

std::vector<Slot> read_slots(const TomlReader& reader, std::string_view key, std::vector<Slot> otherwise) {
  if (!reader.has(key)) return otherwise;
  std::vector<Slot> slots;
  for (const std::string& name : reader.strings(key)) {
    const auto slot = slot_of(name);
    if (!slot) reader.fail("unknown slot '" + name + "' in '" + std::string(key) + "'");
    slots.push_back(*slot);
  }
  return slots;
}

std::vector<ComplementKind> read_complements(const TomlReader& reader) {
  std::vector<ComplementKind> kinds;
  for (const std::string& name : reader.strings("complement")) {
    const auto kind = complement_of(name);
    if (!kind) reader.fail("unknown complement '" + name + "'");
    kinds.push_back(*kind);
  }
  return kinds;
}

std::optional<Status> read_status(const TomlReader& reader) {
  const std::string name = reader.text("status");
  if (name.empty()) return std::nullopt;
  const auto status = status_of(name);
  if (!status) reader.fail("unknown status '" + name + "'");
  return status;
}

Sense read_sense(const TomlReader& reader) {
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

Mode read_mode(const TomlReader& reader) {
  reader.allow({"name", "definition", "intensity", "cameo", "words"});
  return {reader.text("name", true), reader.text("definition"), reader.number("intensity"),
          reader.text("cameo"),      reader.strings("words"),   reader.line()};
}

Example read_example(const TomlReader& reader) {
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

EventType read_type(const TomlReader& reader) {
  reader.allow({"name", "quad", "intensity", "cameo", "definition", "not", "symmetric", "requires_actor",
                "requires_recipient", "mode", "sense", "examples", "near_misses"});
  EventType type;
  type.line = reader.line();
  type.name = reader.text("name", true);
  type.quad = static_cast<int>(*reader.number("quad", true));
  type.intensity = *reader.number("intensity", true);
  type.cameo = reader.text("cameo");
  type.definition = reader.text("definition");
  type.not_text = reader.text("not");
  type.symmetric = reader.flag("symmetric");
  type.requires_actor = reader.flag("requires_actor");
  type.requires_recipient = reader.flag("requires_recipient");
  reader.tables("mode", "mode of " + type.name, [&](const TomlReader& r) { type.modes.push_back(read_mode(r)); });
  reader.tables("sense", "sense of " + type.name, [&](const TomlReader& r) { type.senses.push_back(read_sense(r)); });
  reader.tables("examples", "example of " + type.name,
                [&](const TomlReader& r) { type.examples.push_back(read_example(r)); });
  reader.tables("near_misses", "near miss of " + type.name,
                [&](const TomlReader& r) { type.near_misses.push_back(read_example(r)); });
  return type;
}

Context read_context(const TomlReader& reader) {
  reader.allow({"name", "definition", "words", "hints", "types", "sectors"});
  Context context;
  context.line = reader.line();
  context.name = reader.text("name", true);
  context.definition = reader.text("definition");
  context.words = reader.strings("words");
  context.hints = reader.strings("hints");
  context.types = reader.shares("types");
  context.sectors = reader.shares("sectors");
  return context;
}

Codebook read_codebook(const toml::table& root, const std::string& file) {
  const TomlReader reader(root, file, "codebook");
  reader.allow({"codebook", "type", "context"});
  Codebook codebook;
  codebook.file = file;
  const toml::table* head = root["codebook"].as_table();
  if (!head) reader.fail("the [codebook] header is missing", 1);
  const TomlReader header(*head, file, "[codebook]");
  header.allow({"name", "version", "about", "licence", "license", "cameo"});
  codebook.name = header.text("name", true);
  codebook.version = header.text("version", true);
  reader.tables("type", "type", [&](const TomlReader& r) { codebook.types.push_back(read_type(r)); });
  reader.tables("context", "context", [&](const TomlReader& r) { codebook.contexts.push_back(read_context(r)); });
  check_codebook(codebook);
  index_contexts(codebook);
  codebook.cameo_file = header.text("cameo");
  return codebook;
}

std::string contents_of(const std::filesystem::path& path, const std::string& missing) {
  if (!std::filesystem::exists(path)) throw Error(ErrorCode::file_not_found, missing, path.string());
  std::ifstream stream(path, std::ios::binary);
  std::ostringstream text;
  text << stream.rdbuf();
  if (!stream) throw Error(ErrorCode::file_unreadable, "cannot read it", path.string());
  return text.str();
}

}  // namespace

Codebook Codebook::parse(std::string_view text, const std::string& file) {
  try {
    const toml::table root = toml::parse(text, std::string_view(file));
    return read_codebook(root, file);
  } catch (const toml::parse_error& fault) {
    throw Error(ErrorCode::bad_codebook, std::string(fault.description()), file, fault.source().begin.line);
  }
}

Codebook Codebook::load(const std::filesystem::path& path) {
  Codebook codebook = parse(contents_of(path, "no such codebook"), path.string());
  if (codebook.cameo_file.empty()) return codebook;
  const auto codes = path.parent_path() / codebook.cameo_file;
  const std::string missing = "no such file; copy it beside " + path.filename().string() + " or take its 'cameo' out";
  codebook.cameo = read_cameo(contents_of(codes, missing), codes.string());
  return codebook;
}

}  // namespace dateline
