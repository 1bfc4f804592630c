// Dependencies by deep biaffine attention (Dozat & Manning 2017): a score for
// every pair of words, the best tree of them, and then a relation for each arc.
#pragma once

#include <dateline/report.h>

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "neural/linear.h"
#include "parse/pairs.h"

namespace dateline {

/// Of one word; indices are words of the batch.
struct Dependency {
  std::uint32_t head = Token::kRoot;
  std::uint32_t relation = 0;  ///< in DependencyHead::relations()
};

class DependencyHead {
 public:
  explicit DependencyHead(const neural::ModelFile& model);

  const std::vector<std::string>& relations() const { return relations_; }

  /// Scratch memory of one thread.
  struct Workspace {
    neural::Buffer<float> arc_dependents, arc_heads, mapped, relation_dependents, relation_heads;
    neural::Buffer<float> gathered, relation_maps;
    std::vector<float> scores;
    std::vector<std::uint32_t> by_head;
    std::vector<std::uint32_t> chunk;
  };

  /// `vectors` has a row for each word; `sentences` tile the words. `out` gets one entry a word.
  void parse(const float* vectors, std::span<const TokenRange> sentences, std::span<Dependency> out, Workspace& scratch,
             neural::Workspace& workspace) const;

 private:
  void find_heads(TokenRange sentence, std::span<Dependency> out, Workspace& scratch) const;
  void label(std::span<Dependency> out, Workspace& scratch, neural::Workspace& workspace) const;
  void label_chunk(std::span<const std::uint32_t> words, std::span<Dependency> out, Workspace& scratch,
                   neural::Workspace& workspace) const;
  std::uint32_t best_relation(const float* dependent, const float* maps, std::span<const float> constants) const;

  std::size_t arc_;
  std::size_t relation_;
  std::vector<std::string> relations_;
  std::uint32_t root_relation_ = 0;
  neural::Linear arc_dependent_, arc_head_, relation_dependent_, relation_head_;
  neural::Linear bilinear_;        ///< a_h to U a_h
  std::span<const float> linear_;  ///< v
  PairScorer pairs_;
  std::vector<float> root_;  ///< U a of the artificial root
  float root_score_ = 0;     ///< v · a of it
};

}  // namespace dateline
