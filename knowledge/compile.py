#!/usr/bin/env python3
"""Compiles the fact tables into the one file that Dateline maps at start.

    python3 knowledge/compile.py --shared ../shared --out knowledge/dateline.tables

Reads the reference facts of --shared and the project's own tables beside this program. The same inputs give the same
bytes. The layout is docs/formats/knowledge.md, the licences of the inputs are in NOTICE.
"""

import argparse
import datetime
import hashlib
import struct
from pathlib import Path

from compiler import countries, organisations, people, places, roles, unlikely
from compiler.fold import name_key
from compiler.gazetteer import PRECISIONS
from compiler.offices import Offices
from compiler.writer import NameIndex, StringPool, file_bytes

NONE = 0xFF  # no country, no office
SECTORS = [
    "",
    "AGR",
    "BUS",
    "COP",
    "CRM",
    "CVL",
    "EDU",
    "ELI",
    "GOV",
    "INT",
    "JRN",
    "JUD",
    "LAB",
    "LEG",
    "MED",
    "MIL",
    "MNC",
    "OPP",
    "PRE",
    "PRM",
    "PTY",
    "REB",
    "REF",
    "REL",
    "SOC",
    "SPY",
    "UAF",
    "UNK",
]
SURNAME_HITS = 200  # rows of one name of a person, at most


class Compiler:
    def __init__(self, reference, own):
        self.pool = StringPool()
        self.sections = []
        self.counts = {}
        self.reference, self.own = reference, own
        self.countries = countries.read(reference, own)
        self.offices = Offices(own)
        self.places = places.read(self.countries, reference, own)  # also completes the countries' points
        self.country_index = {code: i for i, code in enumerate(self.countries)} | {"": NONE}
        self.office_index = {key: i for i, key in enumerate(self.offices.by_key)} | {"": NONE}

    def compile(self):
        self.add_countries()
        self.add_nationalities()
        self.add_places()
        self.add_unlikely_places()
        self.add_offices()
        self.add_people()
        self.add_organisations()
        self.add_roles()
        about = self.pool.add(self.about())
        self.sections = [("STRS", 1, self.pool.bytes()), ("ABOU", 4, struct.pack("<I", about)), *self.sections]
        return file_bytes(self.sections)

    def add_rows(self, name, layout, rows):
        packed = [struct.pack("<" + layout, *row) for row in rows]
        self.sections.append((name, struct.calcsize("<" + layout), b"".join(packed)))
        self.counts[name] = len(packed)

    def add_index(self, name, index, limit=None):
        keys, hits = index.sections(limit)
        self.sections += [(name + "k", 12, keys), (name + "h", 4, hits)]

    def add_countries(self):
        text, rows, neighbours, index = self.pool.add, [], [], NameIndex(self.pool)
        for row, country in enumerate(self.countries.values()):
            rows.append(
                (
                    text(country.code),
                    text(country.name),
                    text(country.capital),
                    text(country.wikidata),
                    degrees(country.latitude),
                    degrees(country.longitude),
                    len(neighbours),
                    len(country.neighbours),
                    self.office_index[country.leader],
                )
            )
            neighbours += [(self.country_index[code],) for code in country.neighbours]
            for name in country.names:
                index.add(name, row)
                index.add("the " + name, row)
        self.add_rows("CTRY", "IIIIiiHBB", rows)
        self.add_rows("NEIG", "B", neighbours)
        self.add_index("CTR", index)

    def add_nationalities(self):
        index = NameIndex(self.pool)
        for word, code in countries.nationalities(self.countries, self.reference, self.own):
            index.add(word, self.country_index[code])
        self.counts["NATI"] = len(index)
        self.add_index("NAT", index)

    def add_places(self):
        regions = {"": 0}
        rows, index = [], NameIndex(self.pool)
        self.places.sort(key=lambda p: (p.country, p.precision, name_key(p.name), p.latitude, p.longitude, p.id))
        for row, place in enumerate(self.places):
            region = regions.setdefault(place.admin1, len(regions))
            flags = PRECISIONS.index(place.precision) | (8 if place.capital else 0)
            rows.append(
                (
                    self.pool.add(place.name),
                    degrees(place.latitude),
                    degrees(place.longitude),
                    place.population,
                    place_id(place.id),
                    region,
                    self.country_index[place.country],
                    flags,
                )
            )
            for name, share in place.names.items():
                index.add(name, row, place.weight() * share)
        self.place_names = index
        self.add_rows("PLAC", "IiiIIHBB", rows)
        self.add_rows("REGI", "I", [(self.pool.add(name),) for name in regions])
        self.add_index("PLA", index)

    def add_unlikely_places(self):
        index = NameIndex(self.pool)
        for word in unlikely.read(self.reference, self.own):
            index.add(word, 0)
        self.counts["UNLI"] = len(index)
        self.add_index("UNL", index)

    def add_offices(self):
        index = NameIndex(self.pool)
        for phrase, key in self.offices.key_of_phrase.items():
            index.add(phrase, self.office_index[key])
        self.add_rows("OFFI", "I", [(self.pool.add(key),) for key in self.offices.by_key])
        self.add_index("OFF", index)

    def add_people(self):
        tenures, names = people.read(self.countries, self.offices, self.reference, self.own)
        tenures.sort(
            key=lambda t: (
                self.office_index[t.office],
                self.country_index[t.country],
                t.start,
                t.person,
                t.position,
                t.end,
                t.id,
            )
        )
        best = {}
        for tenure in tenures:
            best[tenure.person, tenure.id] = max(
                best.get((tenure.person, tenure.id), 0), people.prominence(tenure, self.offices)
            )
        index = NameIndex(self.pool)
        rows = []
        for row, tenure in enumerate(tenures):
            rows.append(self.tenure_row(tenure))
            for name, share in people.names_of(tenure, names):
                late = rows[-1][3] / 1e6 if rows[-1][3] > -(1 << 31) else -1
                index.add(name, row, best[tenure.person, tenure.id] * share + late)
        self.add_rows("TENU", "IIIiiBBBB", rows)
        self.add_index("PEO", index, SURNAME_HITS)
        self.counts["PERS"] = len({(t.person, t.id) for t in tenures})

    def tenure_row(self, tenure):
        text = self.pool.add
        return (
            text(tenure.person),
            text(tenure.position),
            text(tenure.id),
            days(tenure.start, -(1 << 31)),
            days(tenure.end, (1 << 31) - 1, end=True),
            self.office_index[tenure.office],
            self.country_index[tenure.country],
            SECTORS.index(tenure.sector),
            people.SOURCES.index(tenure.source),
        )

    def add_organisations(self):
        rows, index = [], NameIndex(self.pool)
        for row, organisation in enumerate(organisations.read(self.countries, self.reference, self.own)):
            rows.append(
                (
                    self.pool.add(organisation.name),
                    self.pool.add(organisation.id),
                    self.country_index[organisation.country],
                    SECTORS.index(organisation.sector),
                    organisations.KINDS.index(organisation.kind),
                    organisations.SOURCES.index(organisation.source),
                )
            )
            for name in [organisation.name, *organisation.names]:
                index.add(name, row, organisation.weight)
        self.add_rows("ORGA", "IIBBBB", rows)
        self.add_index("ORG", index)

    def add_roles(self):
        rows, index = [], NameIndex(self.pool)
        for row, (noun, sector) in enumerate(roles.read(self.reference, self.own)):
            rows.append((self.pool.add(noun), SECTORS.index(sector)))
            index.add(noun, row)
        self.add_rows("ROLE", "II", rows)
        self.add_rows("SECT", "I", [(self.pool.add(sector),) for sector in SECTORS])
        self.add_index("ROL", index)

    def about(self):
        counts = self.counts
        return (
            f"knowledge tables {inputs_hash(self.own)}: {counts['CTRY']} countries, {counts['NATI']} nationalities, "
            f"{counts['PLAC']} places, {counts['TENU']} spells in office of {counts['PERS']} people, "
            f"{counts['ORGA']} organisations, {counts['ROLE']} role nouns"
        )


