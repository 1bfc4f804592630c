"""Folding and keys of names; must give what src/text/fold.cpp and src/knowledge/name_key.cpp give."""

import functools
import unicodedata

_QUOTES = dict.fromkeys([0x2018, 0x2019, 0x201B, 0x02BC, 0x60, 0xB4], "'")
_QUOTES |= dict.fromkeys([0x201C, 0x201D, 0x201E, 0xAB, 0xBB], '"')
_QUOTES |= dict.fromkeys([*range(0x2010, 0x2016), 0x2212], "-")
_QUOTES[0x2026] = "."
_SPACES = {*range(0x09, 0x0E), 0x20, 0x85, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x2028, 0x2029, 0x202F, 0x205F, 0x3000}

# What English texts write for letters that Unicode does not decompose, and what they leave out of names.
_PLAIN = str.maketrans(
    {
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "ı": "i",
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
        "ə": "a",
        "'": None,
        ".": None,
        '"': None,
        "ʻ": None,
        "ʽ": None,
        "ʾ": None,
        "ʿ": None,
        "ʹ": None,
        "ʺ": None,
        "-": " ",
    }
)


def _folded(character):
    code = ord(character)
    if code in _SPACES:
        return " "
    if code in _QUOTES:
        return _QUOTES[code]
    parts = unicodedata.normalize("NFD", character)
    return "".join(lower(part) for part in parts if unicodedata.category(part) != "Mn")


def lower(character):
    """Simple lower case: one character for one, as u_tolower."""
    small = character.lower()
    return small if len(small) == 1 else character


@functools.lru_cache(maxsize=1 << 20)
def fold(text):
    return " ".join(part for part in "".join(map(_folded, text)).split(" ") if part)


@functools.lru_cache(maxsize=1 << 20)
def name_key(text):
    """What names are looked up by: folded, without apostrophes, quotes and full stops, hyphens as spaces."""
    return " ".join(fold(text).translate(_PLAIN).split())


def name_hash(key):
    """FNV-1a, 64 bits, its halves combined into 32."""
    value = 0xCBF29CE484222325
    for byte in key.encode():
        value = ((value ^ byte) * 0x100000001B3) & 0xFFFFFFFFFFFFFFFF
    return (value >> 32) ^ (value & 0xFFFFFFFF)


def is_latin(text):
    return all(not c.isalpha() or "LATIN" in unicodedata.name(c, "") for c in text)
