// Records of a store for people.
#pragma once

#include <dateline/store.h>

#include <cstddef>
#include <string>

namespace dateline::cli {

/// The record as `code` shows it, then its id and story.
std::string table_of(const StoredRecord& record, bool colour, std::size_t width);

/// The sentence that the record was read from.
std::string sentence_of(const StoredRecord& record);

/// The sentence with what each span stands for: "[Oslo]actor [gave]trigger [Chad]recipient 40 tents".
std::string marked_sentence(const StoredRecord& record);

}  // namespace dateline::cli
