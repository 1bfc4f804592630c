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

from .fold import is_latin, name_key
from .gazetteer import Gazetteer, Place, usual_name, without_generic
from .tables import aliases, own_rows, tab_rows

# Of the two Koreas Who's On First has every hamlet; only those with people or a rank are kept.
_SPARSE = {"kr", "kp"}
_PRECISION_OF = {
    "region": "admin1",
    "county": "admin2",
    "localadmin": "admin2",
    "locality": "city",
    "neighbourhood": "place",
}


def read(countries, reference, own):
    gazetteer = Gazetteer(countries)
    folder = reference / "places"
    regions = _region_rows(reference / "countries/geonames-regionInfo.tsv", folder / "geonames-admin1.json", gazetteer)
    cities = _city_rows(folder / "geonames-cities15000.zip")
    _add_cities(gazetteer, cities, regions)
    points = _region_points(folder / "naturalearth-admin1-points.tsv", gazetteer)
    _add_regions(gazetteer, regions, cities, points)
    _add_other_regions(gazetteer, regions, points)
    _add_districts(gazetteer, regions, cities, folder / "geonames-admin2.json.gz")
    for path in sorted(folder.glob("whosonfirst-*.tsv.gz")):
        _add_whosonfirst(gazetteer, path)
    _add_towns(gazetteer, folder / "world-cities-5000.csv.gz")
    _add_own(gazetteer, own / "places-extra.tsv")
    _mark_capitals(gazetteer)
    return gazetteer.places


@dataclasses.dataclass
class Region:
    country: str
    name: str
    others: list
    id: str


def _region_rows(path, usual_path, gazetteer):
    """GeoNames first-level regions by ("UA", "05"): ids from one table, the names that English uses from another."""
    usual = {row["code"]: row["name"] for row in json.load(open(usual_path, encoding="utf-8"))}
    regions = {}
    for row in tab_rows(path):
        code = row["#region_code"]
        iso2, number = code.split(".", 1)
        if iso2 in gazetteer.code_of:
            country = gazetteer.code_of[iso2]
            regions[iso2, number] = Region(
                country,
                usual_name(usual.get(code, row["name"]), country),
                [row["name"], row["name_ascii"]],
                row["geoname_id"],
            )
    return regions


def _city_rows(path):
    with zipfile.ZipFile(path) as archive:
        text = io.TextIOWrapper(archive.open("cities15000.txt"), encoding="utf-8")
        return [line.rstrip("\n").split("\t") for line in text]


def _add_cities(gazetteer, rows, regions):
    conflict = {
        "UA",
        "IL",
        "PS",
        "SY",
        "YE",
        "SD",
        "SS",
        "CD",
        "AF",
        "MM",
        "RU",
        "LB",
        "IR",
        "IQ",
        "KP",
        "KR",
        "SO",
        "ML",
    }
    for row in rows:
        if row[8] not in gazetteer.code_of:
            continue
        population = int(row[14] or 0)
        region = regions.get((row[8], row[10]))
        precision = "place" if row[7] == "PPLX" else "city"
        country = gazetteer.code_of[row[8]]
        place = gazetteer.add(
            Place(
                usual_name(row[1], country),
                country,
                region.name if region else "",
                float(row[4]),
                float(row[5]),
                population,
                precision,
                "geonames:" + row[0],
            )
        )
        place.capital = row[7] == "PPLC"
        place.call(row[1])
        place.call(row[2])
        if population >= 60_000 or place.capital or row[8] in conflict:
            _call_otherwise(place, row[3].split(","))


def _call_otherwise(place, names):
    """Names in other languages count little; codes of airports and transcriptions of other scripts not at all."""
    first = name_key(place.name)[:1]
    for name in names:
        if len(name) < 4 or len(name) > 40 or not is_latin(name) or name.isupper() or name.islower():
            continue
        # An English text spells a foreign name much as its own land does: far spellings are other languages'.
        place.call(name, 0.3 if name_key(name)[:1] == first else 0.05)


def _add_regions(gazetteer, regions, cities, points):
    largest, people = _largest_cities(cities, lambda row: (row[8], row[10]))
    middles = _middles(cities, lambda row: (row[8], row[10]))
    for key, region in sorted(regions.items()):
        base = without_generic(region.name)
        _, parts = points.get((region.country, _loose(base)), ("", []))
        point = _main_part(parts, middles.get(key)) or largest.get(key)
        if point is None:
            continue
        place = gazetteer.add(
            Place(region.name, region.country, "", *point, people.get(key, 0), "admin1", "geonames:" + region.id)
        )
        for name in [region.name, *region.others]:
            place.call(name)
            place.call(without_generic(name))
        _call_with_rank(place)


def _call_with_rank(place):
    """ "Kharkiv region" is said of regions everywhere, "oblast" and "governorate" in some countries."""
    for base in sorted({without_generic(name) for name, share in place.names.items() if share >= 0.5}):
        for rank in ["region", "province", *_ranks(place.country)]:
            if not name_key(base).endswith(rank):
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
    return "".join(c for c in name_key(without_generic(name)) if c.isalnum())


