"""Heads of state and government of the World Factbook: titles and names are fused, family names in capitals.

"Prime Minister Sir Keir STARMER" is split at the last word of the title; a cell of several people is left
out.
"""

import collections
import dataclasses
import re

from .tables import tab_rows

_TITLES = set("""president vice prime minister premier king queen emperor sultan amir emir grand duke prince princess
    governor general chief chairman chairperson chair of the and state government head council supreme leader chancellor
    acting interim transitional transition deputy first second third co-prince co-princes captain regent captains taoiseach
    sir dr. dame lord lady sheikh shaykh imam pope general gen. lt. col. colonel major brig. field marshal admiral
    ambassador mr. mrs. ministers presidents premiers executive vice-president spokesperson speaker house representatives
    national assembly senate people's affairs commission committee transitional sovereignty presidential presidency member
    foreign defense finance economy interior for junior senior caretaker administrator prefect high commissioner lieutenant
    mayor island islands republic federal justice military junta de facto holiness his her majesty highness royal designate
    tuanku paramount ruler bishop archbishop coprince ceremonial representative secretary party communist central planning
    cabinet office monarch haji datuk seri dato' tan sri captain-regent professor prof. doctor rt. hon. judge elected
    in""".split())
_CAPITALS = re.compile(r"[^\W\d_]{2,}")
_NOBLE_NUMBERS = {"II", "III", "IV", "VI", "VII", "VIII", "XI", "XIV", "XVI", "X"}
_PATRONYMIC = re.compile(r"(ovich|evich|yevich|ovna|evna|yevna|ivna|ovych|yovych)$")
_OPEN_SINCE = "2025-10-01"


@dataclasses.dataclass
class Leader:
    country: str
    office: str  # the Factbook's: "chief of state" or "head of government"
    title: str
    name: str
    family: str  # the words in capitals
    since: str
    until: str  # empty: still in office when the source was made


def read(countries, path):
    codes = {country.fips.lower(): code for code, country in countries.items() if country.fips}
    rows = [row for row in tab_rows(path) if row["factbook_code"] in codes]
    leaders = [leader for leader in (_leader(row, codes[row["factbook_code"]]) for row in rows) if leader]
    return _merged(leaders)


def _leader(row, country):
    text = re.sub(r"\(.*?\)|\s+-\s+(formerly|note).*", " ", row["title_and_name"])
    text = re.sub(r"[,\s]+(Jr|Sr|III)\b\.?", r" \1", text).strip(" ;")
    if "," in text or ";" in text or row["since"][5:7] == "00":
        return None
    words = text.split()
    begin = _title_length(words)
    name, family = _name(words[begin:])
    if not family:
        return None
    until = "" if row["last_seen"] >= _OPEN_SINCE else row["last_seen"]
    return Leader(country, row["office"], " ".join(words[:begin]), name, family, row["since"], until)


def _title_length(words):
    length = 0
    while length < len(words) - 1:
        word = words[length]
        if _is_shouted(word) or word.lower().strip(",") not in _TITLES:
            break
        length += 1
    return length


def _is_shouted(word):
    letters = "".join(_CAPITALS.findall(word))
    return (
        len(letters) > 1
        and word not in _NOBLE_NUMBERS
        and any(part.isupper() and len(part) > 1 for part in re.split(r"[-']", word))
    )


def _name(words):
    """The name in usual capitals without patronymic, and the family name."""
    family = " ".join(_calm(word) for word in words if _is_shouted(word))
    kept = [word for i, word in enumerate(words) if not (0 < i < len(words) - 1 and _PATRONYMIC.search(word))]
    kept = [
        word for i, word in enumerate(kept) if not (0 < i < len(kept) - 1 and re.fullmatch(r"[A-Z]\.|\".*\"", word))
    ]
    return " ".join(_calm(word) for word in kept), family


def _calm(word):
    if not _is_shouted(word):
        return word
    return "-".join(
        "'".join(part.capitalize() if part.isupper() and len(part) > 1 else part for part in piece.split("'"))
        for piece in word.split("-")
    )


def _merged(leaders):
    """One row for each spell in office: spellings and titles differ from edition to edition."""
    spells = {}
    for leader in leaders:
        key = (leader.country, leader.office, leader.since)
        known = spells.get(key)
        if known is None:
            spells[key] = leader
        elif not leader.until or (known.until and leader.until > known.until):
            spells[key] = dataclasses.replace(leader, title=leader.title or known.title)
    rows = list(spells.values())
    starts = collections.defaultdict(list)
    for row in rows:
        starts[row.country, row.office, row.title].append(row.since)
    for row in rows:
        later = [since for since in starts[row.country, row.office, row.title] if row.since < since]
        if row.until and later and row.until < "2017-04":
            row.until = min(later)
    return rows
