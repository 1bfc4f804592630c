// JSON lines: one report an object a line, with the field names that news
// archives use (docs/formats/input.md). A .json file that holds one array of
// objects is read too.
#pragma once

#include <dateline/reading.h>

#include <istream>
#include <memory>
#include <string>

namespace dateline {

class JsonLines {
 public:
  enum class Result { report, complaint, end };

  /// Reads from `in`, which must outlive this; `name` is for ids and complaints.
  JsonLines(std::istream& in, std::string name, const ReadOptions& options);
  ~JsonLines();

  /// The next report, or what is wrong with the next line, or the end.
  Result next(Report& report, Complaint& complaint);
  /// Line of the last result, from 1.
  std::size_t line() const;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace dateline