def degrees(value):
    return round(value * 100_000)


def place_id(id_):
    """A GeoNames number, or a Who's On First number with the top bit set; 0 for none."""
    source, _, number = id_.partition(":")
    return 0 if not id_ else int(number) | (1 << 31 if source == "wof" else 0)


def days(date, unknown, end=False):
    """Days since 1970-01-01 of an ISO date; of a year or month alone its first or last day."""
    if not date:
        return unknown
    year, month, day = ([int(part) for part in date.split("-")] + [0, 0])[:3]
    first = datetime.date(year, month or (12 if end else 1), day or 1)
    if end and not day:
        first = (first.replace(day=28) + datetime.timedelta(days=4)).replace(day=1) - datetime.timedelta(days=1)
    return (first - datetime.date(1970, 1, 1)).days


def inputs_hash(own):
    """A short hash of our own tables and of this program: tells whether a compiled file is theirs."""
    digest = hashlib.sha256()
    for path in sorted([*own.glob("*.tsv"), own / "compile.py", *own.glob("compiler/*.py")]):
        digest.update(path.relative_to(own).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:12]


def main():
    own = Path(__file__).resolve().parent
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--shared", type=Path, help="folder that holds reference/")
    parser.add_argument("--out", type=Path, default=own / "dateline.tables", help="file to write")
    parser.add_argument(
        "--check", action="store_true", help="write nothing; fail if --out is not what would be written"
    )
    parser.add_argument("--hash", action="store_true", help="only print the hash of our own tables and compiler")
    arguments = parser.parse_args()
    if arguments.hash:
        print(inputs_hash(own))
        return
    if arguments.shared is None:
        parser.error("--shared is needed to compile")
    data = Compiler(arguments.shared / "reference", own).compile()
    if not arguments.check:
        arguments.out.write_bytes(data)
    elif arguments.out.read_bytes() != data:
        raise SystemExit(f"{arguments.out} is not what these inputs compile to; run {parser.prog} without --check")
    print(f"{arguments.out}: {len(data)} bytes")


if __name__ == "__main__":
    main()
