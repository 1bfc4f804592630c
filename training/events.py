"""The codebook's marked example sentences as training windows for the event head.

An example is cut into its marked and unmarked stretches once. The model that is being trained says which words could
be triggers at all (verbs, nouns, adjectives, names); the marked trigger gets the type, the others NONE. Every epoch some
actors and recipients are exchanged for those of other examples; the words of an exchanged name carry no label.
"""
import glob
import re

import numpy as np

import data as D
import pieces as P

try:
    import tomllib
except ImportError:
    import tomli as tomllib

CONTENT = {"VERB", "NOUN", "ADJ", "PROPN"}
MARK = re.compile(r"\{([A-Z]+):([^{}]*)\}")         # {A:…} a role, {T:…} the trigger, {ASSAULT:…} a trigger of that type


class Example:
    def __init__(self, text, label, also):
        self.label, self.also = label, also
        self.parts = []                             # [text, mark or None]
        at = 0
        for m in MARK.finditer(text):
            if m.start() > at:
                self.parts.append([text[at:m.start()], None])
            self.parts.append([m.group(2), m.group(1)])
            at = m.end()
        if at < len(text):
            self.parts.append([text[at:], None])
        self.labels = []                            # per part: [(offset in it, label, marked)]

    @property
    def text(self):
        return "".join(p[0] for p in self.parts)


def read(pattern):
    """Examples and the list of types (NONE last) of the codebook files that match."""
    raw, types = [], []
    for path in sorted(glob.glob(pattern)):
        with open(path, "rb") as f:
            book = tomllib.load(f)
        for t in book.get("type", []):
            types.append(t["name"])
            found = [t] + t.get("mode", []) + t.get("sense", [])
            for x in found:
                raw += [(e["text"], t["name"], e.get("also", [])) for e in x.get("examples", [])]
                raw += [(e["text"], e.get("is", "none"), e.get("also", [])) for e in x.get("near_misses", [])]
    types = sorted(set(types))
    names = types + ["NONE"]
    index = {n: i for i, n in enumerate(names)}
    out, used = [], set()
    for text, label, also in raw:
        label = index["NONE"] if label.lower() == "none" else index.get(label)
        if label is None or "{T:" not in text or text in used:
            continue
        used.add(text)
        out.append(Example(text, label, bool(also)))
    return out, names


def read_sentences(pattern, names):
    """Sentences whose triggers are all marked with their types, one a line (training/sentences): the rest is NONE."""
    out, used = [], set()
    for path in sorted(glob.glob(pattern)):
        with open(path, encoding="utf-8") as f:
            for line in map(str.strip, f):
                if not line or line.startswith("#") or line in used:
                    continue
                used.add(line)
                e = Example(line, None, False)
                if all(mark is None or mark in names for _, mark in e.parts):
                    out.append(e)
    return out


def annotate(examples, names, tagger):
    """Put the labels on words. tagger: texts -> for each a list of (begin, end, upos)."""
    none = len(names) - 1
    for e, words in zip(examples, tagger([e.text for e in examples])):
        bounds, at = [], 0
        for text, mark in e.parts:
            bounds.append((at, at + len(text), mark))
            at += len(text)
        e.labels = [[] for _ in e.parts]
        for k, (b, z, mark) in enumerate(bounds):
            inside = [(x, u) for x, _, u in words if b <= x < z]
            if (mark == "T" or mark in names) and inside:
                x = next((x for x, u in inside if u in CONTENT), inside[0][0])
                e.labels[k].append((x - b, e.label if mark == "T" else names.index(mark), True))
            elif not e.also:
                e.labels[k] += [(x - b, none, False) for x, u in inside if u in CONTENT]
    return [e for e in examples if any(e.labels)]


def pools(examples):
    """Short actors and recipients to exchange: at the head of a sentence or within it."""
    return sorted({t for e in examples for t, m in e.parts if m in ("A", "R") and len(t.split()) <= 5})


def arrays(e, vocabulary, names, r, exchange=0.5):
    text, labels = "", {}
    for (t, mark), found in zip(e.parts, e.labels):
        if mark in ("A", "R") and names and r.random() < exchange:
            new = r.choice(names)
            if t[:1].isupper() and not text:
                new = new[:1].upper() + new[1:]
            elif new.startswith("The ") and text:
                new = "the " + new[4:]
            t, found = new, []
        for x, label, marked in found:
            labels[len(text) + x] = (label, marked)
        text += t
    at = P.atoms(text)
    a = D.Arrays()
    for slot in D.Arrays.__slots__:
        setattr(a, slot, None)
    ids, shapes, first, word, event, marks = [], [], [], [], [], []
    for x in at:
        p = vocabulary.pieces(x)
        if x.begin in labels:
            word.append(len(ids))
            event.append(labels[x.begin][0])
            marks.append(labels[x.begin][1])
        first.append(len(ids))
        ids += p
        shapes += [x.shape_id] * len(p)
    n = len(word)
    a.ids, a.shapes = np.array(ids, np.int32), np.array(shapes, np.int8)
    a.atom = np.array(first, np.int32)
    a.segment = np.full(len(first), D.IGNORE, np.int16)
    a.word = np.array(word, np.int32)
    a.tags = np.full((n, len(D.TAGS)), D.IGNORE, np.int16)
    a.factuality = np.full(n, np.nan, np.float32)
    a.head, a.rel = np.full(n, D.IGNORE, np.int16), np.full(n, D.IGNORE, np.int16)
    a.event = np.array(event, np.int16)
    if "marked" in D.Arrays.__slots__:
        a.marked = np.array(marks, bool)
    a.space_after, a.stop = True, False
    return a


def windows(examples, vocabulary, r, exchange=0.5):
    """Fresh windows of one to three examples."""
    names = pools(examples)
    order = list(examples)
    r.shuffle(order)
    out, i = [], 0
    while i < len(order):
        n = r.choice((1, 1, 2, 3))
        out.append([arrays(e, vocabulary, names, r, exchange) for e in order[i:i + n]])
        i += n
    return out
