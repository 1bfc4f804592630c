// A FeatureCollection (RFC 7946): one feature a record, its place as a point, everything else as properties. A record
// without coordinates is a feature whose geometry is null, so that none is lost.
#include "formats/cells.h"
#include "formats/flat.h"
#include "formats/writers.h"

namespace dateline {
namespace {

nlohmann::ordered_json point_of(const Event& event) {
  if (!event.place || !event.place->located) return nullptr;
  return {{"type", "Point"}, {"coordinates", {event.place->longitude, event.place->latitude}}};
}

/// The point says them already.
bool is_coordinate(std::string_view column) { return column == "latitude" || column == "longitude"; }

nlohmann::ordered_json properties_of(const ExportedRecord& record) {
  auto out = nlohmann::ordered_json::object();
  const std::vector<FlatValue> values = flat_values(record);
  for (std::size_t i = 0; i < values.size(); ++i) {
    const std::string_view name = flat_columns()[i].name;
    if (!is_coordinate(name)) out[std::string(name)] = json_of(values[i]);
  }
  return out;
}

}  // namespace

std::string geojson_rows(const ExportedRecord& record) {
  const nlohmann::ordered_json feature = {{"type", "Feature"},
                                          {"id", valid(record.id)},
                                          {"geometry", point_of(*record.main.event)},
                                          {"properties", properties_of(record)}};
  return feature.dump();
}

}  // namespace dateline
