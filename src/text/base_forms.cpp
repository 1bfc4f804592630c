#include "text/base_forms.h"

#include <algorithm>
#include <unordered_map>
#include <vector>

namespace dateline {
namespace {

/// Irregular forms of verbs that news needs, "form base" pairs.
constexpr std::string_view kIrregular =
    "met meet said say told tell sent send gave give given give took take taken take held hold made make came come "
    "went go gone go "
    "began begin begun begin fought fight shot shoot struck strike stricken strike broke break broken break withdrew "
    "withdraw withdrawn withdraw "
    "fell fall fallen fall left leave sought seek threw throw thrown throw shook shake shaken shake rose rise risen "
    "rise drew draw drawn draw "
    "spoke speak spoken speak bought buy brought bring caught catch taught teach thought think sold sell paid pay laid "
    "lay led lead fed feed "
    "fled flee built build rebuilt rebuild lent lend spent spend dealt deal kept keep swept sweep lost lose won win "
    "ran run swore swear sworn swear "
    "tore tear torn tear stole steal stolen steal froze freeze frozen freeze chose choose chosen choose drove drive "
    "driven drive wrote write "
    "written write rang ring sank sink sunk sink hung hang stood stand got get gotten get forgave forgive forgiven "
    "forgive forbade forbid forbidden forbid "
    "bound bind found find sat sit slew slay slain slay overthrew overthrow overthrown overthrow undertook undertake "
    "undertaken undertake "
    "saw see seen see foresaw foresee knew know known know grew grow flew fly flown fly blew blow blown blow hid hide "
    "hidden hide heard hear "
    "overran overrun bent bend shone shine swung swing clung cling stuck stick dug dig stung sting flung fling strove "
    "strive arose arise "
    "mistook mistake oversaw oversee overseen oversee upheld uphold withheld withhold stabbed stab bled bleed bade bid "
    "beaten beat bitten bite "
    "retook retake retaken retake partook partake forewent forego ceded cede leant lean sped speed swam swim rode ride "
    "ridden ride awoke awake";

/// Base of an irregular form, or empty.
std::string irregular(std::string_view form) {
  static const std::unordered_map<std::string_view, std::string_view> table = [] {
    std::unordered_map<std::string_view, std::string_view> pairs;
    for (std::size_t at = 0; at < kIrregular.size();) {
      const std::size_t middle = kIrregular.find(' ', at);
      const std::size_t end = std::min(kIrregular.find(' ', middle + 1), kIrregular.size());
      pairs[kIrregular.substr(at, middle - at)] = kIrregular.substr(middle + 1, end - middle - 1);
      at = end + 1;
    }
    return pairs;
  }();
  const auto found = table.find(form);
  return found == table.end() ? std::string() : std::string(found->second);
}

void add_stems(std::string_view form, std::string_view ending, std::vector<std::string>& bases) {
  if (!form.ends_with(ending) || form.size() < ending.size() + 2) return;
  const std::string stem(form.substr(0, form.size() - ending.size()));
  bases.push_back(stem);
  bases.push_back(stem + "e");
  const std::size_t n = stem.size();
  if (n > 2 && stem[n - 1] == stem[n - 2]) bases.push_back(stem.substr(0, n - 1));
  if (stem.back() == 'k') bases.push_back(stem.substr(0, n - 1));  // panicked
}

void add_replaced(std::string_view form, std::string_view ending, std::string_view by,
                  std::vector<std::string>& bases) {
  if (form.ends_with(ending) && form.size() > ending.size() + 1) {
    bases.push_back(std::string(form.substr(0, form.size() - ending.size())) + std::string(by));
  }
}

std::vector<std::string> bases_of(std::string_view form) {
  std::vector<std::string> bases{std::string(form)};
  add_replaced(form, "ies", "y", bases);
  add_replaced(form, "ied", "y", bases);
  add_replaced(form, "ves", "f", bases);
  add_replaced(form, "s", "", bases);
  add_replaced(form, "es", "", bases);
  add_stems(form, "ed", bases);
  add_stems(form, "ing", bases);
  add_replaced(form, "ier", "y", bases);
  add_replaced(form, "iest", "y", bases);
  add_stems(form, "er", bases);
  add_stems(form, "est", bases);
  add_replaced(form, "men", "man", bases);
  add_replaced(form, "children", "child", bases);
  return bases;
}

}  // namespace

std::string checked_lemma(const std::string& lemma, std::string_view form,
                          const std::function<bool(const std::string&)>& known) {
  if (lemma == form) {  // the parser saw no ending where there may be none: "met", "found"
    std::string base = irregular(form);
    if (!base.empty() && !known(lemma)) return base;
  }
  if (known(lemma)) return lemma;
  if (std::string base = irregular(form); !base.empty()) return base;
  for (const std::string& base : bases_of(form)) {
    if (known(base)) return base;
  }
  return lemma;
}

}  // namespace dateline
