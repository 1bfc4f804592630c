"""The gazetteer: GeoNames cities and regions, Who's On First in conflict countries, and our own additions.

A place is one row; its names are many. Rows of several sources that are one place are merged: by GeoNames id, else by
name and nearness.
"""

import collections
import csv
import dataclasses
import gzip
import io
import json
import zipfile

from .fold import fold, is_latin, spellings
from .tables import aliases, own_rows, tab_rows

PRECISIONS = ["country", "admin1", "admin2", "city", "place"]
_NEAR = 0.07  # degrees: rows of one name nearer than this are one place
# Of the two Koreas Who's On First has every hamlet; only those with people or a rank are kept.
_SPARSE = {"kr", "kp"}
_PRECISION_OF = {"region": "admin1", "county": "admin2", "localadmin": "admin2", "locality": "city",
                 "neighbourhood": "place"}
_GENERIC = ["Autonomous Republic of", "Autonomous Province of", "Autonomous Region", "Autonomous Oblast", "Republic of",
            "State of", "Province of", "Department of", "Governorate", "Province", "Oblast", "Oblast'", "Region", "District",
            "County", "State", "Prefecture", "Department", "Municipality", "Krai", "Kray", "Republic", "Voivodeship",
            "Raion", "Rayon", "Muhafazat", "Wilaya", "Wilayah", "Division", "Zone", "City", "Special City"]


@dataclasses.dataclass
class Place:
    name: str
    country: str
    admin1: str
    latitude: float
    longitude: float
    population: int
    precision: str
    id: str = ""
    capital: bool = False
    names: dict = dataclasses.field(default_factory=dict)  # spelling: how much of the place's weight it carries

    def call(self, name, share=1.0):
        for one in spellings(name):
            self.names[one] = max(share, self.names.get(one, 0.0))

    def weight(self):
        """Cities by their people, regions behind the cities that they are named after."""
        if self.precision == "admin1":
            return 0.05 * (self.population or 1_000_000)
        if self.precision == "admin2":
            return 0.02 * (self.population or 50_000)
        return (self.population or 200) * (10.0 if self.capital else 1.0)


class Gazetteer:
    """Places by id and by name, as they are gathered."""

    def __init__(self, countries):
        self.places = []
        self.by_id = {}
        self.countries = countries
        self.code_of = {country.iso2: code for code, country in countries.items()}
        self._near = collections.defaultdict(list)

    def add(self, place):
        self.places.append(place)
        if place.id:
            self.by_id[place.id] = place
        self._near[fold(place.name), place.country].append(place)
        return place

    def find(self, name, country, latitude, longitude, precisions):
        """A place of that name and rank near that point, or None."""
        for place in self._near.get((fold(name), country), ()):
            if (place.precision in precisions and abs(place.latitude - latitude) < _NEAR
                    and abs(place.longitude - longitude) < _NEAR):
                return place
        return None


def read(countries, reference, own):
    gazetteer = Gazetteer(countries)
    folder = reference / "places"
    regions = _region_rows(reference / "countries/geonames-regionInfo.tsv", gazetteer)
    cities = _city_rows(folder / "geonames-cities15000.zip")
    _add_cities(gazetteer, cities, regions)
    _add_regions(gazetteer, regions, cities, folder / "naturalearth-admin1-points.tsv")
    _add_districts(gazetteer, regions, cities, folder / "geonames-admin2.json.gz")
    for path in sorted(folder.glob("whosonfirst-*.tsv.gz")):
        _add_whosonfirst(gazetteer, path)
    _add_towns(gazetteer, folder / "world-cities-5000.csv.gz")
    _add_own(gazetteer, own / "places-extra.tsv")
    _mark_capitals(gazetteer)
    return gazetteer.places


def without_generic(name):
    """"Donetsk Oblast" as "Donetsk"."""
    for word in _GENERIC:
        if name.endswith(" " + word):
            return name[:-len(word) - 1]
        if name.startswith(word + " ") and word.endswith("of"):
            return name[len(word) + 1:]
    return name


def _region_rows(path, gazetteer):
    """GeoNames first-level regions by "UA.05": (country, name, plain name, id)."""
    rows = {}
    for row in tab_rows(path):
        iso2, code = row["#region_code"].split(".", 1)
        if iso2 in gazetteer.code_of:
            rows[iso2, code] = (gazetteer.code_of[iso2], row["name"], row["name_ascii"], row["geoname_id"])
    return rows


