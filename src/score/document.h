// Gold documents: the raw text that the program is given, and the annotation
// that it is measured against.
#pragma once

#include <dateline/report.h>

#include <cstdint>
#include <string>
#include <vector>

#include "score/squeezed.h"

namespace dateline::score {

/// A syntactic word of the gold file. `head` as in Token.
struct GoldWord {
  std::string form;
  std::string lemma;
  std::string upos;
  std::string xpos;
  std::string feats;  ///< "" if none
  std::string deprel;
  std::uint32_t head = Token::kRoot;
};

/// An orthographic token: one word, or the several words of a multiword token ("don't").
struct GoldToken {
  Span span;  ///< bytes of GoldDocument::text
  TokenRange words;
};

struct GoldSentence {
  std::string id;
  Span span;
  TokenRange words;
};

struct GoldDocument {
  std::string id;
  std::string text;
  std::vector<Span> paragraphs;
  std::vector<GoldSentence> sentences;
  std::vector<GoldToken> tokens;
  std::vector<GoldWord> words;
};

/// A report of exactly this text: one segment, these paragraphs (empty: one paragraph). No reader touches it.
Report bare_report(std::string id, std::string text, std::vector<Span> paragraphs = {});

/// A bare report of each document.
std::vector<Report> bare_reports(const std::vector<GoldDocument>& documents);

/// The squeezed text of each document.
std::vector<Squeezed> squeeze(const std::vector<GoldDocument>& documents);

}  // namespace dateline::score
