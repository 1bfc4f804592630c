#include "readers/json_lines.h"

#include <simdjson.h>

#include <array>
#include <filesystem>
#include <span>

#include "readers/dates.h"

namespace dateline {
namespace {

using simdjson::dom::element;
using simdjson::dom::object;

// Names under which archives keep each field, the usual one first.
constexpr std::array<const char*, 3> kId = {"id", "_id", "guid"};
constexpr std::array<const char*, 3> kUrl = {"url", "link", "uri"};
constexpr std::array<const char*, 2> kTitle = {"title", "headline"};
constexpr std::array<const char*, 5> kText = {"text", "body", "content", "article", "maintext"};
constexpr std::array<const char*, 6> kPublished = {"published",    "date",    "published_at",
                                                   "date_publish", "pubDate", "datetime"};
constexpr std::array<const char*, 4> kPublisher = {"publisher", "source", "outlet", "site"};

/// The first of the fields that is there and a string (numbers are taken for ids).
std::string field(const object& record, std::span<const char* const> names) {
  for (const char* name : names) {
    const auto value = record[name];
    std::string_view text;
    std::int64_t number = 0;
    if (value.get(text) == simdjson::SUCCESS) return std::string(text);
    if (value.get(number) == simdjson::SUCCESS) return std::to_string(number);
  }
  return {};
}

/// `sources: [{url, publisher}, …]`, as in archives of summaries: the first one counts.
void take_first_source(const object& record, Report& report) {
  object source;
  if (record["sources"].at(0).get(source) != simdjson::SUCCESS) return;
  if (report.url.empty()) report.url = field(source, kUrl);
  if (report.publisher.empty()) report.publisher = field(source, kPublisher);
}

bool is_blank(std::string_view line) { return line.find_first_not_of(" \t\r\n") == std::string_view::npos; }

}  // namespace

class JsonLines::Impl {
 public:
  Impl(std::istream& in, std::string name, const ReadOptions& options)
      : in_(in), name_(std::move(name)), options_(options) {}

  Result next(Report& report, Complaint& complaint) {
    if (pending_ > 0) return next_of_array(report, complaint);
    std::string text;
    do {
      if (!read_line(text)) return Result::end;
    } while (is_blank(text));
    if (text.size() > kJsonOverhead * options_.max_bytes)
      return fail(complaint, ErrorCode::too_large, "line is too long");
    if (line_ == 1 && text.front() == '[') return open_array(std::move(text), report, complaint);
    const auto failure = parser_.parse(text).get(parsed_);
    if (failure != simdjson::SUCCESS) return fail(complaint, ErrorCode::bad_json, simdjson::error_message(failure));
    return convert(parsed_, report, complaint);
  }

  std::size_t line() const { return line_; }

 private:
  // Escapes make a JSON text longer than what it says.
  static constexpr std::size_t kJsonOverhead = 6;

  /// Reads to the line's end; what goes far beyond the limit is not kept in memory.
  bool read_line(std::string& text) {
    text.clear();
    if (!in_.good() || in_.peek() == std::istream::traits_type::eof()) return false;
    ++line_;
    std::streambuf& buffer = *in_.rdbuf();
    for (int c = buffer.sbumpc(); c != '\n'; c = buffer.sbumpc()) {
      if (c == std::istream::traits_type::eof()) {
        in_.setstate(std::ios::eofbit);
        break;
      }
      if (text.size() <= kJsonOverhead * options_.max_bytes) text.push_back(static_cast<char>(c));
    }
    if (line_ == 1 && text.starts_with("\xef\xbb\xbf")) text.erase(0, 3);
    return true;
  }

  Result open_array(std::string text, Report& report, Complaint& complaint) {
    std::string more;
    while (read_line(more)) text.append("\n").append(more);
    line_ = 1;
    const auto failure = parser_.parse(text).get(parsed_);
    simdjson::dom::array array;
    if (failure != simdjson::SUCCESS || parsed_.get(array) != simdjson::SUCCESS) {
      return fail(complaint, ErrorCode::bad_json, simdjson::error_message(failure));
    }
    pending_ = array.size();
    size_ = pending_;
    return pending_ == 0 ? Result::end : next_of_array(report, complaint);
  }

  Result next_of_array(Report& report, Complaint& complaint) {
    const element item = parsed_.at(size_ - pending_);
    --pending_;
    ++ordinal_;
    return convert(item, report, complaint);
  }

  Result convert(const element& item, Report& report, Complaint& complaint) {
    object record;
    if (item.get(record) != simdjson::SUCCESS) return fail(complaint, ErrorCode::bad_report, "is no JSON object");
    report.id = field(record, kId);
    report.url = field(record, kUrl);
    report.title = field(record, kTitle);
    report.text = field(record, kText);
    report.publisher = field(record, kPublisher);
    take_first_source(record, report);
    if (report.id.empty()) {
      report.id = default_id();
      report.id_origin = IdOrigin::position;
    }
    if (report.text.empty()) return fail(complaint, ErrorCode::bad_report, "has no text (text, body or content)");
    const std::string date = field(record, kPublished);
    report.published = read_date(date);
    if (report.published || date.empty()) return Result::report;
    return fail(complaint, ErrorCode::bad_date, "date '" + date.substr(0, 40) + "' cannot be read");
  }

  std::string default_id() const {
    return std::filesystem::path(name_).stem().string() + "-" + std::to_string(size_ > 0 ? ordinal_ : line_);
  }

  Result fail(Complaint& complaint, ErrorCode code, std::string message) {
    complaint = {code, std::move(message), name_, line_, true};
    return Result::complaint;
  }

  std::istream& in_;
  std::string name_;
  const ReadOptions& options_;
  simdjson::dom::parser parser_;
  element parsed_;
  std::size_t line_ = 0;
  std::size_t size_ = 0;     // of the array being read, 0 in a file of lines
  std::size_t pending_ = 0;  // its objects still to deliver
  std::size_t ordinal_ = 0;  // the last one delivered, from 1
};

JsonLines::JsonLines(std::istream& in, std::string name, const ReadOptions& options)
    : impl_(std::make_unique<Impl>(in, std::move(name), options)) {}
JsonLines::~JsonLines() = default;
JsonLines::Result JsonLines::next(Report& report, Complaint& complaint) { return impl_->next(report, complaint); }
std::size_t JsonLines::line() const { return impl_->line(); }

}  // namespace dateline
