"""Names of people: which word is the family name, and what else writers put for a name."""

_FAMILY_FIRST = {"CHN", "PRK", "KOR", "TWN", "VNM"}
_KNOWN_BY_FIRST = {"ETH", "ERI", "IDN", "MMR", "MYS", "VNM", "ISL", "BTN", "MNG", "SOM"}
_DOUBLE = {
    "ESP",
    "MEX",
    "ARG",
    "COL",
    "PER",
    "CHL",
    "VEN",
    "ECU",
    "BOL",
    "PRY",
    "URY",
    "CUB",
    "CRI",
    "GTM",
    "HND",
    "SLV",
    "NIC",
    "PAN",
    "DOM",
    "PRT",
    "BRA",
    "AGO",
    "MOZ",
}
_PARTICLES = {
    "von",
    "van",
    "der",
    "den",
    "de",
    "del",
    "della",
    "di",
    "da",
    "dos",
    "du",
    "la",
    "le",
    "al",
    "el",
    "bin",
    "ibn",
    "ben",
    "abu",
    "ter",
    "ten",
    "st.",
    "mac",
    "ould",
    "ol",
}
_SUFFIXES = {"jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "v", "vi", "vii", "viii", "xiv", "xvi"}
# Given names of the West that East Asian office-holders bear before the family name.
_GIVEN_WESTERN = {
    "john",
    "donald",
    "carrie",
    "paul",
    "regina",
    "rita",
    "anthony",
    "edward",
    "ann",
    "andrew",
    "christopher",
}


def family_names(name, country):
    """What may stand for the whole name in a text, most usual first."""
    words = [word for word in name.split() if word.lower().strip(",") not in _SUFFIXES]
    words = [word.strip(",") for word in words]
    if len(words) < 2:
        return []
    if country in _FAMILY_FIRST and words[0].lower() not in _GIVEN_WESTERN and not words[0].endswith("."):
        return [words[0], words[-1]] if country == "VNM" else [words[0]]
    found = [words[-1]]
    begin = len(words) - 1
    while begin > 1 and words[begin - 1].lower() in _PARTICLES:
        begin -= 1
        found.append(" ".join(words[begin:]))
    if country in _DOUBLE and len(words) > 2 and begin == len(words) - 1:
        found += [" ".join(words[-2:]), words[-2]]
    for article in ("al-", "el-", "Al-", "El-", "as-", "ash-", "an-", "ar-", "at-", "az-"):
        if words[-1].startswith(article):
            found.append(words[-1].removeprefix(article))
    if country in _KNOWN_BY_FIRST:
        found.append(words[0])
    return found


def full_names(name):
    """The name, and without middle initials and "Jr."."""
    words = name.split()
    short = [word for i, word in enumerate(words) if not (0 < i < len(words) - 1 and len(word.strip(".")) == 1)]
    short = [word for word in short if word.lower() not in _SUFFIXES or word.isupper()]
    return [name, " ".join(short)] if len(short) >= 2 and short != words else [name]
