#include "parse/roles.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace dateline {
namespace {

using neural::Activation;

/// Words below this probability of any part are left out.
constexpr float kLeast = 0.02F;

std::size_t role_labels(const neural::ModelFile& model) {
  const auto& labels = model.labels("role");
  bool known = labels.size() == kEventRoleCount;
  for (std::size_t r = 0; known && r < kEventRoleCount; ++r) known = labels[r] == name_of(static_cast<EventRole>(r));
  if (!known) model.fail("the labels of role are not those of this version");
  return labels.size();
}

void softmax(std::span<float> values) {
  const float most = *std::max_element(values.begin(), values.end());
  float total = 0;
  for (float& value : values) total += value = std::exp(value - most);
  for (float& value : values) value /= total;
}

}  // namespace

RoleHead::RoleHead(const neural::ModelFile& model)
    : trigger_(model, "role.trigger", model.config().role, model.config().hidden),
      word_(model, "role.word", model.config().role, model.config().hidden),
      pairs_(model, "role", role_labels(model), model.config().role) {
  if (model.config().role % 16 != 0) model.fail("the size of role must be a multiple of 16");
  if (!model.has("sector.out.weight")) return;
  sectors_ = model.labels("sector");
  sector_hidden_.emplace(model, "sector.hidden", model.config().sector_hidden, model.config().hidden);
  sector_.emplace(model, "sector.out", sectors_.size(), model.config().sector_hidden);
}

std::vector<std::vector<RoleScores>> RoleHead::score(const float* vectors, TokenRange sentence,
                                                     std::span<const std::uint32_t> triggers, Workspace& scratch,
                                                     neural::Workspace& workspace) const {
  const std::size_t width = trigger_.in(), size = pairs_.size(), count = sentence.end - sentence.begin;
  float* rows = scratch.gathered.reserve(triggers.size() * width);
  for (std::size_t t = 0; t < triggers.size(); ++t) std::copy_n(vectors + triggers[t] * width, width, rows + t * width);
  float* heads = scratch.triggers.reserve(triggers.size() * size);
  trigger_.apply(rows, triggers.size(), heads, Activation::gelu, workspace);
  float* words = scratch.words.reserve(count * size);
  word_.apply(vectors + sentence.begin * width, count, words, Activation::gelu, workspace);
  float* maps = scratch.maps.reserve(triggers.size() * pairs_.mapped());
  pairs_.map(heads, triggers.size(), maps, workspace);
  std::vector<std::vector<RoleScores>> out;
  for (std::size_t t = 0; t < triggers.size(); ++t)
    out.push_back(of_trigger(words, count, heads + t * size, maps + t * pairs_.mapped()));
  if (sector_) add_sectors(vectors + sentence.begin * width, count, out, scratch, workspace);
  return out;
}

void RoleHead::add_sectors(const float* vectors, std::size_t count, std::vector<std::vector<RoleScores>>& roles,
                           Workspace& scratch, neural::Workspace& workspace) const {
  const std::size_t kinds = sectors_.size();
  float* hidden = scratch.hidden.reserve(count * sector_->in());
  sector_hidden_->apply(vectors, count, hidden, Activation::gelu, workspace);
  float* scores = scratch.sectors.reserve(count * kinds);
  sector_->apply(hidden, count, scores, Activation::none, workspace);
  for (std::size_t w = 0; w < count; ++w) softmax({scores + w * kinds, kinds});
  for (auto& of_trigger : roles) {
    for (RoleScores& role : of_trigger) {
      const float* row = scores + role.token * kinds;
      const float* most = std::max_element(row, row + kinds);
      role.sector = static_cast<std::uint8_t>(most - row);
      role.sector_probability = *most;
    }
  }
}

std::vector<RoleScores> RoleHead::of_trigger(const float* words, std::size_t count, const float* trigger,
                                             const float* maps) const {
  std::array<float, kEventRoleCount> constants{};
  pairs_.constants(trigger, constants);
  std::vector<RoleScores> found;
  for (std::uint32_t w = 0; w < count; ++w) {
    RoleScores row{w, {}};
    for (std::size_t r = 0; r < kEventRoleCount; ++r)
      row.probability[r] = pairs_.score(words + w * pairs_.size(), maps, constants, r);
    softmax(row.probability);
    if (row.probability[0] <= 1 - kLeast) found.push_back(row);
  }
  return found;
}

}  // namespace dateline
