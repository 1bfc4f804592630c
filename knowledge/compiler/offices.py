"""Kinds of office: from the many labels of positions to a few key words."""

import dataclasses
import re

from .fold import fold
from .tables import aliases, own_rows

_FILLER = re.compile(r"^(the |acting |interim |former |caretaker |ad interim |pro tempore |federal |first )+")
# Labels that no phrase of the table meets, by what they begin with or contain; the first that fits counts.
_PATTERNS = [
    (re.compile(pattern), key)
    for pattern, key in [
        (r"^(ambassador|permanent representative|envoy) (of .*)?to the united nations", "un ambassador"),
        (r"^(ambassador|high commissioner|consul|charge d'affaires|permanent representative)\b", "ambassador"),
        (
            r"^(deputy|vice|assistant|second|junior|parliamentary|under)\b.*(foreign|external)",
            "deputy foreign minister",
        ),
        (r"^(deputy|vice|assistant)\b.*(prime minister|premier)", "deputy head of government"),
        (r"^(deputy|vice|assistant)\b.*defen[cs]e", "deputy defence minister"),
        (r"^vice[- ]president (of the (republic|federation))?$", "vice president"),
        (r"^(deputy|vice|assistant|parliamentary|under-?|sub)[ -]?(minister|secretary)", "state secretary"),
        (r"^(minister|secretary) (of|for) (?!state).*\b(foreign|external) (affairs|relations)", "foreign minister"),
        (
            r"^minister (of|for) (?!state).*\bdefen[cs]e\b(?! (procure|personnel|mater|industr|science|people|support|veteran))",
            "defence minister",
        ),
        (
            r"^minister (of|for) (?!state).*\b(interior|internal affairs|home affairs|public security)",
            "interior minister",
        ),
        (r"^minister (of|for) (?!state).*\bfinances?\b", "finance minister"),
        (r"^minister (of|for) (?!state).*\bjustice\b", "justice minister"),
        (r"^minister (of|for) (?!state).*\b(public )?health\b", "health minister"),
        (r"^minister (of|for) (?!state).*\b(energy|petroleum|oil|power)\b", "energy minister"),
        (r"^minister (of|for) (?!state).*\b(econom(y|ic))", "economy minister"),
        (r"^minister (of|for) (?!state).*\b(trade|commerce)\b", "trade minister"),
        (r"^minister (of|for) (?!state).*\bagricultur", "agriculture minister"),
        (r"^minister (of|for) (?!state).*\beducation\b", "education minister"),
        (r"^minister (of|for) (?!state).*\b(transport|infrastructure)", "transport minister"),
        (r"^minister (of|for) (?!state).*\benvironment", "environment minister"),
        (r"^minister (of|for) (?!state).*\b(labou?r|employment)\b", "labour minister"),
        (r"^minister (of|for) (?!state).*\bculture\b", "culture minister"),
        (r"^minister (of|for) (?!state).*\b(information|communications)\b", "information minister"),
        (r"^(minister|secretary of state)\b", "cabinet minister"),
        (r"^state secretary\b", "state secretary"),
        (r"secretary .*security( and defen[cs]e)? council", "security council secretary"),
        (r"national security advis[eo]r", "national security adviser"),
        (r"^(chief of (the )?(general|defen[cs]e)|chair.*joint chiefs)", "chief of general staff"),
        (r"^(chief of|commander).*(army|navy|naval|air|ground|force|guard|fleet)", "military commander"),
        (r"^(director|head|chief|chair).*(intelligence|security service|mossad|secret service)", "intelligence chief"),
        (r"(police)", "police chief"),
        (
            r"^(speaker|(president|chair\w*) of the (national assembly|senate|parliament|house|chamber|state duma|knesset|bundes))",
            "speaker",
        ),
        (r"attorney[- ]general", "attorney general"),
        (r"prosecutor", "prosecutor"),
        (r"^chief justice", "chief justice"),
        (r"^(justice|judge)\b", "judge"),
        (r"governor of the (central|national|reserve|state|people's)? ?bank", "central bank governor"),
        (r"spokes(person|man|woman)", "spokesperson"),
        (r"^(governor|prefect|administrator|wali)\b", "governor"),
        (r"^mayor\b", "mayor"),
    ]
]


@dataclasses.dataclass
class Office:
    key: str
    sector: str
    weight: int
    phrases: list


class Offices:
    def __init__(self, own):
        rows = [
            Office(row["key"], row["sector"], int(row["weight"]), aliases(row["phrases"]))
            for row in own_rows(own / "offices.tsv")
        ]
        self.by_key = {office.key: office for office in rows}
        self.key_of_phrase = {}
        for office in rows:
            for phrase in [office.key, *office.phrases]:
                self.key_of_phrase.setdefault(fold(phrase), office.key)

    def key_of(self, position, country=""):
        """The key of a position label, or ""."""
        folded = fold(position)
        if folded == "secretary of state" and country not in ("", "USA", "VAT"):
            return "state secretary"
        for label in (folded, _FILLER.sub("", folded)):
            if label in self.key_of_phrase:
                return self.key_of_phrase[label]
        return next((key for pattern, key in _PATTERNS if pattern.search(_FILLER.sub("", folded))), "")

    def sector(self, key):
        return self.by_key[key].sector if key else "GOV"

    def weight(self, key):
        return self.by_key[key].weight if key else 10
