#include "parse/events.h"

#include <dateline/event.h>

#include <algorithm>
#include <cmath>

namespace dateline {
namespace {

using neural::Activation;

void softmax(std::span<float> values) {
  const float most = *std::max_element(values.begin(), values.end());
  float total = 0;
  for (float& value : values) total += value = std::exp(value - most);
  for (float& value : values) value /= total;
}

}  // namespace

EventHead::EventHead(const neural::ModelFile& model)
    : labels_(model.labels("event")),
      hidden_(model, "event.hidden", model.config().event_hidden, model.config().hidden),
      out_(model, "event.out", labels_.size(), model.config().event_hidden) {
  constexpr std::size_t kStatuses = 5;
  if (!model.has("event.status.weight")) return;
  const auto& names = model.labels("status");
  bool known = names.size() == kStatuses;
  for (std::size_t s = 0; known && s < kStatuses; ++s) known = names[s] == name_of(static_cast<Status>(s));
  if (!known) model.fail("the labels of status are not those of this version");
  status_.emplace(model, "event.status", kStatuses, model.config().event_hidden);
}

void EventHead::score(const float* vectors, std::size_t words, float* out, float* status,
                      neural::Workspace& workspace) const {
  float* hidden = workspace.hidden.reserve(words * hidden_.out());
  hidden_.apply(vectors, words, hidden, Activation::gelu, workspace);
  out_.apply(hidden, words, out, Activation::none, workspace);
  for (std::size_t i = 0; i < words; ++i) softmax({out + i * labels_.size(), labels_.size()});
  if (!status_) return;
  status_->apply(hidden, words, status, Activation::none, workspace);
  for (std::size_t i = 0; i < words; ++i) softmax({status + i * status_->out(), status_->out()});
}

}  // namespace dateline
