// Every condition becomes a term of the index, so that one walk through its lists answers them all together; rows are
// in the order of days, so a period is a range of rows. Only places need a second look: the R*Tree tells which of the
// known places lie in an area, and the index is asked for those, or for the squares in which they lie if they are many.
#include "store/query.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numbers>
#include <set>
#include <vector>

#include "base/great_circle.h"
#include "store/identity.h"
#include "store/terms.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace dateline::store {
namespace {

[[noreturn]] void refuse(const std::string& what) { throw Error(ErrorCode::usage, what); }

bool has_words(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = decode(text, at);
    if (is_letter(c) || is_digit(c)) return true;
  }
  return false;
}

/// An FTS5 string. Quotes within double.
std::string fts_string(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '\0') continue;
    if (c == '"') out.push_back('"');
    out.push_back(c);
  }
  return out + '"';
}

std::string code(CodeKind kind, std::string_view value) { return "codes : " + fts_string(code_term(kind, value)); }

std::string any_of(const std::vector<std::string>& expressions) {
  std::string out;
  for (const std::string& expression : expressions) out.append(out.empty() ? "(" : " OR (").append(expression + ")");
  return out;
}

/// The words and "phrases" of what a user typed; a word that ends in * stands for all that begin so.
std::vector<std::string> phrases_of(std::string_view text) {
  std::vector<std::string> out;
  while (!text.empty()) {
    const bool phrase = text.front() == '"';
    if (phrase) text.remove_prefix(1);
    const std::size_t end = std::min(phrase ? text.find('"') : text.find_first_of(" \t\r\n\""), text.size());
    const std::string_view word = text.substr(0, end);
    if (has_words(word)) out.push_back(fts_string(word) + (!phrase && word.ends_with('*') ? " *" : ""));
    text.remove_prefix(end);
    if (!text.empty() && (phrase || text.front() != '"')) text.remove_prefix(1);
  }
  return out;
}

std::string words_in(std::string_view column, std::string_view text, std::string_view what) {
  if (first_invalid(text) != text.size()) refuse(std::string(what) + " is not UTF-8");
  std::string out;
  for (const std::string& phrase : phrases_of(text)) {
    if (!out.empty()) out.append(" AND ");
    out.append(column).append(" : ").append(phrase);
  }
  if (out.empty()) refuse(std::string(what) + " \"" + std::string(text) + "\" has no words");
  return out;
}

