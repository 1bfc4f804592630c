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

void softmax_rows(float* values, std::size_t rows, std::size_t columns) {
  for (std::size_t i = 0; i < rows; ++i) softmax({values + i * columns, columns});
}

/// Each by itself.
void sigmoid(std::span<float> values) {
  for (float& value : values) value = 1 / (1 + std::exp(-value));
}

}  // namespace

EventHead::Extra::Extra(const neural::ModelFile& model, const std::string& name) {
  if (!model.has("event." + name + ".weight")) return;
  labels = model.labels(name);
  linear.emplace(model, "event." + name, labels.size(), model.config().event_hidden);
}

void EventHead::Extra::score(const float* hidden, std::size_t words, float* out, neural::Workspace& workspace) const {
  if (linear) linear->apply(hidden, words, out, Activation::none, workspace);
}

EventHead::EventHead(const neural::ModelFile& model)
    : labels_(model.labels("event")),
      hidden_(model, "event.hidden", model.config().event_hidden, model.config().hidden),
      out_(model, "event.out", labels_.size(), model.config().event_hidden),
      acts_(model, "act"),
      modes_(model, "mode"),
      contexts_(model, "context") {
  constexpr std::size_t kStatuses = 5;
  if (!model.has("event.status.weight")) return;
  const auto& names = model.labels("status");
  bool known = names.size() == kStatuses;
  for (std::size_t s = 0; known && s < kStatuses; ++s) known = names[s] == name_of(static_cast<Status>(s));
  if (!known) model.fail("the labels of status are not those of this version");
  status_.emplace(model, "event.status", kStatuses, model.config().event_hidden);
}

void EventHead::score(const float* vectors, std::size_t words, float* keys, float* out, float* status,
                      neural::Workspace& workspace) const {
  hidden_.apply(vectors, words, keys, Activation::gelu, workspace);
  out_.apply(keys, words, out, Activation::none, workspace);
  softmax_rows(out, words, labels_.size());
  if (!status_) return;
  status_->apply(keys, words, status, Activation::none, workspace);
  softmax_rows(status, words, status_->out());
}

void EventHead::add_details(std::span<EventScores* const> triggers, Details& scratch,
                            neural::Workspace& workspace) const {
  const std::size_t count = triggers.size(), acts = acts_.labels.size(), modes = modes_.labels.size(),
                    contexts = contexts_.labels.size();
  if (count == 0 || acts + modes + contexts == 0) return;
  float* hidden = scratch.hidden.reserve(count * hidden_.out());
  hidden_.apply(scratch.vectors.data(), count, hidden, Activation::gelu, workspace);
  float* act = scratch.acts.reserve(count * acts);
  acts_.score(hidden, count, act, workspace);
  softmax_rows(act, count, acts);
  float* mode = scratch.modes.reserve(count * modes);
  modes_.score(hidden, count, mode, workspace);
  softmax_rows(mode, count, modes);
  float* context = scratch.contexts.reserve(count * contexts);
  contexts_.score(hidden, count, context, workspace);
  sigmoid({context, count * contexts});
  for (std::size_t i = 0; i < count; ++i) {
    triggers[i]->acts.assign(act + i * acts, act + (i + 1) * acts);
    triggers[i]->modes.assign(mode + i * modes, mode + (i + 1) * modes);
    triggers[i]->contexts.assign(context + i * contexts, context + (i + 1) * contexts);
  }
}

}  // namespace dateline
