// Reports as the two blobs of a row of table text (docs/formats/store.md): what was read, which never changes, and
// what was coded, which coding again replaces.
#pragma once

#include <dateline/report.h>

#include <string>
#include <string_view>

namespace dateline::store {

/// The text with its segments and paragraphs.
std::string pack_reading(const Report& report);
/// Sets text, segments and paragraphs. Throws Error(bad_store).
void unpack_reading(std::string_view blob, Report& report);

/// Sentences (without words) and events.
std::string pack_coding(const Report& report);
/// Sets sentences and events; `report` has its text. Throws Error(bad_store).
void unpack_coding(std::string_view blob, Report& report);

/// Equal for events that are equal in every field.
std::string bytes_of(const Event& event);

}  // namespace dateline::store
