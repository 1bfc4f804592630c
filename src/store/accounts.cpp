#include "store/accounts.h"

#include <algorithm>
#include <map>
#include <set>

#include "store/finding.h"
#include "store/identity.h"
#include "store/near_copies.h"
#include "store/story_titles.h"

namespace dateline::store {
namespace {

/// Who answers for what the record says: the innermost claimant, or else whoever publishes the report.
StoryClaimant claimant_of(const StoredRecord& record) {
  StoryClaimant out;
  if (record.event().sources.empty()) {
    out.name = record.report->publisher.empty() ? record.report->id : record.report->publisher;
    out.is_publisher = true;
    return out;
  }
  const Actor& actor = record.event().sources.back().actor;
  out.name = actor.name;
  out.country = actor.country;
  out.sector = actor.sector;
  return out;
}

std::tuple<std::string, std::string, std::string, bool> key_of(const StoryClaimant& claimant) {
  return {normalised(claimant.name), claimant.country, claimant.sector, claimant.is_publisher};
}

/// Records in the order in which they were published.
void sort_by_report(std::vector<StoredRecord>& records) {
  const auto key = [](const StoredRecord& record) {
    return std::tuple(number_of(record.report->published).value_or(0), record.key);
  };
  std::stable_sort(records.begin(), records.end(),
                   [&](const StoredRecord& a, const StoredRecord& b) { return key(a) < key(b); });
}

std::vector<StoryClaim> claims_of(const std::vector<StoredRecord>& records) {
  std::vector<StoryClaim> out;
  std::map<std::pair<decltype(key_of({})), Status>, std::size_t> at;
  for (const StoredRecord& record : records) {
    const StoryClaimant claimant = claimant_of(record);
    const auto [place, fresh] = at.try_emplace({key_of(claimant), record.event().status}, out.size());
    if (fresh) out.push_back({claimant, record.event().status, {}, {}});
    StoryClaim& claim = out[place->second];
    claim.records.push_back(record.id);
    for (const Count& count : record.event().counts) {
      const std::string text = figure_text(count);
      if (!text.empty() && std::find(claim.figures.begin(), claim.figures.end(), text) == claim.figures.end())
        claim.figures.push_back(text);
    }
  }
  return out;
}

/// The same figure in the same role is one, whatever the word for what is counted.
std::vector<StoryFigure> figures_of(const std::vector<StoredRecord>& records) {
  std::vector<StoryFigure> out;
  for (const StoredRecord& record : records) {
    if (record.event().status == Status::negated) continue;
    const std::string claimant = claimant_of(record).name;
    for (const Count& count : record.event().counts) {
      if (figure_text(count).empty()) continue;
      auto known = std::find_if(out.begin(), out.end(), [&](const StoryFigure& figure) {
        return figure.role == count.role && figure.value == count.value && figure.low == count.low &&
               figure.high == count.high;
      });
      if (known == out.end()) {
        out.push_back({figure_text(count), count.value, count.low, count.high, count.unit, count.role, {}, 0});
        known = std::prev(out.end());
      }
      ++known->records;
      auto& names = known->claimants;
      if (std::find(names.begin(), names.end(), claimant) == names.end()) names.push_back(claimant);
    }
  }
  return out;
}

/// What publishes a text, and what the text is like.
struct Telling {
  std::set<std::string> publishers;
  Shingles shingles;
};

/// Counts sources: texts by one publisher and near-copies are one.
class Sources {
 public:
  void add(Telling telling) { tellings_.push_back(std::move(telling)); }

  std::size_t count() {
    std::vector<std::size_t> source(tellings_.size());
    std::size_t sources = 0;
    for (std::size_t i = 0; i < tellings_.size(); ++i) {
      source[i] = sources++;
      for (std::size_t k = 0; k < i; ++k) {
        if (source[k] == source[i] || !are_one(tellings_[k], tellings_[i])) continue;
        const std::size_t gone = source[i];
        for (std::size_t& x : source) x = x == gone ? source[k] : x;
      }
    }
    return std::set<std::size_t>(source.begin(), source.end()).size();
  }

 private:
  static bool are_one(const Telling& a, const Telling& b) {
    const bool shared = std::any_of(a.publishers.begin(), a.publishers.end(),
                                    [&](const std::string& name) { return b.publishers.contains(name); });
    return shared || are_near_copies(a.shingles, b.shingles);
  }

  std::vector<Telling> tellings_;
};

std::string host_of(std::string_view url) {
  const std::size_t scheme = url.find("://");
  if (scheme == std::string_view::npos) return {};
  url.remove_prefix(scheme + 3);
  return std::string(url.substr(0, url.find_first_of("/?#")));
}

void count_reports(const Connection& connection, StoryAccount& account) {
  Sources sources;
  Statement text_of = connection.prepare("SELECT text FROM record WHERE id = ?");
  std::set<std::int64_t> texts;
  for (const StoredRecord& record : account.records) {
    if (!texts.insert(text_of.first(record.key).value_or(0)).second) continue;
    Telling telling{{}, shingles_of(record.report->text)};
    for (const Publication& publication : publications_of(connection, record.key)) {
      if (publication.replaced) continue;
      ++account.reports;
      const std::string name = publication.publisher.empty() ? host_of(publication.url) : publication.publisher;
      if (!name.empty()) telling.publishers.insert(name);
      if (!publication.published) continue;
      const auto day = publication.published;
      if (!account.first_report || *day < *account.first_report) account.first_report = day;
      if (!account.latest_report || *day > *account.latest_report) account.latest_report = day;
    }
    sources.add(std::move(telling));
  }
  account.sources = sources.count();
}

}  // namespace

std::optional<StoryAccount> account_of(const Connection& connection, Reports& reports, std::string_view story) {
  const auto row = story_with_id(connection, story);
  if (!row) return std::nullopt;
  StoryAccount out;
  out.story = *row;
  out.records = records_of_story(connection, reports, story);
  sort_by_report(out.records);
  out.claims = claims_of(out.records);
  out.figures = figures_of(out.records);
  count_reports(connection, out);
  return out;
}

}  // namespace dateline::store
