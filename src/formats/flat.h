// A record as one flat row of typed values: what CSV, the columns for data frames and the properties of GeoJSON share.
#pragma once

#include <dateline/formats.h>

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace dateline {

using Numbers = std::vector<std::optional<double>>;
using Strings = std::vector<std::string>;  ///< an empty one stands for an unknown one

/// One value; monostate is a missing one.
using FlatValue = std::variant<std::monostate, std::string, std::int64_t, double, Strings, Numbers>;

/// Names and types, in order. Types: string, date, int64, double, list<string>, list<double>.
const std::vector<FormatColumn>& flat_columns();

/// One value a column.
std::vector<FlatValue> flat_values(const ExportedRecord& record);

/// Text as JSON text, missing values and unknown items as null. Valid UTF-8.
nlohmann::ordered_json json_of(const FlatValue& value);

}  // namespace dateline
