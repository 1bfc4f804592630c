"""People in office: our own dated rows first, then Wikidata's office-holders, then the World Factbook's leaders."""

import collections
import dataclasses
import datetime
import re

from . import factbook
from .fold import name_key
from .names import family_names, full_names
from .tables import aliases, own_rows, tab_rows

SOURCES = ["own", "wikidata", "factbook"]
_REGIONS_OF = {"scotland-cabinet": "GBR", "wales-cabinet": "GBR", "northern-ireland-ministers": "GBR"}
_UNRECOGNISED = {
    "donetsk": "UKR",
    "luhansk-ministers": "UKR",
    "abkhazia-ministers": "GEO",
    "south-ossetia": "GEO",
    "artsakh-ministers": "AZE",
    "northern-cyprus": "CYP",
    "somaliland": "SOM",
}
# Offices that one person at a time holds: the next holder's start ends an open spell.
_SINGLE = {
    "supreme leader",
    "president",
    "monarch",
    "head of government",
    "foreign minister",
    "defence minister",
    "interior minister",
    "finance minister",
    "justice minister",
    "health minister",
    "security council secretary",
    "chief of general staff",
    "secretary-general",
    "high representative",
    "commission president",
    "un ambassador",
    "attorney general",
    "central bank governor",
    "national security adviser",
    "crown prince",
}
_SAME_SPELL = 62  # days between starts of one spell in two sources
_NOW = "2026-01-01"


@dataclasses.dataclass
class Tenure:
    person: str
    position: str
    office: str
    country: str
    sector: str
    start: str  # ISO date or ""
    end: str
    id: str
    source: str
    family: str = ""  # set where the source tells it


def read(countries, offices, reference, own):
    names = PeopleNames(own / "people-names.tsv")
    files = ("tenures.tsv", "public-figures.tsv")
    own_tenures = [_own_tenure(row, offices) for file in files for row in own_rows(own / file)]
    wikidata = [_wikidata_tenure(row, offices, names) for row in tab_rows(reference / "people/officeholders.tsv")]
    ids = _ids(wikidata)
    for tenure in own_tenures:
        tenure.id = ids.get(name_key(tenure.person), "")
    tenures = _without_doubles(own_tenures, wikidata)
    leaders = factbook.read(countries, reference / "people/factbook-leaders.tsv")
    spells = collections.defaultdict(list)
    for tenure in tenures:
        spells[tenure.country].append(tenure)
    for leader in leaders:
        tenure = _factbook_tenure(leader, spells[leader.country], offices, names)
        if tenure is not None:
            spells[leader.country].append(tenure)
            tenures.append(tenure)
    _close_open_spells(tenures)
    tenures.sort(key=lambda t: (t.office, t.country, t.start, t.person, t.position, t.source))
    return tenures, names


class PeopleNames:
    """The usual English name of people whom sources spell otherwise, and what else they are called."""

    def __init__(self, path):
        self.others = {}
        self._usual = {}
        for row in own_rows(path):
            self.others[row["name"]] = aliases(row["others"])
            for other in [row["name"], *self.others[row["name"]]]:
                if " " in other or "-" in other:
                    self._usual.setdefault(name_key(other), row["name"])

    def usual(self, name):
        for spelling in full_names(name):
            if name_key(spelling) in self._usual:
                return self._usual[name_key(spelling)]
        return name


def _own_tenure(row, offices):
    key = row["office"] or offices.key_of(row["position"], row["country"])
    return Tenure(
        row["person"],
        row["position"],
        key,
        row["country"],
        row["sector"] or offices.sector(key),
        row["start"],
        row["end"],
        "",
        "own",
    )


def _wikidata_tenure(row, offices, names):
    repository, country = row["repository"], row["country_iso3"]
    key = offices.key_of(row["position"], country)
    sector = offices.sector(key)
    if repository in _REGIONS_OF:
        country, key = _REGIONS_OF[repository], ""
    elif repository in _UNRECOGNISED:
        country, key, sector = _UNRECOGNISED[repository], "", "PRE"
    start, end = _clean(row["start"]), _clean(row["end"])
    if start and end and end < start:
        end = ""
    return Tenure(
        names.usual(row["person"]), row["position"], key, country, sector, start, end, row["wikidata_id"], "wikidata"
    )


def _clean(date):
    """Decades and the like ("2010s") tell no date."""
    return date if re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", date) else ""


