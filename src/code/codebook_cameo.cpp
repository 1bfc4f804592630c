// The rule with the most conditions that hold gives the code; among equals the one whose context is likelier, then the
// one that stands first. A sense that has a code of its own knows best, so that only a code beneath it replaces it.
#include "code/codebook_cameo.h"

#include <algorithm>
#include <tuple>

#include "code/codebook_reader.h"

namespace dateline {
namespace {

bool is_code(const std::string& code) {
  return code.size() >= 2 && code.size() <= 4 &&
         std::all_of(code.begin(), code.end(), [](char c) { return c >= '0' && c <= '9'; });
}

CameoRule read_rule(const TomlReader& reader) {
  reader.allow({"code", "means", "type", "mode", "act", "status", "context"});
  CameoRule rule;
  rule.line = reader.line();
  rule.code = reader.text("code", true);
  if (!is_code(rule.code)) reader.fail("'" + rule.code + "' is no CAMEO code");
  rule.means = reader.text("means", true);
  rule.type = reader.text("type", true);
  rule.mode = reader.text("mode");
  rule.act = reader.text("act");
  rule.contexts = reader.strings("context");
  const std::string status = reader.text("status");
  rule.status = status_of(status);
  if (!status.empty() && !rule.status) reader.fail("unknown status '" + status + "'");
  return rule;
}

bool holds(const std::string& wanted, const std::string& given) { return wanted.empty() || wanted == given; }

/// Place of the first of the record's contexts that the rule names; their number if none.
std::size_t context_rank(const CameoRule& rule, const Event& event) {
  const auto named = [&](const std::string& context) {
    return std::find(rule.contexts.begin(), rule.contexts.end(), context) != rule.contexts.end();
  };
  return static_cast<std::size_t>(std::find_if(event.contexts.begin(), event.contexts.end(), named) -
                                  event.contexts.begin());
}

bool holds(const CameoRule& rule, const Event& event) {
  return holds(rule.type, event.type) && holds(rule.mode, event.mode) && holds(rule.act, event.act) &&
         (!rule.status || *rule.status == event.status) &&
         (rule.contexts.empty() || context_rank(rule, event) < event.contexts.size());
}

/// Greater is better.
std::tuple<int, int> fit(const CameoRule& rule, const Event& event) {
  const int conditions = !rule.mode.empty() + !rule.act.empty() + rule.status.has_value() + !rule.contexts.empty();
  return {conditions, rule.contexts.empty() ? 0 : -static_cast<int>(context_rank(rule, event))};
}

const CameoRule* best_rule(const Codebook& codebook, const Event& event) {
  const CameoRule* best = nullptr;
  for (const CameoRule& rule : codebook.cameo) {
    if (holds(rule, event) && (!best || fit(rule, event) > fit(*best, event))) best = &rule;
  }
  return best;
}

/// "17" lies above "173", and so does "170", which says no more.
bool is_beneath(std::string_view code, std::string_view above) {
  if (above.ends_with('0') && above.size() > 2) above.remove_suffix(1);
  return code.starts_with(above);
}

/// Is the record's code so far that of its type or mode, and not of a sense?
bool is_general(const Codebook& codebook, const Event& event) {
  const EventType* type = codebook.type(event.type);
  if (!type) return false;
  const Mode* mode = type->mode(event.mode);
  return event.cameo == type->cameo || (mode && event.cameo == mode->cameo);
}

}  // namespace

std::vector<CameoRule> read_cameo(std::string_view text, const std::string& file) {
  try {
    const toml::table root = toml::parse(text, std::string_view(file));
    const TomlReader reader(root, file, "CAMEO codes");
    reader.allow({"rule"});
    std::vector<CameoRule> rules;
    reader.tables("rule", "rule", [&](const TomlReader& r) { rules.push_back(read_rule(r)); });
    if (rules.empty()) reader.fail("no 'rule' at all", 1);
    return rules;
  } catch (const toml::parse_error& fault) {
    throw Error(ErrorCode::bad_codebook, std::string(fault.description()), file, fault.source().begin.line);
  }
}

std::string cameo_code(const Codebook& codebook, const Event& event) {
  const CameoRule* rule = best_rule(codebook, event);
  if (!rule) return event.cameo;
  return is_general(codebook, event) || is_beneath(rule->code, event.cameo) ? rule->code : event.cameo;
}

}  // namespace dateline
