"""Organisations: our own tables by kind, armed groups of UCDP, parties of PartyFacts."""

import collections
import csv
import dataclasses
import re

from .fold import is_latin, name_key
from .tables import aliases, own_rows

KINDS = ["government", "international", "armed_group", "military", "party", "media", "company", "civil"]
SOURCES = ["own", "ucdp", "partyfacts"]
_TABLES = {
    "seats.tsv": "government",
    "international-bodies.tsv": "international",
    "armed-groups.tsv": "armed_group",
    "forces.tsv": "military",
    "parties.tsv": "party",
    "media.tsv": "media",
    "companies.tsv": "company",
    "civil.tsv": "civil",
}
_STATE = re.compile(r"^(Government|Forces) of |^Forces ")


@dataclasses.dataclass
class Organisation:
    name: str
    country: str
    sector: str
    kind: str
    source: str
    id: str = ""
    names: list = dataclasses.field(default_factory=list)
    weight: float = 1.0


def read(countries, reference, own):
    rows = [row for table, kind in _TABLES.items() if (own / table).exists() for row in _own(own / table, kind)]
    known = {name_key(name) for row in rows for name in [row.name, *row.names]}
    rows += [
        row
        for row in _armed_groups(countries, reference / "organisations/ucdp-prio-conflict-25.1.csv")
        if name_key(row.name) not in known
    ]
    rows += [
        row
        for row in _parties(countries, reference / "organisations/partyfacts-parties.csv")
        if name_key(row.name) not in known
    ]
    return rows


def _own(path, kind):
    for row in own_rows(path):
        yield Organisation(
            row["name"], row["country"], row["sector"], kind, "own", names=aliases(row["others"]), weight=3.0
        )


def _armed_groups(countries, path):
    """Non-state sides of UCDP's conflicts, with the country of most of their conflict years."""
    code_of = {name: code for code, country in countries.items() for name in country.names}
    where = collections.defaultdict(collections.Counter)
    for row in csv.DictReader(open(path, encoding="utf-8-sig", newline=""), delimiter=";"):
        place = re.sub(r" \(.*?\)", "", row["location"].split(", ")[0])
        for group in row["side_b"].split(", "):
            if group and not _STATE.search(group):
                where[group][code_of.get(place, ""), _decade(row["year"])] += 1
    for group, counts in sorted(where.items()):
        (country, _), _ = max(counts.items(), key=lambda item: (item[0][1], item[1], item[0]))
        names = [group.replace(" - ", "-"), group.split(" - ")[0]] if " - " in group else []
        yield Organisation(group, country, "REB", "armed_group", "ucdp", names=names)


def _decade(year):
    """Some rows have their cells shifted by one: a date stands for the year."""
    return int(year[-4:] or 1990) // 10


def _parties(countries, path):
    for row in csv.DictReader(open(path, encoding="utf-8", newline="")):
        code = {"KOS": "XKX", "UNK": "XKX"}.get(row["country"], row["country"])
        if code not in countries or row["year_dissolved"] not in ("", "NA") and int(row["year_dissolved"]) < 2000:
            continue
        names = [name for name in (row["name_native"], row["name_short"]) if name and name != "NA" and is_latin(name)]
        if row["name"] and row["name"] != "NA":
            yield Organisation(
                row["name"],
                code,
                "PTY",
                "party",
                "partyfacts",
                "partyfacts:" + row["partyfacts_id"],
                [name for name in names if len(name) > 2 or name.isupper()],
                0.5,
            )
