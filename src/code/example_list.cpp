#include "code/example_list.h"

#include <fmt/format.h>
#include <zlib.h>

namespace dateline {
namespace {

int type_index(const Codebook& codebook, std::string_view name) {
  const EventType* type = codebook.type(name);
  return type ? static_cast<int>(type - codebook.types.data()) : -1;
}

}  // namespace

std::vector<ListedExample> list_examples(const Codebook& codebook) {
  std::vector<ListedExample> list;
  for (const EventType& type : codebook.types) {
    for (const Example& example : type.examples)
      list.push_back({&type, &example, false, type_index(codebook, type.name)});
    for (const Example& example : type.near_misses)
      list.push_back({&type, &example, true, type_index(codebook, example.is)});
  }
  return list;
}

std::uint32_t checksum_of(const std::vector<ListedExample>& examples) {
  std::string all;
  for (const ListedExample& listed : examples) {
    const Example& e = *listed.example;
    const std::string& tells = listed.near_miss ? e.is : listed.type->name;
    all.append(fmt::format("{}\t{}\t{}\t{}\n", tells, e.trigger.begin, e.trigger.end, e.text));
  }
  return static_cast<std::uint32_t>(crc32_z(0, reinterpret_cast<const Bytef*>(all.data()), all.size()));
}

std::string name_of(const ListedExample& listed, const Codebook& codebook) {
  const std::string type = listed.tells < 0 ? "none" : codebook.types[static_cast<std::size_t>(listed.tells)].name;
  return fmt::format("{}#{}", type, listed.example->line);
}

Report report_of(const Example& example) {
  Report report;
  report.id = "example";
  report.text = example.text;
  const Span all{0, static_cast<std::uint32_t>(example.text.size())};
  report.segments = {{all, "", ""}};
  report.paragraphs = {all};
  return report;
}

}  // namespace dateline
