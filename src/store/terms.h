// What a record is found by: the words and codes that go into the index record_words, one text a column. They follow
// from the record alone, since taking a record out of the index needs the same words again: whoever changes what is
// written here makes a new version of the tables (schema.cpp) that derives them anew.
#pragma once

#include <dateline/report.h>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dateline::store {

/// Texts for sentence, title, actor, recipient, claimant, place and codes.
using Terms = std::array<std::string, 7>;

/// `place`: the row of the record's place, if it has one.
Terms terms_of(const Report& report, const Event& event, std::optional<std::int64_t> place);

// Codes are words that end in "_", which stemming leaves alone: "actor_prk_", "status_future_".
enum class CodeKind : std::uint8_t { actor, recipient, claimant, type, status, context, country, place, cell, zone };
std::string code_term(CodeKind kind, std::string_view value);

/// Has the place a point on the globe?
bool has_point(const Place& place);

/// The degree square and the square of ten degrees in which a point lies.
std::string cell_of(double latitude, double longitude);
std::string zone_of(double latitude, double longitude);

}  // namespace dateline::store
