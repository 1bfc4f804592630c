// A blob is a format number and then the fields of the structures in the order of their declaration, compressed.
// Spans are told from the end of the one before, so that most numbers are small. Coding is compressed against the
// text: what a record repeats of it, names above all, costs a few bits.
#include "store/blobs.h"

#include "store/bytes.h"
#include "store/compression.h"

namespace dateline::store {
namespace {

constexpr std::uint64_t kFormat = 1;

class Packer {
 public:
  Packer() { out_.number(kFormat); }
  std::string take() { return out_.take(); }

  void add(const Segment& segment) {
    add(segment.span);
    out_.string(segment.role);
    out_.string(segment.speaker);
  }
  void add(Span span) {
    out_.signed_number(static_cast<std::int64_t>(span.begin) - before_);
    out_.number(span.end - span.begin);
    before_ = span.end;
  }
  void add(const Sentence& sentence) {
    add(sentence.span);
    out_.number(sentence.segment);
  }
  void add(const std::string& text) { out_.string(text); }
  template <typename Item>
  void add(const std::vector<Item>& items) {
    out_.number(items.size());
    for (const Item& item : items) add(item);
  }
  template <typename Item>
  void add(const std::optional<Item>& item) {
    out_.number(item.has_value());
    if (item) add(*item);
  }
  void add(double value) { out_.real(value); }
  void add(std::chrono::year_month_day day) {
    out_.signed_number(static_cast<int>(day.year()));
    out_.number(static_cast<unsigned>(day.month()));
    out_.number(static_cast<unsigned>(day.day()));
  }
  void add(const Actor& actor) {
    add(actor.span);
    for (const std::string* text : {&actor.name, &actor.country, &actor.sector, &actor.id}) out_.string(*text);
  }
  void add(const Place& place) {
    add(place.span);
    for (const std::string* text : {&place.name, &place.country, &place.admin1, &place.id}) out_.string(*text);
    out_.number(place.located);
    out_.real(place.latitude);
    out_.real(place.longitude);
    out_.number(static_cast<unsigned>(place.precision));
  }
  void add(const EventDate& date) {
    add(date.span);
    add(date.start);
    add(date.end);
    out_.number(static_cast<unsigned>(date.precision));
  }
  void add(const Count& count) {
    add(count.span);
    add(count.value);
    add(count.low);
    add(count.high);
    out_.string(count.unit);
    out_.number(static_cast<unsigned>(count.role));
  }
  void add(const Source& source) {
    add(source.actor);
    out_.string(source.verb);
    add(source.said_on);
  }
  void add(const Event& event) {
    out_.number(event.sentence);
    out_.number(event.token);
    add(event.trigger);
    out_.string(event.type);
    out_.string(event.mode);
    add(event.contexts);
    out_.signed_number(event.quad);
    out_.real(event.intensity);
    out_.string(event.act);
    out_.string(event.cameo);
    out_.number(static_cast<unsigned>(event.status));
    add(event.actors);
    add(event.recipients);
    add(event.place);
    add(event.date);
    add(event.counts);
    add(event.sources);
    out_.real(event.confidence);
    add(event.because);
  }

 private:
  ByteWriter out_;
  std::int64_t before_ = 0;
};

class Unpacker {
 public:
  Unpacker(std::string_view bytes, std::size_t text_size) : in_(bytes), text_size_(text_size) {
    if (in_.number() != kFormat) fail("a report in the store is of another format");
  }
  void finish() const { in_.finish(); }
  std::string string() { return in_.string(); }
  void limit(std::size_t text_size) { text_size_ = text_size; }

