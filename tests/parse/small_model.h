// A whole parse model with random weights: its parses are nonsense, but they
// must be well-formed nonsense, and the same every time.
#pragma once

#include <filesystem>

#include "../neural/model_writer.h"

namespace dateline::testing {

inline void write_parse_model(const std::filesystem::path& path, bool events, neural::Config config = small_size(),
                              neural::Type type = neural::Type::int8) {
  std::vector<std::string> words = {"[PAD]", "[UNK]", "[CLS]", "[SEP]", "not", "'"};
  for (char c = 'a'; c <= 'z'; ++c) {
    words.push_back(std::string(1, c));
    words.push_back("##" + std::string(1, c));
  }
  for (const char* word : {"the", "troops", "attack", "##ed", "village", "said", ".", ",", "##s", "minister"})
    words.emplace_back(word);
  ModelWriter writer(config, type, words);
  writer.add_encoder();
  const std::map<std::string, std::vector<std::string>> labels = {
      {"upos", {"NOUN", "VERB", "ADP", "PROPN", "PUNCT"}},
      {"xpos", {"NN", "VBD", "_"}},
      {"feats", {"_", "Number=Sing", "Tense=Past"}},
      {"lemma", {"l:0:", "l:2:", "k:1:y"}},
      {"ner", {"O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC"}},
      {"mention", {"none", "person", "place"}},
      {"relation", {"nsubj", "root", "obj", "punct"}},
  };
  std::size_t tags = 1;
  for (const auto& [head, names] : labels) {
    writer.add_labels(head, names);
    if (head != "relation") tags += names.size();
  }
  const std::size_t relations = labels.at("relation").size();
  const std::size_t arc = config.arc, relation = config.relation, hidden = config.hidden;
  writer.add_linear("segment", 3, hidden);
  writer.add_linear("tags", tags, hidden);
  writer.add_linear("arc.dep", arc, hidden);
  writer.add_linear("arc.head", arc, hidden);
  writer.add_linear("rel.dep", relation, hidden);
  writer.add_linear("rel.head", relation, hidden);
  writer.add_floats("root", {hidden}, writer.random(hidden, 1));
  writer.add_floats("arc.bilinear", {arc, arc}, writer.random(arc * arc, 0.3F));
  writer.add_floats("arc.linear", {arc}, writer.random(arc, 0.3F));
  writer.add_floats("rel.bilinear", {relations, relation, relation},
                    writer.random(relations * relation * relation, 0.3F));
  writer.add_floats("rel.linear", {relations, 2 * relation}, writer.random(relations * 2 * relation, 0.3F));
  writer.add_floats("rel.bias", {relations}, writer.random(relations, 0.3F));
  if (events) {
    writer.add_labels("event", {"ASSAULT", "CONSULT", "NONE"});
    writer.add_linear("event.hidden", config.event_hidden, hidden);
    writer.add_linear("event.out", 3, config.event_hidden);
    writer.add_labels("act", {"ASSAULT", "CONSULT", ""});
    writer.add_linear("event.act", 3, config.event_hidden);
    writer.add_labels("mode", {"", "ASSAULT.aerial"});
    writer.add_linear("event.mode", 2, config.event_hidden);
    writer.add_labels("context", {"military", "crime"});
    writer.add_linear("event.context", 2, config.event_hidden);
  }
  writer.write(path);
}

}  // namespace dateline::testing
