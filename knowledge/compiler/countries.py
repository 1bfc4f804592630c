"""Countries and territories: codes, names, capitals, neighbours, a point inside, nationality words."""

import csv
import dataclasses
import json

from .outline import inner_point, largest_share
from .tables import aliases, own_rows

_HISTORICAL = {"ANT", "SCG"}
_ONE_PIECE = 0.9  # of a country's area
_LEASES = {("CUB", "USA"), ("USA", "CUB")}  # a leased base is no border
_CODES_OF_OTHERS = {
    "KOS": "XKX",
    "UNK": "XKX",
    "XK": "XKX",
    "SOL": "SOM",
    "CYN": "CYP",
    "SDS": "SSD",
    "PSX": "PSE",
    "SAH": "ESH",
    "ALD": "ALA",
}


@dataclasses.dataclass
class Country:
    code: str
    iso2: str
    fips: str
    name: str
    capital: str
    population: int
    neighbours: list
    geonames: str
    names: list = dataclasses.field(default_factory=list)
    latitude: float = 0.0
    longitude: float = 0.0
    wikidata: str = ""
    leader: str = "president"


def read(reference, own):
    """All countries by alpha-3 code, in the order of their codes."""
    countries = _of_geonames(reference / "countries/geonames-countryInfo.tsv")
    _add_territories(countries, reference / "countries/territories.json")
    _add_own_names(countries, own / "country-names.tsv")
    _add_points(countries, reference / "map/countries-50m.geojson", own / "country-points.tsv")
    for row in own_rows(own / "capitals.tsv"):
        countries[row["code"]].capital = row["capital"]
    for row in own_rows(own / "leading-offices.tsv"):
        for code in row["codes"].split():
            countries[code].leader = row["office"]
    return dict(sorted(countries.items()))


def _of_geonames(path):
    rows = [line.rstrip("\n").split("\t") for line in open(path, encoding="utf-8") if not line.startswith("#")]
    rows = [row for row in rows if len(row) > 17 and row[1] not in _HISTORICAL]
    alpha3 = {row[0]: row[1] for row in rows}
    return {
        row[1]: Country(
            row[1],
            row[0],
            row[3],
            row[4].strip(),
            row[5].strip(),
            int(row[7] or 0),
            _neighbours(row, alpha3),
            row[16],
            [row[4].strip()],
        )
        for row in rows
    }


def _neighbours(row, alpha3):
    codes = (alpha3[code] for code in row[17].split(",") if code in alpha3)
    return sorted(code for code in codes if (row[1], code) not in _LEASES)


def _add_territories(countries, path):
    for territory in json.load(open(path, encoding="utf-8")):
        country = countries.get(territory.get("alpha3", "").upper())
        if country is None:
            continue
        country.wikidata = territory["qid"]
        country.names += [territory["name"], territory["full_name"]]


def _add_own_names(countries, path):
    for row in own_rows(path):
        names = aliases(row["names"])
        for code in aliases(row["code"]):
            if names[0].startswith("="):
                countries[code].name = names[0][1:]
            countries[code].names += [name.lstrip("=") for name in names]


def _add_points(countries, path, own_path):
    """The centre of a country of one piece. The centre of one of several pieces is nobody's idea of Indonesia or
    Canada: such countries, and those without an outline, have their published point."""
    published = {row["code"]: row for row in own_rows(own_path)}
    for feature in json.load(open(path, encoding="utf-8"))["features"]:
        code = feature["properties"]["code"]
        code = _CODES_OF_OTHERS.get(code, code)
        country = countries.get(code)
        if country is None or country.latitude:
            continue
        if code not in published or largest_share(feature["geometry"]) >= _ONE_PIECE:
            country.longitude, country.latitude = inner_point(feature["geometry"])
    for code, row in published.items():
        if code in countries and not countries[code].latitude:
            countries[code].latitude, countries[code].longitude = float(row["latitude"]), float(row["longitude"])


def nationalities(countries, reference, own):
    """(word, code) pairs."""
    codes = {}
    with open(reference / "countries/nationalities.csv", encoding="utf-8", newline="") as lines:
        for row in csv.reader(line for line in lines if not line.startswith("#")):
            codes[row[0].strip()] = [code for code in row[1].split(";") if code in countries]
    for row in own_rows(own / "nationalities.tsv"):
        codes[row["word"]] = [code for code in aliases(row["codes"]) if code != "-"]
    for word in [word for word in codes if not word.endswith(("s", "h", "ese"))]:
        if codes[word] and word.endswith("n") and not word.endswith(("man", "men")):
            codes.setdefault(word + "s", codes[word])
    return [(word, code) for word in sorted(codes) for code in codes[word]]