  template <typename Item>
  void get(std::vector<Item>& items) {
    items.clear();
    for (std::size_t left = in_.count(); left > 0; --left) get(items.emplace_back());
  }
  template <typename Item>
  void get(std::optional<Item>& item) {
    item.reset();
    if (in_.below(2) == 1) get(item.emplace());
  }
  void get(std::string& text) { text = in_.string(); }
  void get(double& value) { value = in_.real(); }
  void get(Span& span) {
    const std::int64_t begin = before_ + in_.signed_number();
    if (begin < 0 || begin > static_cast<std::int64_t>(text_size_)) fail("a span in the store is damaged");
    span.begin = static_cast<std::uint32_t>(begin);
    span.end = span.begin + static_cast<std::uint32_t>(in_.below(text_size_ - span.begin + 1));
    before_ = span.end;
  }
  void get(Segment& segment) {
    get(segment.span);
    get(segment.role);
    get(segment.speaker);
  }
  void get(Sentence& sentence) {
    get(sentence.span);
    sentence.segment = in_.number32();
  }
  void get(std::chrono::year_month_day& day) {
    const std::chrono::year year{static_cast<int>(in_.signed_number())};
    const std::chrono::month month{static_cast<unsigned>(in_.below(256))};
    day = {year, month, std::chrono::day{static_cast<unsigned>(in_.below(256))}};
  }
  void get(Actor& actor) {
    get(actor.span);
    for (std::string* text : {&actor.name, &actor.country, &actor.sector, &actor.id}) get(*text);
  }
  void get(Place& place) {
    get(place.span);
    for (std::string* text : {&place.name, &place.country, &place.admin1, &place.id}) get(*text);
    place.located = in_.below(2) == 1;
    get(place.latitude);
    get(place.longitude);
    get(place.precision, 5);
  }
  void get(EventDate& date) {
    get(date.span);
    get(date.start);
    get(date.end);
    get(date.precision, 5);
  }
  void get(Count& count) {
    get(count.span);
    get(count.value);
    get(count.low);
    get(count.high);
    get(count.unit);
    get(count.role, 9);
  }
  void get(Source& source) {
    get(source.actor);
    get(source.verb);
    get(source.said_on);
  }
  void get(Event& event) {
    event.sentence = in_.number32();
    event.token = in_.number32();
    get(event.trigger);
    get(event.type);
    get(event.mode);
    get(event.contexts);
    event.quad = static_cast<int>(in_.signed_number());
    get(event.intensity);
    get(event.act);
    get(event.cameo);
    get(event.status, 5);
    get(event.actors);
    get(event.recipients);
    get(event.place);
    get(event.date);
    get(event.counts);
    get(event.sources);
    get(event.confidence);
    get(event.because);
  }

 private:
  template <typename Enum>
  void get(Enum& value, std::uint64_t end) {
    value = static_cast<Enum>(in_.below(end));
  }
  [[noreturn]] static void fail(const char* what) { throw Error(ErrorCode::bad_store, what); }

  ByteReader in_;
  std::size_t text_size_;
  std::int64_t before_ = 0;
};

}  // namespace

std::string pack_reading(const Report& report) {
  Packer packer;
  packer.add(report.text);
  packer.add(report.segments);
  packer.add(report.paragraphs);
  return compress(packer.take());
}

void unpack_reading(std::string_view blob, Report& report) {
  const std::string bytes = expand(blob);
  Unpacker unpacker(bytes, 0);
  unpacker.get(report.text);
  unpacker.limit(report.text.size());
  unpacker.get(report.segments);
  unpacker.get(report.paragraphs);
  unpacker.finish();
}

std::string pack_coding(const Report& report) {
  Packer packer;
  packer.add(report.sentences);
  packer.add(report.events);
  return compress(packer.take(), report.text);
}

void unpack_coding(std::string_view blob, Report& report) {
  const std::string bytes = expand(blob, report.text);
  Unpacker unpacker(bytes, report.text.size());
  unpacker.get(report.sentences);
  unpacker.get(report.events);
  unpacker.finish();
  for (const Event& event : report.events) {
    if (event.sentence >= report.sentences.size())
      throw Error(ErrorCode::bad_store, "a record in the store has no sentence");
  }
}

std::string bytes_of(const Event& event) {
  Packer packer;
  packer.add(event);
  return packer.take();
}

}  // namespace dateline::store
