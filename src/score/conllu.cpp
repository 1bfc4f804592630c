#include "score/conllu.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "score/lines.h"

namespace dateline::score {
namespace {

constexpr std::size_t kColumns = 10;
enum Column { kId, kForm, kLemma, kUpos, kXpos, kFeats, kHead, kDeprel, kDeps, kMisc };

std::string value_of(std::string_view column) { return column == "_" ? std::string{} : std::string(column); }

bool has_space_after(std::string_view misc) {
  const auto parts = split(misc, '|');
  return std::find(parts.begin(), parts.end(), "SpaceAfter=No") == parts.end();
}

/// Collects documents sentence by sentence. Word numbers of the file count from 1 in each sentence; 0 is the root.
class Reader {
 public:
  explicit Reader(const std::string& file) : file_(file) {}

  void take(std::string_view line, std::size_t number) {
    line_ = number;
    if (line.empty()) {
      end_sentence();
    } else if (line.front() == '#') {
      comment(line);
    } else {
      row(split(line, '\t'));
    }
  }

  std::vector<GoldDocument> finish() {
    end_sentence();
    end_paragraph();
    return std::move(documents_);
  }

 private:
  static bool is_mark(std::string_view line, std::string_view mark) {
    return line == mark || (line.starts_with(mark) && line[mark.size()] == ' ');
  }

  void comment(std::string_view line) {
    if (is_mark(line, "# newdoc")) {
      end_paragraph();
      documents_.emplace_back().id = comment_value(line, "newdoc id");
    } else if (is_mark(line, "# newpar")) {
      end_paragraph();
    } else if (const auto id = comment_value(line, "sent_id"); !id.empty()) {
      id_ = id;
    }
  }

  void row(const std::vector<std::string_view>& columns) {
    if (columns.size() != kColumns) bad_gold("a line of CoNLL-U has ten columns", file_, line_);
    if (columns[kId].find('.') != std::string_view::npos) return;
    if (!in_sentence_) begin_sentence();
    if (const auto dash = columns[kId].find('-'); dash != std::string_view::npos) {
      begin_multiword(columns, number(columns[kId].substr(0, dash)), number(columns[kId].substr(dash + 1)));
    } else {
      word(columns);
    }
  }

  std::uint32_t number(std::string_view text) const {
    std::uint32_t value = 0;
    const auto [stop, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (fault != std::errc{} || stop != text.data() + text.size()) {
      bad_gold("\"" + std::string(text) + "\" is no word number", file_, line_);
    }
    return value;
  }

  GoldDocument& document() { return documents_.back(); }
  std::uint32_t word_count() { return static_cast<std::uint32_t>(document().words.size()); }

  void begin_sentence() {
    if (documents_.empty()) documents_.emplace_back();
    in_sentence_ = true;
    multiword_end_ = 0;
    document().sentences.push_back({std::exchange(id_, {}), {}, {word_count(), word_count()}});
  }

  void begin_multiword(const std::vector<std::string_view>& columns, std::uint32_t first, std::uint32_t last) {
    if (first != next_word() || last <= first)
      bad_gold("the multiword token does not stand before its words", file_, line_);
    token(columns, last - first + 1);
    multiword_end_ = last;
  }

  std::uint32_t next_word() { return word_count() - document().sentences.back().words.begin + 1; }

  void word(const std::vector<std::string_view>& columns) {
    const std::uint32_t id = number(columns[kId]);
    if (id != next_word()) bad_gold("word " + std::to_string(id) + " does not follow the one before", file_, line_);
    if (id > multiword_end_) token(columns, 1);
    const std::uint32_t head = number(columns[kHead]);
    document().words.push_back({std::string(columns[kForm]), std::string(columns[kLemma]), std::string(columns[kUpos]),
                                std::string(columns[kXpos]), value_of(columns[kFeats]), std::string(columns[kDeprel]),
                                head == 0 ? Token::kRoot : document().sentences.back().words.begin + head - 1});
  }

  /// The form of a token goes into the text, after the space or blank line that is due.
  void token(const std::vector<std::string_view>& columns, std::uint32_t words) {
    std::string& text = document().text;
    if (!text.empty() && !in_paragraph_) {
      text += "\n\n";
    } else if (!text.empty() && space_due_) {
      text += ' ';
    }
    const auto begin = static_cast<std::uint32_t>(text.size());
    if (!std::exchange(in_paragraph_, true)) document().paragraphs.push_back({begin, begin});
    text += columns[kForm];
    document().tokens.push_back(
        {{begin, static_cast<std::uint32_t>(text.size())}, {word_count(), word_count() + words}});
    space_due_ = has_space_after(columns[kMisc]);
    stretch_sentence(begin);
  }

  void stretch_sentence(std::uint32_t begin) {
    GoldSentence& sentence = document().sentences.back();
    if (sentence.span.empty()) sentence.span.begin = begin;
    sentence.span.end = static_cast<std::uint32_t>(document().text.size());
  }

  void end_sentence() {
    if (!std::exchange(in_sentence_, false)) return;
    GoldSentence& sentence = document().sentences.back();
    sentence.words.end = word_count();
    for (std::uint32_t i = sentence.words.begin; i < sentence.words.end; ++i) {
      const std::uint32_t head = document().words[i].head;
      if (head != Token::kRoot && !sentence.words.contains(head))
        bad_gold("a head of this sentence is no word of it", file_, line_);
    }
    if (multiword_end_ >= next_word()) bad_gold("the multiword token lacks words", file_, line_);
  }

  void end_paragraph() {
    if (!std::exchange(in_paragraph_, false)) return;
    document().paragraphs.back().end = static_cast<std::uint32_t>(document().text.size());
  }

  const std::string& file_;
  std::size_t line_ = 0;
  std::vector<GoldDocument> documents_;
  std::string id_;
  bool in_sentence_ = false;
  bool in_paragraph_ = false;
  bool space_due_ = false;
  std::uint32_t multiword_end_ = 0;  ///< number of the last word of the current multiword token
};

}  // namespace

std::vector<GoldDocument> read_conllu(std::string_view content, const std::string& file) {
  Reader reader(file);
  for_each_line(content, [&](std::string_view line, std::size_t number) { reader.take(line, number); });
  return reader.finish();
}

}  // namespace dateline::score
