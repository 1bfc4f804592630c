#include "parse/dependencies.h"

#include <algorithm>

#include "neural/kernels.h"
#include "parse/arborescence.h"

namespace dateline {
namespace {

using neural::Activation;
using neural::Linear;
using neural::ModelFile;

constexpr std::size_t kHeadsAtOnce = 32;

}  // namespace

DependencyHead::DependencyHead(const ModelFile& model)
    : arc_(model.config().arc),
      relation_(model.config().relation),
      relations_(model.labels("relation")),
      arc_dependent_(model, "arc.dep", arc_, model.config().hidden),
      arc_head_(model, "arc.head", arc_, model.config().hidden),
      relation_dependent_(model, "rel.dep", relation_, model.config().hidden),
      relation_head_(model, "rel.head", relation_, model.config().hidden),
      bilinear_(model.floats("arc.bilinear", {arc_, arc_}), std::vector<float>(arc_), neural::Type::float32, arc_),
      linear_(model.floats("arc.linear", {arc_})),
      pairs_(model, "rel", relations_.size(), relation_) {
  const auto found = std::find(relations_.begin(), relations_.end(), "root");
  if (found == relations_.end()) model.fail("the labels of relation lack root");
  root_relation_ = static_cast<std::uint32_t>(found - relations_.begin());
  if (arc_ % 16 != 0 || relation_ % 16 != 0) model.fail("arc and relation sizes must be multiples of 16");
  const neural::SingleThreaded guard;
  neural::Workspace workspace;
  std::vector<float> head(arc_);
  const auto root = model.floats("root", {model.config().hidden});
  arc_head_.apply(root.data(), 1, head.data(), Activation::gelu, workspace);
  root_.resize(arc_);
  bilinear_.apply(head.data(), 1, root_.data(), Activation::none, workspace);
  root_score_ = neural::dot(head.data(), linear_.data(), arc_);
}

void DependencyHead::parse(const float* vectors, std::span<const TokenRange> sentences, std::span<Dependency> out,
                           Workspace& scratch, neural::Workspace& workspace) const {
  const std::size_t words = out.size();
  const auto run = [&](const Linear& linear, neural::Buffer<float>& buffer) {
    linear.apply(vectors, words, buffer.reserve(words * linear.out()), Activation::gelu, workspace);
  };
  run(arc_dependent_, scratch.arc_dependents);
  run(arc_head_, scratch.arc_heads);
  run(relation_dependent_, scratch.relation_dependents);
  run(relation_head_, scratch.relation_heads);
  bilinear_.apply(scratch.arc_heads.data(), words, scratch.mapped.reserve(words * arc_), Activation::none, workspace);
  for (const TokenRange sentence : sentences) find_heads(sentence, out, scratch);
  label(out, scratch, workspace);
}

void DependencyHead::find_heads(TokenRange sentence, std::span<Dependency> out, Workspace& scratch) const {
  const std::size_t words = sentence.end - sentence.begin;
  scratch.scores.resize(words * (words + 1));
  const float* dependents = scratch.arc_dependents.data() + sentence.begin * arc_;
  for (std::size_t h = 0; h <= words; ++h) {
    const std::size_t word = sentence.begin + h - 1;
    const float* mapped = h == 0 ? root_.data() : scratch.mapped.data() + word * arc_;
    const float own = h == 0 ? root_score_ : neural::dot(scratch.arc_heads.data() + word * arc_, linear_.data(), arc_);
    for (std::size_t d = 0; d < words; ++d) {
      scratch.scores[d * (words + 1) + h] = neural::dot(dependents + d * arc_, mapped, arc_) + own;
    }
  }
  const std::vector<std::uint32_t> heads = best_tree(scratch.scores, words);
  for (std::uint32_t d = 0; d < words; ++d) {
    out[sentence.begin + d].head = heads[d] == 0 ? Token::kRoot : sentence.begin + heads[d] - 1;
  }
}

/// Relations of words that share a head are scored together: W_r r_h is the dear part.
void DependencyHead::label(std::span<Dependency> out, Workspace& scratch, neural::Workspace& workspace) const {
  std::vector<std::uint32_t>& words = scratch.by_head;
  words.clear();
  for (std::uint32_t word = 0; word < out.size(); ++word) {
    out[word].relation = root_relation_;
    if (out[word].head != Token::kRoot) words.push_back(word);
  }
  std::stable_sort(words.begin(), words.end(), [&](auto a, auto b) { return out[a].head < out[b].head; });
  std::size_t begin = 0, heads = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0 && out[words[i]].head == out[words[i - 1]].head) continue;
    if (heads++ % kHeadsAtOnce != 0 || i == 0) continue;
    label_chunk(std::span(words).subspan(begin, i - begin), out, scratch, workspace);
    begin = i;
  }
  label_chunk(std::span(words).subspan(begin), out, scratch, workspace);
}

/// Words of at most kHeadsAtOnce heads, sorted by head.
void DependencyHead::label_chunk(std::span<const std::uint32_t> words, std::span<Dependency> out, Workspace& scratch,
                                 neural::Workspace& workspace) const {
  std::vector<std::uint32_t>& heads = scratch.chunk;
  heads.clear();
  for (const std::uint32_t word : words) {
    if (heads.empty() || heads.back() != out[word].head) heads.push_back(out[word].head);
  }
  float* vectors = scratch.gathered.reserve(kHeadsAtOnce * relation_);
  for (std::size_t i = 0; i < heads.size(); ++i) {
    std::copy_n(scratch.relation_heads.data() + heads[i] * relation_, relation_, vectors + i * relation_);
  }
  float* maps = scratch.relation_maps.reserve(kHeadsAtOnce * pairs_.mapped());
  pairs_.map(vectors, heads.size(), maps, workspace);
  std::vector<float> constants(relations_.size());
  std::size_t slot = heads.size();
  for (const std::uint32_t word : words) {
    if (slot == heads.size() || heads[slot] != out[word].head) {
      slot = slot == heads.size() ? 0 : slot + 1;
      pairs_.constants(vectors + slot * relation_, constants);
    }
    const float* dependent = scratch.relation_dependents.data() + word * relation_;
    out[word].relation = best_relation(dependent, maps + slot * pairs_.mapped(), constants);
  }
}

/// `root` goes only with the root arc.
std::uint32_t DependencyHead::best_relation(const float* dependent, const float* maps,
                                            std::span<const float> constants) const {
  std::uint32_t best = root_relation_;
  float most = 0;
  for (std::uint32_t r = 0; r < relations_.size(); ++r) {
    if (r == root_relation_) continue;
    const float score = pairs_.score(dependent, maps, constants, r);
    if (best == root_relation_ || score > most) {
      best = r;
      most = score;
    }
  }
  return best;
}

}  // namespace dateline
