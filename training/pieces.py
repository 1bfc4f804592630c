"""Text to atoms, word pieces and shapes, as docs/formats/model.md defines them.

The C++ program has its own implementation (src/parse); tests/data/parse_fixture.json keeps the two together.
"""
import unicodedata
from dataclasses import dataclass

QUOTES = {c: "'" for c in "\u2018\u2019\u201b\u02bc\u0060\u00b4"}
QUOTES.update({c: '"' for c in "\u201c\u201d\u201e\u00ab\u00bb"})
QUOTES.update({chr(c): "-" for c in range(0x2010, 0x2016)})
QUOTES.update({"\u2212": "-", "\u2026": "."})
WHITE = set("\t\n\v\f\r \u0085\u00a0\u1680\u2028\u2029\u202f\u205f\u3000") | {chr(c) for c in range(0x2000, 0x200B)}

CLITICS = {"s", "m", "d", "re", "ve", "ll"}
SPLITS = {"cannot": 3, "gonna": 3, "wanna": 3, "gotta": 3}
SPLITS.update({x + "nt": len(x) for x in
               "do did does is was wo could would should have has had are were ca ai".split()})
SHAPES = 16
SPECIAL, LOWER, CAPITALISED, CAPITALS, MIXED, ONE_CAPITAL, DIGITS, OTHER = range(8)

_fold_cache = {}


def fold(c):
    """The folded string of one code point; may be empty (combining marks) or longer than one."""
    f = _fold_cache.get(c)
    if f is None:
        if c in QUOTES:
            f = QUOTES[c]
        elif c in WHITE:
            f = " "
        else:
            f = "".join(x for x in unicodedata.normalize("NFD", c) if unicodedata.category(x) != "Mn").lower()
        _fold_cache[c] = f
    return f


def kind(c):
    """'L' letter or mark, 'N' digit, ' ' separator, 'O' other."""
    if c in WHITE:
        return " "
    if c in QUOTES:
        return "O"
    k = unicodedata.category(c)
    if k[0] in "LM":
        return "L"
    if k[0] == "N":
        return "N"
    return " " if k in ("Cc", "Cf") else "O"


@dataclass
class Atom:
    begin: int          # code points of the text
    end: int
    folded: str
    shape: int
    glued: bool
    negation: bool      # the piece is "not"

    @property
    def shape_id(self):
        return 2 * self.shape + int(self.glued)


def shape(text):
    """The shape class of an atom's original text."""
    letters = upper = 0
    first = False
    for c in text:
        k = unicodedata.category(c)
        if k[0] == "N":
            return DIGITS
        if k[0] == "L" and c not in QUOTES:
            big = k in ("Lu", "Lt")
            if not letters:
                first = big
            letters += 1
            upper += big
    if not letters:
        return OTHER
    if letters == 1:
        return ONE_CAPITAL if upper else LOWER
    if not upper:
        return LOWER
    if upper == letters:
        return CAPITALS
    return CAPITALISED if first and upper == 1 else MIXED


def atoms(text):
    """Cut a paragraph into atoms."""
    runs = []                                       # [begin, end, kind]
    n = len(text)
    i = 0
    while i < n:
        k = kind(text[i])
        j = i + 1
        if k in "LN":
            while j < n and kind(text[j]) == k:
                j += 1
        if k != " ":
            runs.append([i, j, k])
        i = j
    folded = ["".join(fold(c) for c in text[b:e]) for b, e, _ in runs]

    cuts = []                                       # (begin, end, negation)
    r = 0
    while r < len(runs):
        b, e, k = runs[r]
        if k == "L":
            f = folded[r]
            if (len(f) > 1 and e - b > 1 and fold(text[e - 1]) == "n" and r + 2 < len(runs) and folded[r + 1] == "'"
                    and runs[r + 1][0] == e and runs[r + 2][0] == runs[r + 1][1] and folded[r + 2] == "t"):
                cuts.append((b, e - 1, False))
                cuts.append((e - 1, runs[r + 2][1], True))
                r += 3
                continue
            if f in SPLITS and e - b == len(f):
                m = b + SPLITS[f]
                cuts.append((b, m, False))
                cuts.append((m, e, f.endswith("nt")))
                r += 1
                continue
        elif (folded[r] == "'" and r + 1 < len(runs) and runs[r + 1][0] == e and folded[r + 1] in CLITICS
              and r > 0 and runs[r - 1][1] == b and runs[r - 1][2] in "LN"):
            cuts.append((b, runs[r + 1][1], False))
            r += 2
            continue
        cuts.append((b, e, False))
        r += 1

    out = []
    for b, e, negation in cuts:
        out.append(Atom(b, e, "".join(fold(c) for c in text[b:e]), shape(text[b:e]),
                        bool(out) and out[-1].end == b, negation))
    return out


class Vocabulary:
    def __init__(self, words):
        self.words = words
        self.ids = {w: i for i, w in enumerate(words)}
        self.pad, self.unk = self.ids["[PAD]"], self.ids["[UNK]"]
        self.cls, self.sep, self.mask = self.ids["[CLS]"], self.ids["[SEP]"], self.ids["[MASK]"]
        self._cache = {}

    @classmethod
    def read(cls, path):
        with open(path, encoding="utf-8") as f:
            return cls([line.rstrip("\n") for line in f])

    def _word(self, w):
        out, i = [], 0
        while i < len(w):
            j = len(w)
            while j > i:
                p = w[i:j] if i == 0 else "##" + w[i:j]
                if p in self.ids:
                    out.append(self.ids[p])
                    break
                j -= 1
            if j == i:
                return [self.unk]
            i = j
        return out

    def pieces(self, atom):
        """Piece ids of one atom."""
        if atom.negation:
            return [self.ids["not"]]
        if atom.end - atom.begin > 100:
            return [self.unk]
        hit = self._cache.get(atom.folded)
        if hit is None:
            hit = []
            part = ""
            for c in atom.folded:
                if c == "'":
                    if part:
                        hit += self._word(part)
                    hit += self._word("'")
                    part = ""
                else:
                    part += c
            if part:
                hit += self._word(part)
            if not hit:
                hit = [self.unk]
            self._cache[atom.folded] = hit
        return hit


def windows(counts, room):
    """Greedy cut of atoms (piece counts given) into windows when nothing is known of sentences."""
    out, start, used = [], 0, 0
    for i, c in enumerate(counts):
        if used + c > room and i > start:
            out.append((start, i))
            start, used = i, 0
        used += c
    if start < len(counts):
        out.append((start, len(counts)))
    return out
