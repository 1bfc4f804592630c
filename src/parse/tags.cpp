#include "parse/tags.h"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

namespace dateline {
namespace {

using neural::ModelFile;

/// The label table of a head with each label read by `read`, which gives nothing or throws for a label it does not
/// know.
template <typename Value, typename Read>
std::vector<Value> read_labels(const ModelFile& model, const std::string& head, Read read) {
  std::vector<Value> values;
  for (const std::string& label : model.labels(head)) {
    const std::optional<Value> value = read(label);
    if (!value) model.fail(fmt::format("the labels of {} have the unknown {}", head, label));
    values.push_back(*value);
  }
  return values;
}

std::optional<LemmaScript> lemma_script(const std::string& label) {
  try {
    return LemmaScript::parse(label);
  } catch (const std::invalid_argument&) {
    return std::nullopt;
  }
}

std::optional<MentionType> mention_type(const std::string& label) {
  for (std::size_t i = 0; i < kMentionTypeCount; ++i) {
    if (name_of(static_cast<MentionType>(i)) == label) return static_cast<MentionType>(i);
  }
  return std::nullopt;
}

/// CoNLL-U's "_" is nothing.
std::optional<std::string> plain_label(const std::string& label) { return label == "_" ? std::string() : label; }

/// A model may come without a lexicon.
LemmaLexicon read_lexicon(const ModelFile& model) {
  try {
    const auto rows = [&](const char* name) {
      return model.has_labels(name) ? model.labels(name) : std::vector<std::string>();
    };
    return {rows("lexicon"), rows("words")};
  } catch (const std::invalid_argument& row) {
    model.fail(std::string("the lexicon has the broken row ") + row.what());
  }
}

std::size_t total_size(const ModelFile& model) {
  std::size_t size = 1;
  for (const char* head : {"upos", "xpos", "feats", "lemma", "ner", "mention"}) size += model.labels(head).size();
  return size;
}

}  // namespace

TagHead::TagHead(const ModelFile& model)
    : upos_labels_(read_labels<Upos>(model, "upos", [](const std::string& label) { return upos_of(label); })),
      xpos_labels_(read_labels<std::string>(model, "xpos", plain_label)),
      feats_labels_(read_labels<std::string>(model, "feats", plain_label)),
      lemma_labels_(read_labels<LemmaScript>(model, "lemma", lemma_script)),
      lexicon_(read_lexicon(model)),
      name_tags_(read_labels<NameTag>(model, "ner", [](const std::string& label) { return name_tag(label); })),
      mention_labels_(read_labels<MentionType>(model, "mention", mention_type)),
      linear_(model, "tags", total_size(model), model.config().hidden) {
  upos_ = next_range(upos_labels_.size());
  xpos_ = next_range(xpos_labels_.size());
  feats_ = next_range(feats_labels_.size());
  lemma_ = next_range(lemma_labels_.size());
  names_ = next_range(name_tags_.size());
  mention_ = next_range(mention_labels_.size());
}

TagHead::Range TagHead::next_range(std::size_t size) {
  const Range range{factuality_, size};
  factuality_ += size;
  return range;
}

std::size_t TagHead::best(const float* scores, Range range) {
  const float* begin = scores + range.begin;
  return static_cast<std::size_t>(std::max_element(begin, begin + range.size) - begin);
}

void TagHead::annotate(const float* scores, std::string_view form, Token& token) const {
  token.upos = upos_labels_[best(scores, upos_)];
  token.xpos = xpos_labels_[best(scores, xpos_)];
  token.feats = feats_labels_[best(scores, feats_)];
  const std::string* known = lexicon_.find(form, token.xpos);
  token.lemma =
      known != nullptr ? *known : lexicon_.check(lemma_labels_[best(scores, lemma_)].apply(form), form, token.xpos);
  token.factuality = std::clamp(scores[factuality_], -3.0F, 3.0F);
}

MentionType TagHead::mention(const float* scores) const { return mention_labels_[best(scores, mention_)]; }

}  // namespace dateline
