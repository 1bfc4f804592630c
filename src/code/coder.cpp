#include "code/coder.h"

#include "code/analysis.h"
#include "code/attributions.h"
#include "code/pair.h"

namespace dateline {

Coder::Coder(const Codebook& codebook, const Knowledge& knowledge) : lexicon_(codebook), knowledge_(&knowledge) {}
Coder::Coder(const Codebook& codebook) : lexicon_(codebook) {}

void Coder::code(Report& report) const {
  const Scene scene(report, lexicon_, knowledge_);
  report.events = record_events(scene, analyse(scene, kRecordWeights));
  report.attributions = find_attributions(scene);
}

std::string Coder::type_between(const Report& coded, Span source, Span target) const {
  const Scene scene(coded, lexicon_, knowledge_);
  return find_between(scene, analyse(scene, kPairWeights), source, target).type;
}

}  // namespace dateline
