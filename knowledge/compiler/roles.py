"""Role nouns: our own, then those of the Phoenix agents dictionary in lower case, of one or two words."""

import re

from .fold import fold
from .tables import own_rows

_ENTRY = re.compile(r"^\s*(.*?)\s*(?:\{(.*?)\})?\s*\[~?([A-Z]+)~?\]")
# CAMEO's agent codes as PLOVER's sectors; a code of several is read by its first three letters.
_SECTORS = {
    "MED": "JRN",
    "HLH": "MED",
    "NGO": "SOC",
    "HRI": "SOC",
    "ENV": "SOC",
    "DEV": "SOC",
    "BUD": "REL",
    "CHR": "REL",
    "HIN": "REL",
    "JEW": "REL",
    "MUS": "REL",
    "RAD": "REB",
    "INS": "REB",
    "SEP": "REB",
    "SET": "CVL",
    "IMG": "UAF",
    "MNC": "BUS",
}
_PERSONS = ["man", "woman", "person"]


def read(reference, own):
    """(noun, sector) in the order of the nouns."""
    roles = {fold(row["noun"]): row["sector"] for row in own_rows(own / "roles.tsv")}
    dropped = {fold(row["noun"]) for row in own_rows(own / "not-roles.tsv")}
    for noun, sector in _phoenix(reference / "organisations/phoenix-agents.txt"):
        if noun not in dropped:
            roles.setdefault(noun, sector)
    return sorted(roles.items())


def _phoenix(path):
    for line in open(path, encoding="utf-8"):
        match = _ENTRY.match(line.split("#")[0])
        if match is None or not match[1]:
            continue
        code = match[3][:3]
        if code == "IGO":
            continue
        for noun in _nouns(match[1]):
            yield noun, _SECTORS.get(code, code)


def _nouns(entry):
    text = fold(entry.replace("_", " "))
    if "!minist!" in text or len(text.split()) > 2 or not re.fullmatch(r"[a-z!][a-z' !-]+", text):
        return []
    return [text.replace("!person!", person) for person in _PERSONS] if "!person!" in text else [text]
