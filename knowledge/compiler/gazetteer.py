"""A place and the gazetteer that places are gathered in, by id and by name."""

import collections
import dataclasses
import unicodedata

from .fold import name_key

PRECISIONS = ["country", "admin1", "admin2", "city", "place"]
_NEAR = 0.07  # degrees: rows of one name nearer than this are one place
_GENERIC = [
    "Autonomous Republic of",
    "Autonomous Province of",
    "Autonomous Region",
    "Autonomous Oblast",
    "Republic of",
    "State of",
    "Province of",
    "Department of",
    "Governorate",
    "Province",
    "Oblast",
    "Oblast'",
    "Region",
    "District",
    "County",
    "State",
    "Prefecture",
    "Department",
    "Municipality",
    "Krai",
    "Kray",
    "Republic",
    "Voivodeship",
    "Raion",
    "Rayon",
    "Muhafazat",
    "Wilaya",
    "Wilayah",
    "Division",
    "Zone",
    "City",
    "Special City",
]


# Countries that write in other scripts: English has the transcription without the marks of scholars.
_OTHER_SCRIPTS = set(
    """AFG ARE ARM AZE BGD BGR BHR BLR BTN CHN CYP DJI DZA EGY ERI ETH GEO GRC IND IRN IRQ ISR JOR JPN KAZ KGZ
    KHM KOR KWT LAO LBN LBY LKA MAR MDV MKD MMR MNG MRT NPL OMN PAK PRK PSE QAT RUS SAU SDN SOM SYR THA TJK TUN TWN UKR UZB
    YEM""".split()
)


def usual_name(name, country):
    """ "Khan Yunis" for "Khān Yūnis"; names in Latin scripts as they are."""
    if country not in _OTHER_SCRIPTS:
        return name
    letters = unicodedata.normalize("NFD", name.translate(_MARKS))
    return "".join(c for c in letters if unicodedata.category(c) != "Mn")


_MARKS = str.maketrans({"‘": "'", "’": "'", "ʻ": "'", "ʼ": "'", "`": "'"})


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
    of_news: bool = False  # one of our own: news that names it seldom means a namesake
    names: dict = dataclasses.field(default_factory=dict)  # spelling: how much of the place's weight it carries

    def call(self, name, share=1.0):
        self.names[name] = max(share, self.names.get(name, 0.0))

    def weight(self):
        """Cities by their people, regions behind the cities that they are named after."""
        if self.of_news and self.precision == "place":
            return 500_000
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
        self._near[name_key(place.name), place.country].append(place)
        return place

    def find(self, name, country, latitude, longitude, precisions):
        """A place of that name and rank near that point, or None."""
        for place in self._near.get((name_key(name), country), ()):
            if (
                place.precision in precisions
                and abs(place.latitude - latitude) < _NEAR
                and abs(place.longitude - longitude) < _NEAR
            ):
                return place
        return None


def without_generic(name):
    """ "Donetsk Oblast" as "Donetsk"."""
    for word in _GENERIC:
        if name.endswith(" " + word):
            return name[: -len(word) - 1]
        if name.startswith(word + " ") and word.endswith("of"):
            return name[len(word) + 1 :]
    return name
