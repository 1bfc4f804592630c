#include "code/codebook_check.h"

#include <dateline/error.h>

#include <set>

namespace dateline {
namespace {

class Checker {
 public:
  explicit Checker(const Codebook& codebook) : codebook_(codebook) {}

  void check() {
    if (codebook_.types.empty()) fail(1, "no [[type]] at all");
    std::set<std::string> names;
    for (const EventType& type : codebook_.types) {
      if (!names.insert(type.name).second) fail(type.line, "type " + type.name + " stands here twice");
    }
    for (const EventType& type : codebook_.types) check(type);
    names.clear();
    for (const Context& context : codebook_.contexts) {
      if (!names.insert(context.name).second) fail(context.line, "context " + context.name + " stands here twice");
      check(context);
    }
  }

 private:
  [[noreturn]] void fail(std::size_t line, const std::string& message) const {
    throw Error(ErrorCode::bad_codebook, message, codebook_.file, line);
  }

  void check(const EventType& type) const {
    if (type.name.empty()) fail(type.line, "a type without a name");
    if (type.quad < 1 || type.quad > 4) fail(type.line, type.name + ": quad must be 1 to 4");
    if (type.intensity < -10 || type.intensity > 10) fail(type.line, type.name + ": intensity must be -10 to 10");
    check_modes(type);
    check_senses(type);
    for (const Example& example : type.examples) check_example(type, example);
    for (const Example& miss : type.near_misses) check_near_miss(type, miss);
  }

  void check(const Context& context) const {
    const auto shares = {&context.types, &context.sectors};
    for (const auto* list : shares) {
      for (const auto& [name, share] : *list) {
        if (!(share >= 0 && share < 1)) fail(context.line, context.name + ": " + name + " must be 0 to below 1");
      }
    }
    for (const auto& [name, share] : context.types) check_type_and_mode(name, context.line);
    if (context.words.empty() && context.hints.empty() && context.types.empty() && context.sectors.empty())
      fail(context.line, context.name + ": nothing shows it");
  }

  /// "ASSAULT" or "ASSAULT:aerial".
  void check_type_and_mode(const std::string& name, std::size_t line) const {
    const std::size_t colon = name.find(':');
    check_type(name.substr(0, colon), line);
    if (colon != std::string::npos) check_mode(*codebook_.type(name.substr(0, colon)), name.substr(colon + 1), line);
  }

  void check_modes(const EventType& type) const {
    std::set<std::string> names;
    for (const Mode& mode : type.modes) {
      if (!names.insert(mode.name).second) fail(mode.line, type.name + ": mode " + mode.name + " stands here twice");
    }
  }

  void check_senses(const EventType& type) const {
    std::set<std::string> ids;
    for (const Sense& sense : type.senses) {
      if (!ids.insert(sense.id).second) fail(sense.line, type.name + ": sense " + sense.id + " stands here twice");
      if (sense.verbs.empty() && sense.nouns.empty() && sense.adjectives.empty()) {
        fail(sense.line, type.name + "." + sense.id + ": no verbs, nouns or adjectives");
      }
      if (!(sense.weight > 0 && sense.weight <= 1))
        fail(sense.line, type.name + "." + sense.id + ": weight must be 0 to 1");
      check_mode(type, sense.mode, sense.line);
    }
  }

  void check_mode(const EventType& type, const std::string& mode, std::size_t line) const {
    if (!mode.empty() && !type.mode(mode)) fail(line, type.name + " has no mode '" + mode + "'");
  }

  void check_type(const std::string& name, std::size_t line) const {
    if (!codebook_.type(name)) fail(line, "no type '" + name + "'");
  }

  void check_example(const EventType& type, const Example& example) const {
    if (example.trigger.empty()) fail(example.line, type.name + ": an example without {T:…}");
    if (!example.is.empty()) fail(example.line, type.name + ": 'is' belongs to near misses");
    check_mode(type, example.mode, example.line);
    if (!example.act.empty()) check_type(example.act, example.line);
    for (const std::string& also : example.also) check_type(also, example.line);
  }

  void check_near_miss(const EventType& type, const Example& miss) const {
    if (miss.is.empty()) fail(miss.line, type.name + ": a near miss without 'is'");
    if (miss.is == type.name) fail(miss.line, type.name + ": a near miss that is the type itself");
    if (miss.is != "none") check_type(miss.is, miss.line);
    for (const std::string& also : miss.also) check_type(also, miss.line);
  }

  const Codebook& codebook_;
};

}  // namespace

void check_codebook(const Codebook& codebook) { Checker(codebook).check(); }

}  // namespace dateline
