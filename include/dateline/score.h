// Measuring the engine against annotated files. The program's own sentences
// and words are scored: raw text in. docs/formats/gold.md describes the files.
#pragma once

#include <dateline/engine.h>

#include <filesystem>
#include <string>
#include <vector>

namespace dateline {

/// A named number, in per cent unless the name says otherwise.
struct Figure {
  std::string name;
  double value = 0;
};

/// What one measurement yields: figures for machines, and a table for people.
struct Score {
  std::vector<Figure> figures;
  std::string table;
};

/// All of these throw Error(bad_gold | file_not_found | file_unreadable) for gold that cannot be used.

/// Sentences, words, tags, lemmas and trees as the CoNLL 2018 shared task scored them, summed over the files.
Score score_conllu(const Engine& engine, const std::vector<std::filesystem::path>& gold);

/// Names in IOB2 columns, exact span and type. `text`: the CoNLL-U file of the same sentences, which gives the raw
/// text.
Score score_names(const Engine& engine, const std::filesystem::path& gold, const std::filesystem::path& text);

/// Event factuality (UDS-IH2 lines): Pearson's r, mean absolute error. `text` as for names.
Score score_factuality(const Engine& engine, const std::filesystem::path& gold, const std::filesystem::path& text);

/// Records against what a careful coder records: JSON files beside reports of the same name, ending .txt.
Score score_gold(const Engine& engine, const std::vector<std::filesystem::path>& gold);

/// Records against stand-off annotation (training/annotations) of reports in JSON lines files.
Score score_annotations(const Engine& engine, const std::filesystem::path& annotations,
                        const std::vector<std::string>& inputs);

/// The type between a given source and target (the columns of PLV). `confusions`: also list the most frequent ones.
Score score_plv(const Engine& engine, const std::filesystem::path& gold, bool confusions);

/// Toponyms and their coordinates against a GeoVirus XML file. `errors`: also list what was wrong.
Score score_places(const Engine& engine, const std::filesystem::path& gold, bool errors = false);

/// Numbers and dates against the case files of Recognizers-Text under the given folders. `errors` as above.
Score score_recognizers(const Engine& engine, const std::vector<std::filesystem::path>& folders, bool errors = false);

/// Who says what, against a folder with `attributions/*.ann` (brat) and `text/*.txt`, as PolNeAR comes. `errors` as
/// above.
Score score_claims(const Engine& engine, const std::filesystem::path& folder, bool errors = false);

/// Which records are one story: JSON lines whose texts mark what tells an event, or the current events with their
/// headings (docs/formats/gold.md). The reports are coded and added to a store made for it. `errors` as above.
Score score_stories(const Engine& engine, const std::vector<std::filesystem::path>& gold, bool errors = false);

}  // namespace dateline
