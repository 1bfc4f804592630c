#include "intake.h"

#include <fmt/core.h>

#include <cstdio>
#include <filesystem>
#include <map>

#include "command.h"

namespace dateline::cli {

void Intake::setup(CLI::App& app) {
  app.add_option("input", inputs_, "files, folders, or - for standard input")->required();
  app.add_option("--published", published_, "date of reports that do not say theirs: YYYY-MM-DD");
  app.add_option("--input-format", options_.format, "auto, text, transcript or jsonl")
      ->transform(CLI::CheckedTransformer(std::map<std::string, InputFormat>{{"auto", InputFormat::automatic},
                                                                             {"text", InputFormat::text},
                                                                             {"transcript", InputFormat::transcript},
                                                                             {"jsonl", InputFormat::jsonl}}))
      ->option_text("FORMAT");
  app.add_option("--max-bytes", options_.max_bytes, "largest report to read")->capture_default_str();
}

void Intake::read(const std::function<bool(std::vector<Report>&)>& take_group) {
  if (!published_.empty()) options_.published = day_option("--published", published_);
  take_ = take_group;
  read_reports(
      inputs_, options_, [this](Report&& report) { return take(std::move(report)); },
      [this](const Complaint& complaint) { note(complaint); });
  flush();
}

std::size_t Intake::bytes() const {
  std::size_t total = 0;
  for (const std::string& input : inputs_) {
    std::error_code failure;
    const auto size = std::filesystem::file_size(input, failure);
    if (failure) return 0;
    total += size;
  }
  return total;
}

bool Intake::take(Report&& report) {
  constexpr std::size_t kReports = 512;
  constexpr std::size_t kBytes = std::size_t{4} << 20;
  pending_bytes_ += report.text.size();
  pending_.push_back(std::move(report));
  return pending_.size() < kReports && pending_bytes_ < kBytes ? true : flush();
}

bool Intake::flush() {
  const bool go_on = pending_.empty() || take_(pending_);
  pending_.clear();
  pending_bytes_ = 0;
  return go_on;
}

void Intake::note(const Complaint& complaint) {
  fmt::print(stderr, "dateline: {}\n", to_string(complaint));
  ++(complaint.skipped ? skipped_ : repaired_);
  if (complaint.skipped && status_ == 0) status_ = describe(complaint.code).exit_status;
}

}  // namespace dateline::cli
