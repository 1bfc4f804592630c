// What `find` and `export` have in common: the options that say which records of a store are meant.
#pragma once

#include <dateline/store.h>

#include <CLI/CLI.hpp>
#include <cstddef>
#include <string>
#include <vector>

namespace dateline::cli {

class QueryOptions {
 public:
  /// `limit`: the usual one; 0: all.
  explicit QueryOptions(std::size_t limit) { query_.limit = limit; }

  /// Adds the words to look for and the options; `what` is what --limit counts.
  void setup(CLI::App& app, const std::string& what);

  /// What was asked. Throws Error(usage | bad_date).
  StoreQuery query() const;

 private:
  StoreQuery query_;
  std::vector<std::string> words_, statuses_;
  std::string since_, until_, near_, box_;
};

}  // namespace dateline::cli
