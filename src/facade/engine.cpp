#include <dateline/engine.h>

#include "facade/files.h"
#include "pipeline/pipeline.h"

namespace dateline {

class Engine::Impl {
 public:
  explicit Impl(const EngineOptions& options) : pipeline(files_of(options)) {}

  Pipeline pipeline;
};

Engine::Engine(const EngineOptions& options) : impl_(std::make_unique<Impl>(options)) {}
Engine::~Engine() = default;
Engine::Engine(Engine&& other) noexcept = default;
Engine& Engine::operator=(Engine&& other) noexcept = default;

void Engine::code(std::vector<Report>& reports, Stage last) const { impl_->pipeline.run(reports, last); }

void Engine::code(Report& report, Stage last) const { impl_->pipeline.run({&report, 1}, last); }

std::string Engine::type_between(const Report& coded, Span source, Span target) const {
  return impl_->pipeline.type_between(coded, source, target);
}

NeighbourState Engine::neighbours() const { return impl_->pipeline.neighbours(); }

std::string Engine::version() const { return impl_->pipeline.version(); }

double Engine::seconds_in_products() const { return impl_->pipeline.seconds_in_products(); }

}  // namespace dateline
