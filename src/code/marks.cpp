#include "code/marks.h"

#include <stdexcept>
#include <string>

namespace dateline {
namespace {

void add_trigger(Example& example, Span span) {
  if (!example.trigger.empty()) throw std::invalid_argument("two triggers {T:…} in one example");
  example.trigger = span;
}

void add_mark(Example& example, char mark, Span span) {
  if (span.empty()) throw std::invalid_argument(std::string("empty mark {") + mark + ":}");
  switch (mark) {
    case 'A':
      example.actors.push_back(span);
      return;
    case 'R':
      example.recipients.push_back(span);
      return;
    case 'P':
      example.places.push_back(span);
      return;
    case 'S':
      example.claimants.push_back(span);
      return;
    case 'T':
      add_trigger(example, span);
      return;
    default:
      throw std::invalid_argument(std::string("unknown mark {") + mark + ":…}");
  }
}

}  // namespace

Example read_marks(std::string_view marked) {
  Example example;
  char open = 0;
  std::uint32_t begin = 0;
  for (std::size_t i = 0; i < marked.size(); ++i) {
    if (marked[i] == '{') {
      if (open) throw std::invalid_argument("a mark within a mark");
      if (i + 2 >= marked.size() || marked[i + 2] != ':') throw std::invalid_argument("'{' that opens no mark");
      open = marked[i + 1];
      begin = static_cast<std::uint32_t>(example.text.size());
      i += 2;
    } else if (marked[i] == '}') {
      if (!open) throw std::invalid_argument("'}' that closes no mark");
      add_mark(example, open, {begin, static_cast<std::uint32_t>(example.text.size())});
      open = 0;
    } else {
      example.text += marked[i];
    }
  }
  if (open) throw std::invalid_argument("a mark that is not closed");
  return example;
}

}  // namespace dateline
