#include "resolve/resolver.h"

#include "resolve/country_words.h"
#include "resolve/mentions.h"
#include "resolve/places.h"
#include "resolve/quantities.h"
#include "resolve/times.h"

namespace dateline {

void Resolver::resolve(Report& report) const {
  const Tree tree(report);
  report.times = find_times(report, tree);
  report.quantities = find_quantities(report, tree, report.times);
  CountryWords countries(report, tree, *knowledge_);
  report.places = find_places(report, tree, *knowledge_, countries);
  report.mentions = find_mentions(report, tree, *knowledge_, countries);
}

}  // namespace dateline
