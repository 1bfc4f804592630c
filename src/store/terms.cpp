#include "store/terms.h"

#include <algorithm>
#include <cmath>

namespace dateline::store {
namespace {

constexpr std::array<std::string_view, 10> kPrefixes = {"actor", "to", "by",    "type", "status",
                                                        "about", "in", "place", "cell", "zone"};

bool is_plain(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

char folded(char c) {
  const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return is_plain(lower) ? lower : '_';
}

void append(std::string& column, std::string_view word) {
  if (word.empty()) return;
  if (!column.empty()) column.push_back(' ');
  column.append(word);
}

void add_code(Terms& terms, CodeKind kind, std::string_view value) {
  if (!value.empty()) append(terms[6], code_term(kind, value));
}

void add_actor(Terms& terms, std::size_t column, CodeKind kind, const Actor& actor) {
  append(terms[column], actor.name);
  add_code(terms, kind, actor.country);
  add_code(terms, kind, actor.sector);
  if (!actor.country.empty() && !actor.sector.empty()) add_code(terms, kind, actor.country + " " + actor.sector);
}

void add_place(Terms& terms, const Place& place, std::int64_t row) {
  append(terms[5], place.name);
  append(terms[5], place.admin1);
  add_code(terms, CodeKind::country, place.country);
  add_code(terms, CodeKind::place, std::to_string(row));
  if (!has_point(place)) return;
  add_code(terms, CodeKind::cell, cell_of(place.latitude, place.longitude));
  add_code(terms, CodeKind::zone, zone_of(place.latitude, place.longitude));
}

std::string square(double latitude, double longitude, double size) {
  const auto step = [size](double degrees) { return std::to_string(std::lround(std::floor(degrees / size))); };
  return step(std::clamp(latitude, -90.0, 90.0) + 90) + " " + step(std::clamp(longitude, -180.0, 180.0) + 180);
}

}  // namespace

std::string code_term(CodeKind kind, std::string_view value) {
  std::string out(kPrefixes[static_cast<std::size_t>(kind)]);
  out.push_back('_');
  for (const char c : value) out.push_back(folded(c));
  out.push_back('_');
  return out;
}

bool has_point(const Place& place) {
  return place.located && std::isfinite(place.latitude) && std::isfinite(place.longitude);
}

std::string cell_of(double latitude, double longitude) { return square(latitude, longitude, 1); }
std::string zone_of(double latitude, double longitude) { return square(latitude, longitude, 10); }

Terms terms_of(const Report& report, const Event& event, std::optional<std::int64_t> place) {
  Terms terms;
  terms[0] = report.slice(report.sentences[event.sentence].span);
  terms[1] = report.title;
  for (const Actor& actor : event.actors) add_actor(terms, 2, CodeKind::actor, actor);
  for (const Actor& actor : event.recipients) add_actor(terms, 3, CodeKind::recipient, actor);
  for (const Source& source : event.sources) add_actor(terms, 4, CodeKind::claimant, source.actor);
  if (event.place && place) add_place(terms, *event.place, *place);
  add_code(terms, CodeKind::type, event.type);
  if (!event.mode.empty()) add_code(terms, CodeKind::type, event.type + ":" + event.mode);
  add_code(terms, CodeKind::status, name_of(event.status));
  for (const std::string& context : event.contexts) add_code(terms, CodeKind::context, context);
  return terms;
}

}  // namespace dateline::store