def _region_points(path, gazetteer):
    """Natural Earth names and points by country and loose name; a point for each part of the region, islands too."""
    code_of = {name: code for code, country in gazetteer.countries.items() for name in country.names}
    code_of |= {"United States of America": "USA"}
    points = {}
    for row in tab_rows(path):
        code = code_of.get(row["admin"])
        if code and row["name"]:
            _, parts = points.setdefault((code, _loose(row["name"])), (row["name"], []))
            parts.append((float(row["lat"]), float(row["lon"])))
    return points


def _add_other_regions(gazetteer, regions, points):
    """Regions that only Natural Earth has: provinces of one rank lower, and those that were since divided. What it
    counts to whoever holds it (Crimea) and GeoNames to another country is left as GeoNames has it."""
    known = {(region.country, _loose(name)) for region in regions.values() for name in [region.name, *region.others]}
    held = collections.defaultdict(list)
    for place in gazetteer.places:
        if place.precision == "admin1":
            for name in place.names:
                held[_loose(name)].append((place.latitude, place.longitude))
    for (country, loose), (name, parts) in sorted(points.items()):
        latitude, longitude = _main_part(parts, _middle(parts))
        near = [p for p in held[loose] if abs(p[0] - latitude) < 3 and abs(p[1] - longitude) < 3]
        if (country, loose) in known or near:
            continue
        place = gazetteer.add(Place(name, country, "", latitude, longitude, 0, "admin1"))
        place.call(name)
        place.call(without_generic(name))
        _call_with_rank(place)


def _main_part(points, middle):
    """The point of the part that lies in the middle of the towns; the first one where no town is known."""
    if not points or middle is None:
        return points[0] if points else None
    return min(points, key=lambda point: (point[0] - middle[0]) ** 2 + (point[1] - middle[1]) ** 2)


def _middles(rows, key_of):
    """The middle of the box around the towns under each key."""
    towns = collections.defaultdict(list)
    for row in rows:
        towns[key_of(row)].append((float(row[4]), float(row[5])))
    return {key: _middle(points) for key, points in towns.items()}


def _middle(points):
    return tuple((min(axis) + max(axis)) / 2 for axis in zip(*points))


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
        name = usual_name(row["name"], region.country)
        place = Place(name, region.country, region.name, *largest[key], people[key], "admin2")
        if (
            gazetteer.find(row["name"], region.country, place.latitude, place.longitude, {"city", "admin1", "place"})
            is None
        ):
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
        place = _same_place(gazetteer, row, country, precision) or _new_place(
            gazetteer, row, country, precision, region_names
        )
        _complete(place, row, precision)


def _region_name(gazetteer, row):
    known = gazetteer.by_id.get("geonames:" + row["geonames_id"])
    return (
        known.name if known and known.precision == "admin1" else usual_name(row["name"], known.country if known else "")
    )


def _same_place(gazetteer, row, country, precision):
    known = gazetteer.by_id.get("geonames:" + row["geonames_id"]) if row["geonames_id"] else None
    alike = {"city", "place"} if precision in ("city", "place") else {precision}
    return known or gazetteer.find(row["name"], country, float(row["lat"]), float(row["lon"]), alike)


def _new_place(gazetteer, row, country, precision, region_names):
    admin1 = "" if precision == "admin1" else region_names.get(row["region_id"], "")
    return gazetteer.add(
        Place(
            usual_name(row["name"], country),
            country,
            admin1,
            float(row["lat"]),
            float(row["lon"]),
            0,
            precision,
            "wof:" + row["wof_id"],
        )
    )


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
            gazetteer.add(Place(usual_name(row["name"], country), country, "", latitude, longitude, 5000, "city")).call(
                row["name"]
            )


def _add_own(gazetteer, path):
    """Our own rows; names of a known place are added to it."""
    known = collections.defaultdict(list)
    for place in gazetteer.places:
        known[place.precision, place.country].append(place)
    for row in own_rows(path):
        names = [row["name"], *aliases(row["aliases"])]
        latitude, longitude = float(row["latitude"]), float(row["longitude"])
        place = _named_near(known[row["precision"], row["country"]], names, latitude, longitude) or gazetteer.add(
            Place(row["name"], row["country"], row["admin1"], latitude, longitude, 0, row["precision"])
        )
        place.of_news = True
        for name in names:
            place.call(name)


def _named_near(places, names, latitude, longitude):
    """The largest place of any of those names within a degree, or None."""
    keys = {name_key(name) for name in names} | {name_key(without_generic(name)) for name in names}
    near = [
        place
        for place in places
        if abs(place.latitude - latitude) < 1
        and abs(place.longitude - longitude) < 1
        and any(name_key(name) in keys for name in place.names)
    ]
    return max(near, key=lambda place: place.population, default=None)


def _mark_capitals(gazetteer):
    """The capital flag of the seats that our tables name, and the country's point where the map has none."""
    cities = collections.defaultdict(list)
    for place in gazetteer.places:
        if place.precision == "city":
            cities[place.country].append(place)
    for code, country in gazetteer.countries.items():
        wanted = name_key(country.capital)
        named = [place for place in cities[code] if any(name_key(name) == wanted for name in place.names)]
        if not wanted or not named:
            continue
        seat = max(named, key=lambda place: place.population)
        for place in cities[code]:
            place.capital = place is seat
        if not country.latitude:
            country.latitude, country.longitude = seat.latitude, seat.longitude