def _city_rows(path):
    with zipfile.ZipFile(path) as archive:
        text = io.TextIOWrapper(archive.open("cities15000.txt"), encoding="utf-8")
        return [line.rstrip("\n").split("\t") for line in text]


def _add_cities(gazetteer, rows, regions):
    conflict = {"UA", "IL", "PS", "SY", "YE", "SD", "SS", "CD", "AF", "MM", "RU", "LB", "IR", "IQ", "KP", "KR", "SO", "ML"}
    for row in rows:
        if row[8] not in gazetteer.code_of:
            continue
        population = int(row[14] or 0)
        region = regions.get((row[8], row[10]))
        precision = "place" if row[7] == "PPLX" else "city"
        place = gazetteer.add(Place(row[1], gazetteer.code_of[row[8]], region[1] if region else "", float(row[4]),
                                    float(row[5]), population, precision, "geonames:" + row[0]))
        place.capital = row[7] == "PPLC"
        place.call(row[1])
        place.call(row[2])
        if population >= 60_000 or place.capital or row[8] in conflict:
            _call_otherwise(place, row[3].split(","))


def _call_otherwise(place, names):
    """Names in other languages count little; codes of airports and transcriptions of other scripts not at all."""
    first = fold(place.name)[:1]
    for name in names:
        if len(name) < 4 or len(name) > 40 or not is_latin(name) or name.isupper() or name.islower():
            continue
        # An English text spells a foreign name much as its own land does: far spellings are other languages'.
        place.call(name, 0.3 if fold(name)[:1] == first else 0.05)


def _add_regions(gazetteer, regions, cities, points_path):
    points = _region_points(points_path, gazetteer)
    largest, people = _largest_cities(cities, lambda row: (row[8], row[10]))
    for key, (country, name, ascii_name, id_) in sorted(regions.items()):
        base = without_generic(name)
        point = points.get((country, _loose(base))) or points.get((country, _loose(name))) or largest.get(key)
        if point is None:
            continue
        place = gazetteer.add(Place(name, country, "", *point, people.get(key, 0), "admin1", "geonames:" + id_))
        for one in {name, ascii_name, base, without_generic(ascii_name)}:
            place.call(one)
        _call_with_rank(place)


def _call_with_rank(place):
    """"Kharkiv region" is said of regions everywhere, "oblast" and "governorate" in some countries."""
    for base in {without_generic(name) for name, share in place.names.items() if share >= 0.5}:
        for rank in {"region", "province", *_ranks(place.country)}:
            if not fold(base).endswith(rank):
                place.call(f"{base} {rank}", 0.9)


def _ranks(country):
    if country in {"UKR", "RUS", "BLR", "KAZ", "KGZ", "BGR"}:
        return ["oblast"]
    if country in {"SYR", "IRQ", "YEM", "LBN", "JOR", "EGY", "TUN", "PSE", "KWT", "OMN", "BHR"}:
        return ["governorate"]
    if country in {"USA", "IND", "NGA", "MEX", "BRA", "MMR", "SDN", "SSD", "AUS", "DEU", "AUT", "MYS", "VEN", "SOM"}:
        return ["state"]
    return ["prefecture"] if country in {"JPN", "GRC"} else []


def _loose(name):
    return "".join(c for c in fold(without_generic(name)) if c.isalnum())


def _region_points(path, gazetteer):
    """Natural Earth points by country and name; of several parts the first."""
    code_of = {name: code for code, country in gazetteer.countries.items() for name in country.names}
    code_of |= {"United States of America": "USA"}
    points = {}
    for row in tab_rows(path):
        code = code_of.get(row["admin"])
        if code and row["name"]:
            points.setdefault((code, _loose(row["name"])), (float(row["lat"]), float(row["lon"])))
    return points


def _largest_cities(rows, key_of):
    """The point of the largest city under each key, and the people of all its cities."""
    largest, people, best = {}, collections.Counter(), {}
    for row in rows:
        key, population = key_of(row), int(row[14] or 0)
        people[key] += population
        if population > best.get(key, -1):
            best[key] = population
            largest[key] = (float(row[4]), float(row[5]))
    return largest, people


