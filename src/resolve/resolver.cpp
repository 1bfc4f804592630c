#include "resolve/resolver.h"

#include "resolve/quantities.h"
#include "resolve/times.h"

namespace dateline {

void Resolver::resolve(Report& report) const {
  const Tree tree(report);
  report.times = find_times(report, tree);
  report.quantities = find_quantities(report, tree, report.times);
}

}  // namespace dateline
