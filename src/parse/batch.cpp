#include "parse/batch.h"

#include <algorithm>
#include <array>

#include "neural/product.h"

namespace dateline {
namespace {

using neural::Activation;

/// Pieces a batch: enough to fill the matrix kernels, few enough to stay in the cache.
constexpr std::size_t kBatchPieces = 512;

void gather(const float* rows, std::span<const std::uint32_t> which, std::size_t width, float* out) {
  for (const std::uint32_t row : which) out = std::copy_n(rows + row * width, width, out);
}

/// The best class that the atom may have: a word goes on only where nothing stands between.
AtomClass best_class(const float* scores, bool glued, float sentence_bonus) {
  const std::array<float, 3> score{scores[0], scores[1], scores[2] + sentence_bonus};
  return static_cast<AtomClass>(std::max_element(score.begin() + (glued ? 0 : 1), score.end()) - score.begin());
}

/// "in the U.S.Officials said": a capitalised word glued to an abbreviation of initials. Edited news has no such thing,
/// broadcast transcripts do; the boundary head learned from edited text and is too sure that no sentence begins there.
/// What it lacks was read off "U.S.Officials" (6) and "the U.S.Navy" (12).
constexpr float kAfterInitials = 9;

bool follows_initials(std::span<const Atom> atoms, std::size_t i, std::string_view text) {
  constexpr std::uint8_t kCapitalised = 2, kCapital = 5;
  const auto is_stop = [&](std::size_t a) { return text[atoms[a].span.begin] == '.'; };
  if (i < 4 || !atoms[i].glued || atoms[i].shape / 2 != kCapitalised) return false;
  return is_stop(i - 1) && is_stop(i - 3) && atoms[i - 2].shape / 2 == kCapital && atoms[i - 4].shape / 2 == kCapital;
}

/// "Japan condemned …": no sentence begins in lower case right after a word, whatever the head thinks of a paragraph's
/// first words. (Web text has such sentences, hence no more than this.)
constexpr float kMidSentence = -3;

bool is_mid_sentence(std::span<const Atom> atoms, std::size_t i, std::string_view text) {
  constexpr std::uint8_t kLower = 1, kLetters = 5;
  const auto shape = [&](std::size_t a) { return atoms[a].shape / 2; };
  if (i == 0 || shape(i) != kLower || shape(i - 1) == 0 || shape(i - 1) > kLetters) return false;
  return text.substr(atoms[i - 1].span.end, atoms[i].span.begin - atoms[i - 1].span.end).find('\n') ==
         std::string_view::npos;
}

/// Words that are less likely than this to trigger anything get no status and no roles.
constexpr float kSurelyNone = 0.93F;

/// Words that are less likely than this get no neighbours either.
constexpr float kOutOfQuestion = 0.99F;

bool may_be_trigger(Upos upos) {
  return upos == Upos::VERB || upos == Upos::NOUN || upos == Upos::ADJ || upos == Upos::PROPN;
}

template <typename T>
void append_moved(std::vector<T>& to, std::vector<T>& from) {
  to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

}  // namespace

ParseModel::ParseModel(const std::filesystem::path& path)
    : file(path),
      vocabulary(file),
      encoder(file),
      segment(file, "segment", 3, file.config().hidden),
      tags(file),
      dependencies(file) {
  if (EventHead::in(file)) events.emplace(file);
  if (events && RoleHead::in(file)) roles.emplace(file);
}

BatchParser::BatchParser(const ParseModel& model, ParseWorkspace& workspace, std::span<Report* const> reports,
                         const KeyWatcher* watcher)
    : model_(model), workspace_(workspace), reports_(reports), watcher_(watcher) {
  for (const Report* report : reports_) {
    first_paragraph_.push_back(paragraphs_.size());
    for (const Span span : report->paragraphs) paragraphs_.push_back({report, span, {}, {}, {}, {}, {}, {}});
  }
  first_paragraph_.push_back(paragraphs_.size());
  for (Paragraph& paragraph : paragraphs_) waiting_.push_back(&paragraph);
}

void BatchParser::run() {
  while (fill_batch()) {
    float* encoded = workspace_.encoded.reserve(workspace_.batch.rows() * model_.encoder.width());
    model_.encoder.encode(workspace_.batch, encoded, workspace_.neural);
    gather_atoms();
    segment_windows();
    annotate_words();
    annotate_names();
    annotate_dependencies();
    if (model_.events) annotate_events();
    if (model_.events && watcher_) show_keys();
    if (model_.neighbours) find_neighbours();
    if (model_.roles) annotate_roles();
  }
  for (std::size_t i = 0; i < reports_.size(); ++i) {
    const std::size_t begin = first_paragraph_[i];
    collect(*reports_[i], std::span(paragraphs_).subspan(begin, first_paragraph_[i + 1] - begin));
  }
}

bool BatchParser::fill_batch() {
  neural::Batch& batch = workspace_.batch;
  batch.clear();
  windows_.clear();
  while (!waiting_.empty() && batch.rows() < kBatchPieces) {
    Paragraph& paragraph = *waiting_.front();
    waiting_.pop_front();
    if (!paragraph.reader) {
      paragraph.reader.emplace(model_.vocabulary, paragraph.report->text, paragraph.span, model_.encoder.max_pieces());
    }
    const std::size_t row = batch.rows();
    if (paragraph.reader->next(batch)) {
      windows_.push_back({&paragraph, row, {}, static_cast<std::uint32_t>(paragraph.tokens.size())});
    } else {
      paragraph.reader.reset();
    }
  }
  return !windows_.empty();
}

/// Row of each atom's first piece; from here on `Window::row` counts atoms.
void BatchParser::gather_atoms() {
  atom_rows_.clear();
  for (Window& window : windows_) {
    auto row = static_cast<std::uint32_t>(window.row + 1);
    window.row = atom_rows_.size();
    for (const Atom& atom : window.paragraph->reader->atoms()) {
      atom_rows_.push_back(row);
      row += atom.pieces;
    }
  }
  const std::size_t width = model_.encoder.width();
  float* atoms = workspace_.atoms.reserve(atom_rows_.size() * width);
  gather(workspace_.encoded.data(), atom_rows_, width, atoms);
  float* scores = workspace_.segments.reserve(atom_rows_.size() * 3);
  model_.segment.apply(atoms, atom_rows_.size(), scores, Activation::none, workspace_.neural);
}

void BatchParser::segment_windows() {
  word_rows_.clear();
  sentences_.clear();
  for (Window& window : windows_) {
    window.words.begin = static_cast<std::uint32_t>(word_rows_.size());
    segment(window);
    window.words.end = static_cast<std::uint32_t>(word_rows_.size());
    if (!sentences_.empty()) sentences_.back().end = window.words.end;
    waiting_.push_front(window.paragraph);
  }
}

/// Joins the window's atoms to words and sentences, as far as this window settles them.
void BatchParser::segment(const Window& window) {
  Paragraph& paragraph = *window.paragraph;
  const std::span<const Atom> atoms = paragraph.reader->atoms();
  const float* scores = workspace_.segments.data() + window.row * 3;
  classes_.clear();
  for (std::size_t i = 0; i < atoms.size(); ++i) {
    const std::string_view text = paragraph.report->text;
    const float bonus = follows_initials(atoms, i, text)  ? kAfterInitials
                        : is_mid_sentence(atoms, i, text) ? kMidSentence
                                                          : 0;
    classes_.push_back(i == 0 ? AtomClass::sentence : best_class(scores + i * 3, atoms[i].glued, bonus));
  }
  const std::size_t settled = paragraph.reader->settle(classes_);
  for (std::size_t i = 0; i < settled; ++i) {
    if (classes_[i] == AtomClass::continues) {
      paragraph.tokens.back().span.end = atoms[i].span.end;
      continue;
    }
    if (classes_[i] == AtomClass::sentence) start_sentence(paragraph);
    word_rows_.push_back(atom_rows_[window.row + i]);
    paragraph.tokens.emplace_back().span = atoms[i].span;
    paragraph.sentences.back().tokens.end = static_cast<std::uint32_t>(paragraph.tokens.size());
  }
  paragraph.reader->advance(settled);
}

void BatchParser::start_sentence(Paragraph& paragraph) {
  const auto word = static_cast<std::uint32_t>(word_rows_.size());
  if (!sentences_.empty()) sentences_.back().end = word;
  sentences_.push_back({word, word});
  const auto token = static_cast<std::uint32_t>(paragraph.tokens.size());
  paragraph.sentences.emplace_back().tokens = {token, token};
}

void BatchParser::annotate_words() {
  const std::size_t width = model_.encoder.width();
  const neural::Linear& linear = model_.tags.linear();
  float* words = workspace_.words.reserve(word_rows_.size() * width);
  gather(workspace_.encoded.data(), word_rows_, width, words);
  float* scores = workspace_.tags.reserve(word_rows_.size() * linear.out());
  linear.apply(words, word_rows_.size(), scores, Activation::none, workspace_.neural);
  for (const Window& window : windows_) {
    Paragraph& paragraph = *window.paragraph;
    for (std::uint32_t word = window.words.begin; word < window.words.end; ++word) {
      Token& token = window.token(word);
      const float* row = scores + word * linear.out();
      model_.tags.annotate(row, paragraph.report->slice(token.span), token);
      paragraph.mention_types.push_back(model_.tags.mention(row));
    }
  }
}

void BatchParser::annotate_names() {
  const std::size_t stride = model_.tags.linear().out();
  std::size_t sentence = 0;
  for (const Window& window : windows_) {
    for (; sentence < sentences_.size() && sentences_[sentence].end <= window.words.end; ++sentence) {
      const TokenRange words = sentences_[sentence];
      name_scores_.clear();
      for (std::size_t word = words.begin; word < words.end; ++word) {
        const auto scores = model_.tags.name_scores(workspace_.tags.data() + word * stride);
        name_scores_.insert(name_scores_.end(), scores.begin(), scores.end());
      }
      const std::uint32_t first = window.offset + words.begin - window.words.begin;
      for (const NameRange& name : find_names(model_.tags.name_tags(), name_scores_)) {
        const TokenRange tokens{first + name.begin, first + name.end};
        const std::vector<Token>& all = window.paragraph->tokens;
        const auto is_proper = [](const Token& t) { return t.upos == Upos::PROPN; };
        if (std::none_of(all.begin() + tokens.begin, all.begin() + tokens.end, is_proper))
          continue;  // "mom", "the web"
        window.paragraph->names.push_back(
            {tokens, {all[tokens.begin].span.begin, all[tokens.end - 1].span.end}, name.kind});
      }
    }
  }
}

void BatchParser::annotate_dependencies() {
  arcs_.resize(word_rows_.size());
  model_.dependencies.parse(workspace_.words.data(), sentences_, arcs_, workspace_.dependencies, workspace_.neural);
  for (const Window& window : windows_) {
    for (std::uint32_t word = window.words.begin; word < window.words.end; ++word) {
      const Dependency& arc = arcs_[word];
      Token& token = window.token(word);
      token.deprel = model_.dependencies.relations()[arc.relation];
      token.head = arc.head == Token::kRoot ? Token::kRoot : window.offset + arc.head - window.words.begin;
    }
  }
}

void BatchParser::annotate_events() {
  trigger_words_.clear();
  for (const Window& window : windows_) {
    for (std::uint32_t word = window.words.begin; word < window.words.end; ++word) {
      if (may_be_trigger(window.token(word).upos)) trigger_words_.push_back(word);
    }
  }
  const std::size_t width = model_.encoder.width();
  const std::size_t types = model_.events->labels().size(), statuses = model_.events->statuses();
  float* vectors = workspace_.triggers.reserve(trigger_words_.size() * width);
  gather(workspace_.words.data(), trigger_words_, width, vectors);
  float* keys = workspace_.keys.reserve(trigger_words_.size() * model_.events->key_width());
  const float* scores = workspace_.probabilities.reserve(trigger_words_.size() * types);
  const float* status = workspace_.statuses.reserve(trigger_words_.size() * std::max<std::size_t>(statuses, 1));
  model_.events->score(vectors, trigger_words_.size(), keys, workspace_.probabilities.data(),
                       workspace_.statuses.data(), workspace_.neural);
  trigger_scores_.clear();
  likely_.clear();
  likely_words_.clear();
  auto window = windows_.begin();
  for (const std::uint32_t word : trigger_words_) {
    while (word >= window->words.end) ++window;
    const std::uint32_t token = window->offset + word - window->words.begin;
    auto& found = window->paragraph->event_scores;
    trigger_scores_.emplace_back(window->paragraph, found.size());
    found.push_back({});
    found.back().token = token;
    found.back().probability.assign(scores, scores + types);
    if (scores[types - 1] < kSurelyNone) {
      found.back().status.assign(status, status + statuses);
      likely_.emplace_back(window->paragraph, found.size() - 1);
      likely_words_.push_back(word);
    }
    scores += types;
    status += statuses;
  }
  add_details();
}

void BatchParser::add_details() {
  details_.clear();
  for (const auto& [paragraph, index] : likely_) details_.push_back(&paragraph->event_scores[index]);
  const std::size_t width = model_.encoder.width();
  gather(workspace_.words.data(), likely_words_, width, workspace_.details.vectors.reserve(details_.size() * width));
  model_.events->add_details(details_, workspace_.details, workspace_.neural);
}

void BatchParser::show_keys() const {
  const std::size_t width = model_.events->key_width();
  const float* key = workspace_.keys.data();
  for (const auto& [paragraph, scores] : trigger_scores_) {
    const Token& token = paragraph->tokens[paragraph->event_scores[scores].token];
    (*watcher_)(*paragraph->report, token.span, {key, width});
    key += width;
  }
}

void BatchParser::find_neighbours() {
  const std::size_t width = model_.events->key_width();
  queries_.clear();
  for (std::size_t i = 0; i < trigger_scores_.size(); ++i) {
    Paragraph& paragraph = *trigger_scores_[i].first;
    EventScores& scores = paragraph.event_scores[trigger_scores_[i].second];
    if (scores.probability.back() > kOutOfQuestion) continue;
    queries_.push_back({workspace_.keys.data() + i * width, paragraph.report->example, &scores.neighbours});
  }
  model_.neighbours->search(queries_, workspace_.neighbours, workspace_.neural);
}

void BatchParser::annotate_roles() {
  std::size_t next = 0;
  for (const TokenRange sentence : sentences_) {
    const std::size_t first = next;
    while (next < likely_.size() && likely_words_[next] < sentence.end) ++next;
    if (first == next) continue;
    auto roles =
        model_.roles->score(workspace_.words.data(), sentence, std::span(likely_words_).subspan(first, next - first),
                            workspace_.roles, workspace_.neural);
    for (std::size_t i = first; i < next; ++i) {
      EventScores& scores = likely_[i].first->event_scores[likely_[i].second];
      scores.roles = std::move(roles[i - first]);
      const std::uint32_t begin = scores.token - (likely_words_[i] - sentence.begin);
      for (RoleScores& role : scores.roles) role.token += begin;
    }
  }
}

/// Puts a report's paragraphs together.
void BatchParser::collect(Report& report, std::span<Paragraph> paragraphs) const {
  report.tokens.clear();
  report.sentences.clear();
  report.names.clear();
  report.mention_types.clear();
  report.event_scores.clear();
  report.event_labels.clear();
  report.act_labels.clear();
  report.mode_labels.clear();
  report.context_labels.clear();
  if (model_.events) {
    report.event_labels = model_.events->labels();
    report.act_labels = model_.events->acts();
    report.mode_labels = model_.events->modes();
    report.context_labels = model_.events->contexts();
  }
  report.sector_labels.clear();
  if (model_.roles) report.sector_labels = model_.roles->sectors();
  std::uint32_t segment = 0;
  for (Paragraph& paragraph : paragraphs) {
    while (segment + 1 < report.segments.size() && report.segments[segment].span.end <= paragraph.span.begin) ++segment;
    paragraph.move_by(static_cast<std::uint32_t>(report.tokens.size()), segment);
    append_moved(report.tokens, paragraph.tokens);
    append_moved(report.sentences, paragraph.sentences);
    append_moved(report.names, paragraph.names);
    append_moved(report.mention_types, paragraph.mention_types);
    append_moved(report.event_scores, paragraph.event_scores);
  }
}

/// Counts words from the report's first one, and finishes the sentences.
void BatchParser::Paragraph::move_by(std::uint32_t offset, std::uint32_t segment) {
  for (Sentence& sentence : sentences) {
    sentence.span = {tokens[sentence.tokens.begin].span.begin, tokens[sentence.tokens.end - 1].span.end};
    sentence.segment = segment;
    for (std::uint32_t token = sentence.tokens.begin; token < sentence.tokens.end; ++token) {
      if (tokens[token].head == Token::kRoot) {
        sentence.root = token + offset;
      } else {
        tokens[token].head += offset;
      }
    }
    sentence.tokens = {sentence.tokens.begin + offset, sentence.tokens.end + offset};
  }
  for (Name& name : names) name.tokens = {name.tokens.begin + offset, name.tokens.end + offset};
  for (EventScores& scores : event_scores) {
    scores.token += offset;
    for (RoleScores& role : scores.roles) role.token += offset;
  }
}

}  // namespace dateline
