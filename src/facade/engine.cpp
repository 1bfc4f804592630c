#include <dateline/engine.h>

#include "base/hash.h"
#include "base/memory_map.h"
#include "facade/files.h"
#include "pipeline/pipeline.h"

namespace dateline {

class Engine::Impl {
 public:
  explicit Impl(const EngineOptions& options) : files(files_of(options)), pipeline(files) {}

  Pipeline::Files files;
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

std::string Engine::fingerprint() const {
  Hash64 hash;
  hash.add(DATELINE_VERSION);
  for (const auto& file : {impl_->files.model, impl_->files.knowledge, impl_->files.codebook})
    hash.add(MemoryMap(file).view());
  if (neighbours() == NeighbourState::used) hash.add(MemoryMap(impl_->files.neighbours).view());
  if (!impl_->files.evidence.triggers) hash.add("without triggers");
  if (const auto rules = impl_->pipeline.cameo_file(); !rules.empty())
    hash.add(MemoryMap(impl_->files.codebook.parent_path() / rules).view());
  return version() + " " + hexadecimal(hash.value());
}

// NOLINTNEXTLINE(readability-convert-member-functions-to-static): callers ask an engine
double Engine::seconds_in_products() const { return Pipeline::seconds_in_products(); }

}  // namespace dateline
