// The order of the stages, and how reports are spread over threads.
#pragma once

#include <dateline/engine.h>

#include <filesystem>
#include <span>
#include <string>

#include "code/coder.h"
#include "knowledge/knowledge.h"
#include "parse/parser.h"
#include "resolve/resolver.h"

namespace dateline {

class Pipeline {
 public:
  struct Files {
    std::filesystem::path model;
    std::filesystem::path knowledge;
    std::filesystem::path codebook;
    std::filesystem::path neighbours;  ///< index of the codebook's examples; empty: none
    unsigned threads = 0;
    Evidence evidence;
  };

  explicit Pipeline(const Files& files);

  /// Adds the layers up to `last`. Results do not depend on how reports are grouped or on threads.
  void run(std::span<Report> reports, Stage last) const;

  std::string type_between(const Report& coded, Span source, Span target) const;
  NeighbourState neighbours() const { return parser_.neighbours(); }
  std::string version() const;
  /// Name of the file of CAMEO codes beside the codebook, or empty.
  const std::string& cameo_file() const { return codebook_.cameo_file; }
  static double seconds_in_products();

 private:
  void run_group(std::span<Report> group, Stage last) const;

  unsigned threads_;
  Knowledge knowledge_;
  Codebook codebook_;
  Parser parser_;
  Resolver resolver_;
  Coder coder_;
};

}  // namespace dateline
