// One call's work: windows of many paragraphs go through the encoder together,
// and what the heads say of their words is kept by paragraph until all is read.
#pragma once

#include <dateline/report.h>

#include <deque>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "parse/dependencies.h"
#include "parse/events.h"
#include "parse/neighbours.h"
#include "parse/parser.h"
#include "parse/roles.h"
#include "parse/tags.h"
#include "parse/windows.h"

namespace dateline {

/// The loaded model.
struct ParseModel {
  explicit ParseModel(const std::filesystem::path& path);

  neural::ModelFile file;
  Vocabulary vocabulary;
  neural::Encoder encoder;
  neural::Linear segment;
  TagHead tags;
  DependencyHead dependencies;
  std::optional<EventHead> events;
  std::optional<RoleHead> roles;
  std::optional<NeighbourIndex> neighbours;
};

/// Scratch memory of one thread.
struct ParseWorkspace {
  neural::Workspace neural;
  DependencyHead::Workspace dependencies;
  RoleHead::Workspace roles;
  EventHead::Details details;
  NeighbourIndex::Workspace neighbours;
  neural::Batch batch;
  neural::Buffer<float> encoded, atoms, segments, words, tags, triggers, keys, probabilities, statuses;
};

/// Parses reports; made for one call.
class BatchParser {
 public:
  /// `watcher` may be null.
  BatchParser(const ParseModel& model, ParseWorkspace& workspace, std::span<Report* const> reports,
              const KeyWatcher* watcher);
  void run();

 private:
  /// A paragraph and what is known of it so far. Indices count from the paragraph's first word.
  struct Paragraph {
    const Report* report;
    Span span;
    std::optional<WindowReader> reader;
    std::vector<Token> tokens;
    std::vector<Sentence> sentences;
    std::vector<Name> names;
    std::vector<MentionType> mention_types;
    std::vector<EventScores> event_scores;

    void move_by(std::uint32_t offset, std::uint32_t segment);
  };

  /// A window of the batch.
  struct Window {
    Paragraph* paragraph;
    std::size_t row;       ///< where it begins in the batch; later, its first atom among the batch's
    TokenRange words;      ///< of the batch
    std::uint32_t offset;  ///< words that its paragraph had before

    Token& token(std::uint32_t word) const { return paragraph->tokens[offset + word - words.begin]; }
  };

  using PlaceOfScores = std::pair<Paragraph*, std::size_t>;  ///< and the index in its event_scores

  bool fill_batch();
  void gather_atoms();
  void segment_windows();
  void segment(const Window& window);
  void start_sentence(Paragraph& paragraph);
  void annotate_words();
  void annotate_names();
  void annotate_dependencies();
  void annotate_events();
  void add_details();
  void show_keys() const;
  void find_neighbours();
  void annotate_roles();
  void collect(Report& report, std::span<Paragraph> paragraphs) const;

  const ParseModel& model_;
  ParseWorkspace& workspace_;
  std::span<Report* const> reports_;
  const KeyWatcher* watcher_;
  std::vector<Paragraph> paragraphs_;
  std::vector<std::size_t> first_paragraph_;  ///< by report, and the end
  std::deque<Paragraph*> waiting_;

  std::vector<Window> windows_;
  std::vector<std::uint32_t> atom_rows_;        ///< of the batch's atoms: row of the encoder's output
  std::vector<std::uint32_t> word_rows_;        ///< of the batch's words
  std::vector<TokenRange> sentences_;           ///< tile the batch's words
  std::vector<std::uint32_t> trigger_words_;    ///< words that may trigger an event, …
  std::vector<PlaceOfScores> trigger_scores_;   ///< … and their event scores
  std::vector<NeighbourIndex::Query> queries_;  ///< of those that may have neighbours
  std::vector<PlaceOfScores> likely_;           ///< event scores that need roles, …
  std::vector<std::uint32_t> likely_words_;     ///< … and their words of the batch
  std::vector<EventScores*> details_;           ///< the same, once no more are added
  std::vector<AtomClass> classes_;              ///< of one window's atoms
  std::vector<float> name_scores_;              ///< of one sentence
  std::vector<Dependency> arcs_;                ///< of the batch's words
};

}  // namespace dateline
