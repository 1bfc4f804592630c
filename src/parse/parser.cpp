#include "parse/parser.h"

#include <mutex>
#include <vector>

#include "neural/product.h"
#include "parse/batch.h"

namespace dateline {
namespace {

/// Keeps workspaces for reuse, as many as there ever were threads at once.
class WorkspacePool {
 public:
  std::unique_ptr<ParseWorkspace> take() {
    const std::lock_guard lock(mutex_);
    if (free_.empty()) return std::make_unique<ParseWorkspace>();
    std::unique_ptr<ParseWorkspace> workspace = std::move(free_.back());
    free_.pop_back();
    return workspace;
  }
  void give_back(std::unique_ptr<ParseWorkspace> workspace) {
    const std::lock_guard lock(mutex_);
    free_.push_back(std::move(workspace));
  }

 private:
  std::mutex mutex_;
  std::vector<std::unique_ptr<ParseWorkspace>> free_;
};

}  // namespace

struct Parser::Impl {
  explicit Impl(const std::filesystem::path& path) : model(path) {}

  ParseModel model;
  WorkspacePool workspaces;
};

Parser::Parser(const std::filesystem::path& model) : impl_(std::make_unique<Impl>(model)) {}
Parser::~Parser() = default;
Parser::Parser(Parser&&) noexcept = default;
Parser& Parser::operator=(Parser&&) noexcept = default;

void Parser::parse(std::span<Report* const> reports) const {
  const neural::SingleThreaded guard;
  std::unique_ptr<ParseWorkspace> workspace = impl_->workspaces.take();
  BatchParser(impl_->model, *workspace, reports).run();
  impl_->workspaces.give_back(std::move(workspace));
}

void Parser::parse(Report& report) const {
  Report* const one[] = {&report};
  parse(one);
}

}  // namespace dateline
