#include "code/coder.h"

#include "code/analysis.h"
#include "code/attributions.h"
#include "code/nearest.h"
#include "code/pair.h"

namespace dateline {

Coder::Coder(const Codebook& codebook, const Knowledge& knowledge, Evidence evidence)
    : lexicon_(codebook), knowledge_(&knowledge), evidence_(evidence) {}
Coder::Coder(const Codebook& codebook) : lexicon_(codebook) {}

void Coder::code(Report& report) const {
  const Scene scene(report, lexicon_, knowledge_, evidence_);
  report.events = record_events(scene, analyse(scene, kRecordWeights));
  report.cited = cite_examples(scene, report.events);
  report.attributions = find_attributions(scene);
}

std::string Coder::type_between(const Report& coded, Span source, Span target) const {
  const Scene scene(coded, lexicon_, knowledge_, evidence_);
  return find_between(scene, analyse(scene, kPairWeights), source, target).type;
}

}  // namespace dateline