def _ids(tenures):
    """Wikidata ids by folded name, where a name has one id only."""
    found = collections.defaultdict(set)
    for tenure in tenures:
        found[name_key(tenure.person)].add(tenure.id)
    return {name: min(ids) for name, ids in found.items() if len(ids) == 1}


def _without_doubles(own_tenures, others):
    """Our own rows, and those of others that tell nothing of the same person, office and spell."""
    spells = collections.defaultdict(list)
    for tenure in own_tenures:
        spells[name_key(tenure.person), tenure.country, tenure.office].append(tenure)
    kept, seen = list(own_tenures), set()
    for tenure in others:
        key = (tenure.person, tenure.position, tenure.country, tenure.start)
        known = spells.get((name_key(tenure.person), tenure.country, tenure.office), []) if tenure.office else []
        if key not in seen and not any(_one_spell(tenure, own) for own in known):
            kept.append(tenure)
        seen.add(key)
    return kept


def _one_spell(a, b):
    """Starts near each other, or one spell within the other."""
    if _days_between(a.start, b.start) <= _SAME_SPELL or not a.start:
        return True
    return b.start <= a.start <= (b.end or "9999") or (a.start <= b.start and not a.end)


def _days_between(a, b):
    return abs((_date(a) - _date(b)).days) if a and b else 1 << 30


def _date(text):
    parts = [int(part) for part in text.split("-")] + [1, 1]
    return datetime.date(parts[0], parts[1] or 1, parts[2] or 1)


def _factbook_tenure(leader, spells, offices, names):
    """A leader's spell, unless one of the country's `spells` is it."""
    key = offices.key_of(leader.title, leader.country) if leader.title else ""
    if not key or key in ("cabinet minister", "speaker", "governor"):
        key = "head of government" if leader.office == "head of government" and not key else key or "president"
    if "assembly" in leader.title.lower():
        key = "speaker"
    name = names.usual(leader.name)
    if key in _SINGLE and any(
        known.office == key
        and known.source == "own"
        and known.start <= leader.since
        and leader.since <= (known.end or "9999")
        for known in spells
    ):
        return None
    for known in spells:
        if known.office == key and (
            _days_between(known.start, leader.since) <= _SAME_SPELL
            or name_key(known.person) == name_key(name)
            and known.start <= leader.since <= (known.end or "9999")
        ):
            if known.source == "wikidata" and leader.until and not known.end:
                known.end = leader.until
            return None
    position = leader.title or leader.office.capitalize()
    return Tenure(
        name,
        position,
        key,
        leader.country,
        offices.sector(key),
        leader.since,
        leader.until,
        "",
        "factbook",
        leader.family,
    )


def _close_open_spells(tenures):
    holders = collections.defaultdict(list)
    for tenure in tenures:
        if tenure.office in _SINGLE and tenure.start:
            holders[tenure.office, tenure.country, tenure.position if not tenure.country else ""].append(tenure)
    for spells in holders.values():
        starts = sorted((tenure.start, tenure.person) for tenure in spells)
        for tenure in spells:
            later = [start for start, person in starts if start > tenure.start and person != tenure.person]
            if tenure.source == "own":
                continue
            if later and not tenure.end:
                tenure.end = _day_before(min(later))
            elif later and tenure.end > min(later) and _is_own(spells, min(later)):
                tenure.end = _day_before(min(later))


def _is_own(spells, start):
    return any(tenure.start == start and tenure.source == "own" for tenure in spells)


def _day_before(day):
    return (_date(day) - datetime.timedelta(days=1)).isoformat()


def prominence(tenure, offices):
    """Weight of one spell: our own rows first, then by office and how lately it was held."""
    weight = offices.weight(tenure.office) * 1000.0
    end = tenure.end or (_NOW if tenure.source != "wikidata" else "2022-07-01")
    age = max(0, 2026 - int(end[:4])) if end else 10
    return weight / (1 + 0.25 * age) + (200_000 if tenure.source == "own" and age <= 4 else 0)


def names_of(tenure, names):
    """(spelling, share of the prominence) of everything the person may be called."""
    for name in [tenure.person, *names.others.get(tenure.person, ())]:
        yield from ((spelling, 1.0) for spelling in full_names(name))
        yield from ((family, 0.5) for family in family_names(name, tenure.country))
    if tenure.family:
        yield tenure.family, 0.5
        yield f"{tenure.person.split()[0]} {tenure.family}", 1.0
