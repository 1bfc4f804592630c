#include "code/base_forms.h"

#include <vector>

namespace dateline {
namespace {

void add_stems(std::string_view form, std::string_view ending, std::vector<std::string>& bases) {
  if (!form.ends_with(ending) || form.size() < ending.size() + 2) return;
  const std::string stem(form.substr(0, form.size() - ending.size()));
  bases.push_back(stem);
  bases.push_back(stem + "e");
  const std::size_t n = stem.size();
  if (n > 2 && stem[n - 1] == stem[n - 2]) bases.push_back(stem.substr(0, n - 1));
  if (stem.back() == 'k') bases.push_back(stem.substr(0, n - 1));  // panicked
}

void add_replaced(std::string_view form, std::string_view ending, std::string_view by, std::vector<std::string>& bases) {
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
  add_replaced(form, "men", "man", bases);
  add_replaced(form, "children", "child", bases);
  return bases;
}

}  // namespace

std::string checked_lemma(const std::string& lemma, std::string_view form, const std::function<bool(const std::string&)>& known) {
  if (known(lemma)) return lemma;
  for (const std::string& base : bases_of(form)) {
    if (known(base)) return base;
  }
  return lemma;
}

}  // namespace dateline
