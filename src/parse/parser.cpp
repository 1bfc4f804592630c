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
  Impl(const std::filesystem::path& path, const NeighbourSource& source) : model(path) {
    if (!source.path.empty()) state = load(source);
  }

  NeighbourState load(const NeighbourSource& source) {
    NeighbourFile file(source.path);
    if (!model.events || file.origin() != NeighbourOrigin{model.file.checksum(), source.examples})
      return NeighbourState::stale;
    if (file.width() != model.events->key_width()) file.fail("its keys are not as wide as the model's");
    model.neighbours.emplace(std::move(file));
    return NeighbourState::used;
  }

  void parse(std::span<Report* const> reports, const KeyWatcher* watcher) {
    const neural::SingleThreaded guard;
    std::unique_ptr<ParseWorkspace> workspace = workspaces.take();
    BatchParser(model, *workspace, reports, watcher).run();
    workspaces.give_back(std::move(workspace));
  }

  ParseModel model;
  NeighbourState state = NeighbourState::missing;
  WorkspacePool workspaces;
};

Parser::Parser(const std::filesystem::path& model, const NeighbourSource& neighbours)
    : impl_(std::make_unique<Impl>(model, neighbours)) {}
Parser::~Parser() = default;
Parser::Parser(Parser&&) noexcept = default;
Parser& Parser::operator=(Parser&&) noexcept = default;

void Parser::parse(std::span<Report* const> reports) const { impl_->parse(reports, nullptr); }

void Parser::parse(std::span<Report* const> reports, const KeyWatcher& watcher) const {
  impl_->parse(reports, &watcher);
}

void Parser::parse(Report& report) const {
  Report* const one[] = {&report};
  parse(one);
}

NeighbourState Parser::neighbours() const { return impl_->state; }

std::size_t Parser::key_width() const { return impl_->model.events ? impl_->model.events->key_width() : 0; }

std::uint32_t Parser::checksum() const { return impl_->model.file.checksum(); }

}  // namespace dateline