/// "PRK", "MIL", "PRK MIL".
bool is_code(std::string_view text) {
  const auto capitals = [](std::string_view part) {
    return part.size() == 3 && std::all_of(part.begin(), part.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  };
  if (text.size() == 7 && (text[3] == ' ' || text[3] == ':'))
    return capitals(text.substr(0, 3)) && capitals(text.substr(4));
  return capitals(text);
}

/// Planning of one query.
class Planner {
 public:
  Planner(const StoreQuery& query, const Connection& connection) : query_(query), connection_(connection) {}

  Plan plan() {
    plan_.first = query_.since ? first_row(query_.since) : query_.until ? kFirstDated : 0;
    plan_.last = query_.until ? last_row(query_.until) : std::numeric_limits<std::int64_t>::max();
    add_people("actor", CodeKind::actor, query_.actors);
    add_people("recipient", CodeKind::recipient, query_.recipients);
    add_people("claimant", CodeKind::claimant, query_.claimants);
    add_codes();
    if (!query_.text.empty()) add(words_in("{sentence title}", query_.text, "the text"));
    if (!query_.place.empty()) add(words_in("place", query_.place, "the place"));
    if (query_.box || query_.near) add_area();
    return std::move(plan_);
  }

 private:
  /// Records without a day are not within any period.
  static constexpr std::int64_t kFirstDated = std::int64_t{1} << kSequenceBits;

  void add(const std::string& expression) {
    plan_.words.append(plan_.words.empty() ? "(" : " AND (").append(expression).append(")");
  }

  void add_people(std::string_view column, CodeKind kind, const std::vector<std::string>& people) {
    for (const std::string& person : people) {
      if (is_code(person)) {
        add(code(kind, person));
        continue;
      }
      std::vector<std::string> ways = {words_in(column, person, column)};
      for (const std::string& country : countries_called(person)) ways.push_back(code(kind, country));
      add(any_of(ways));
    }
  }

  /// Codes of the countries that records call so: of actors that are a country as such.
  std::vector<std::string> countries_called(const std::string& name) const {
    Statement statement = connection_.prepare(
        "SELECT DISTINCT l.name FROM actor a JOIN label l ON l.id = a.country WHERE a.name = ? AND a.sector IS NULL");
    Rows rows = statement.rows(name);
    std::vector<std::string> out;
    while (rows.next()) out.emplace_back(rows->text(0));
    return out;
  }

  template <typename Value, typename Text>
  void add_any(CodeKind kind, const std::vector<Value>& values, Text text) {
    if (values.empty()) return;
    std::vector<std::string> ways;
    ways.reserve(values.size());
    for (const Value& value : values) ways.push_back(code(kind, text(value)));
    add(any_of(ways));
  }

  void add_codes() {
    const auto same = [](const std::string& text) { return text; };
    add_any(CodeKind::type, query_.types, same);
    add_any(CodeKind::status, query_.statuses, [](Status status) { return name_of(status); });
    add_any(CodeKind::context, query_.contexts, same);
    if (!query_.country.empty()) add(code(CodeKind::country, query_.country));
  }

  struct Point {
    std::int64_t place;
    double latitude, longitude;
  };

  void add_area() {
    std::vector<Point> points = query_.box ? points_in(*query_.box) : points_near(*query_.near);
    if (query_.box && query_.near) {
      std::erase_if(points,
                    [&](const Point& point) { return distance(*query_.near, point) > query_.near->kilometres; });
    }
    auto& places = plan_.places.emplace();
    for (const Point& point : points) places.insert(point.place);
    if (places.empty()) plan_.last = plan_.first - 1;
    add_squares(points);
  }

  /// The fewest terms that cover the points: places, degree squares or squares of ten degrees.
  void add_squares(const std::vector<Point>& points) {
    constexpr std::size_t kMost = 64;
    constexpr std::size_t kMostZones = 160;
    std::set<std::string> places, cells, zones;
    for (const Point& point : points) {
      if (places.size() <= kMost) places.insert(code(CodeKind::place, std::to_string(point.place)));
      if (cells.size() <= kMost) cells.insert(code(CodeKind::cell, cell_of(point.latitude, point.longitude)));
      zones.insert(code(CodeKind::zone, zone_of(point.latitude, point.longitude)));
    }
    const auto& chosen = places.size() <= kMost ? places : cells.size() <= kMost ? cells : zones;
    if (!chosen.empty() && chosen.size() <= kMostZones) add(any_of({chosen.begin(), chosen.end()}));
  }

  static double distance(const GeoCircle& circle, const Point& point) {
    return kilometres(point.latitude, point.longitude, circle.latitude, circle.longitude);
  }

  std::vector<Point> points_near(const GeoCircle& circle) const {
    constexpr double kKilometresADegree = 111.0;
    if (!(std::abs(circle.latitude) <= 90 && std::abs(circle.longitude) <= 180 && circle.kilometres > 0))
      refuse("a circle needs a latitude, a longitude and a radius above 0");
    const double high = circle.kilometres / kKilometresADegree;
    const double edge = std::min(90.0, std::abs(circle.latitude) + high);
    const double narrow = std::cos(edge * std::numbers::pi / 180);
    const double wide = edge >= 89 || narrow * 180 <= high ? 180 : high / narrow;
    GeoBox box{circle.latitude - high, circle.longitude - wide, circle.latitude + high, circle.longitude + wide};
    if (wide >= 180) {
      box.west = -180;
      box.east = 180;
    }
    box.west += box.west < -180 ? 360 : 0;
    box.east -= box.east > 180 ? 360 : 0;
    std::vector<Point> points = points_in(box);
    std::erase_if(points, [&](const Point& point) { return distance(circle, point) > circle.kilometres; });
    return points;
  }

  std::vector<Point> points_in(const GeoBox& box) const {
    if (!(box.south <= box.north)) refuse("a box needs a south that is not north of its north");
    if (box.west <= box.east) return points_between(box);
    std::vector<Point> points = points_between({box.south, box.west, box.north, 180});
    const std::vector<Point> beyond = points_between({box.south, -180, box.north, box.east});
    points.insert(points.end(), beyond.begin(), beyond.end());
    return points;
  }

  /// The tree keeps rounded coordinates, so the exact ones are checked.
  std::vector<Point> points_between(const GeoBox& box) const {
    Statement statement = connection_.prepare(
        "SELECT p.id, p.latitude, p.longitude FROM place_box b JOIN place p ON p.id = b.id "
        "WHERE b.north >= ?1 AND b.south <= ?2 AND b.east >= ?3 AND b.west <= ?4 "
        "AND p.latitude BETWEEN ?1 AND ?2 AND p.longitude BETWEEN ?3 AND ?4");
    Rows rows = statement.rows(box.south, box.north, box.west, box.east);
    std::vector<Point> out;
    while (rows.next()) out.push_back({rows->integer(0), rows->real(1), rows->real(2)});
    return out;
  }

  const StoreQuery& query_;
  const Connection& connection_;
  Plan plan_;
};

}  // namespace

Plan plan_of(const StoreQuery& query, const Connection& connection) { return Planner(query, connection).plan(); }

}  // namespace dateline::store
