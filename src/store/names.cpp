#include "store/names.h"

#include "store/terms.h"

namespace dateline::store {

Names::Names(const Connection& connection)
    : connection_(connection),
      find_label_(connection.prepare("SELECT id FROM label WHERE name = ?")),
      make_label_(connection.prepare("INSERT INTO label (name) VALUES (?)")),
      find_coder_(connection.prepare("SELECT id FROM coder WHERE fingerprint = ?")),
      make_coder_(connection.prepare("INSERT INTO coder (fingerprint) VALUES (?)")),
      find_actor_(connection.prepare("SELECT id FROM actor WHERE name = ?1 AND name = ?1 COLLATE BINARY "
                                     "AND country IS ?2 AND sector IS ?3 AND wikidata IS ?4")),
      make_actor_(connection.prepare("INSERT INTO actor (name, country, sector, wikidata) VALUES (?, ?, ?, ?)")),
      find_place_(connection.prepare("SELECT id FROM place WHERE name = ? AND country IS ? AND admin1 IS ? "
                                     "AND latitude IS ? AND longitude IS ? AND precision = ? AND gazetteer IS ?")),
      make_place_(connection.prepare("INSERT INTO place (name, country, admin1, latitude, longitude, precision, "
                                     "gazetteer) VALUES (?, ?, ?, ?, ?, ?, ?)")),
      make_box_(connection.prepare("INSERT INTO place_box VALUES (?1, ?2, ?2, ?3, ?3)")) {}

std::optional<std::int64_t> Names::label(std::string_view name) {
  if (name.empty()) return std::nullopt;
  const auto seen = labels_.find(std::string(name));
  if (seen != labels_.end()) return seen->second;
  auto id = find_label_.first(name);
  if (!id) {
    make_label_.run(name);
    id = connection_.last_row();
  }
  labels_.emplace(name, *id);
  return id;
}

std::int64_t Names::coder(std::string_view fingerprint) {
  if (const auto id = find_coder_.first(fingerprint)) return *id;
  make_coder_.run(fingerprint);
  return connection_.last_row();
}

std::int64_t Names::actor(const Actor& actor) {
  const auto country = label(actor.country);
  const auto sector = label(actor.sector);
  const auto wikidata = or_null(actor.id);
  if (const auto id = find_actor_.first(actor.name, country, sector, wikidata)) return *id;
  make_actor_.run(actor.name, country, sector, wikidata);
  return connection_.last_row();
}

std::int64_t Names::place(const Place& place) {
  const auto country = label(place.country);
  const auto admin1 = label(place.admin1);
  const bool located = has_point(place);
  const auto latitude = located ? std::optional(place.latitude) : std::nullopt;
  const auto longitude = located ? std::optional(place.longitude) : std::nullopt;
  const auto gazetteer = or_null(place.id);
  const auto known = find_place_.first(place.name, country, admin1, latitude, longitude, place.precision, gazetteer);
  if (known) return *known;
  make_place_.run(place.name, country, admin1, latitude, longitude, place.precision, gazetteer);
  const std::int64_t id = connection_.last_row();
  if (located) make_box_.run(id, place.latitude, place.longitude);
  return id;
}

void Names::forget() { labels_.clear(); }

}  // namespace dateline::store