def _add_districts(gazetteer, regions, cities, path):
    """Second-level regions that have a city to take the point from."""
    largest, people = _largest_cities(cities, lambda row: (row[8], row[10], row[11]))
    for row in json.load(gzip.open(path, "rt", encoding="utf-8")):
        key = tuple(row["code"].split(".", 2))
        region = regions.get(key[:2])
        if region is None or key not in largest:
            continue
        place = Place(row["name"], region[0], region[1], *largest[key], people[key], "admin2")
        if gazetteer.find(row["name"], region[0], place.latitude, place.longitude, {"city", "admin1", "place"}) is None:
            place.call(row["name"])
            gazetteer.add(place)


def _add_whosonfirst(gazetteer, path):
    iso2 = path.name.removeprefix("whosonfirst-")[:2]
    country = gazetteer.code_of[iso2.upper()]
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    region_names = {row["wof_id"]: _region_name(gazetteer, row) for row in rows if row["placetype"] == "region"}
    for row in rows:
        precision = _PRECISION_OF.get(row["placetype"])
        if precision is None or not row["name"] or not row["lat"]:
            continue
        if iso2 in _SPARSE and precision in ("city", "place") and not int(row["population"] or 0):
            continue
        place = _same_place(gazetteer, row, country, precision) or _new_place(gazetteer, row, country, precision, region_names)
        _complete(place, row, precision)


def _region_name(gazetteer, row):
    known = gazetteer.by_id.get("geonames:" + row["geonames_id"])
    return known.name if known and known.precision == "admin1" else row["name"]


def _same_place(gazetteer, row, country, precision):
    known = gazetteer.by_id.get("geonames:" + row["geonames_id"]) if row["geonames_id"] else None
    alike = {"city", "place"} if precision in ("city", "place") else {precision}
    return known or gazetteer.find(row["name"], country, float(row["lat"]), float(row["lon"]), alike)


def _new_place(gazetteer, row, country, precision, region_names):
    admin1 = "" if precision == "admin1" else region_names.get(row["region_id"], "")
    return gazetteer.add(Place(row["name"], country, admin1, float(row["lat"]), float(row["lon"]),
                               0, precision, "wof:" + row["wof_id"]))


def _complete(place, row, precision):
    place.population = place.population or int(row["population"] or 0)
    place.call(row["name"])
    for name in aliases(row["other_names"]):
        if is_latin(name) and len(name) > 2:
            place.call(name, 0.5)
    if precision == "admin1":
        place.latitude, place.longitude = float(row["lat"]), float(row["lon"])
        _call_with_rank(place)


def _add_towns(gazetteer, path):
    """Towns of 5,000 people and more, of which the source tells only name and point."""
    with gzip.open(path, "rt", encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            country = gazetteer.code_of.get(row["country"])
            latitude, longitude = float(row["lat"]), float(row["lng"])
            if country is None or gazetteer.find(row["name"], country, latitude, longitude, {"city", "place"}):
                continue
            gazetteer.add(Place(row["name"], country, "", latitude, longitude, 5000, "city")).call(row["name"])


def _add_own(gazetteer, path):
    for row in own_rows(path):
        place = _known_by_base(gazetteer, row) or gazetteer.add(Place(
            row["name"], row["country"], row["admin1"], float(row["latitude"]), float(row["longitude"]), 0, row["precision"]))
        for name in [row["name"], *aliases(row["aliases"])]:
            place.call(name)


def _known_by_base(gazetteer, row):
    """The place of the row's name and rank, generic words aside, or None."""
    alike = (place for place in gazetteer.places if (place.precision, place.country) == (row["precision"], row["country"]))
    return next((place for place in alike
                 if fold(row["name"]) in (fold(place.name), fold(without_generic(place.name)))), None)


def _mark_capitals(gazetteer):
    """The capital flag of the seats that our tables name, and the country's point where the map has none."""
    cities = collections.defaultdict(list)
    for place in gazetteer.places:
        if place.precision == "city":
            cities[place.country].append(place)
    for code, country in gazetteer.countries.items():
        wanted = fold(country.capital)
        named = [place for place in cities[code] if any(fold(name) == wanted for name in place.names)]
        if not wanted or not named:
            continue
        seat = max(named, key=lambda place: place.population)
        for place in cities[code]:
            place.capital = place is seat
        if not country.latitude:
            country.latitude, country.longitude = seat.latitude, seat.longitude
