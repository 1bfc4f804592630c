"""The codebook's marked example sentences as training windows for the event head.

An example is cut into its marked and unmarked stretches once. The model that is being trained says which words could
be triggers at all (verbs, nouns, adjectives, names); the marked trigger gets the type, the others NONE. Every epoch some
actors and recipients are exchanged for those of other examples.
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

from annotated import CONTENT, FILLERS, ROLES, STATUSES, details_of, tags_of

ROLE_OF = {"A": ROLES.index("actor"), "R": ROLES.index("recipient"), "P": ROLES.index("place"), "S": ROLES.index("source")}
OPEN = {"NUM", "PROPN"}                              # examples mark neither counts nor dates: such words say nothing of roles there
MARK = re.compile(r"\{([A-Z]+):([^{}]*)\}")         # {A:…} a role, {T:…} the trigger, {ASSAULT:…} a trigger of that type


class Example:
    def __init__(self, text, label, also, status=None, details=None):
        self.label, self.also, self.status, self.details = label, also, status, details
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
    """Examples, and labels of the event heads, of the codebook files that match: event (NONE last), act (none last), mode, context."""
    raw, types, modes, contexts = [], [], [""], []
    for path in sorted(glob.glob(pattern)):
        with open(path, "rb") as f:
            book = tomllib.load(f)
        for t in book.get("type", []):
            types.append(t["name"])
            modes += [f"{t['name']}.{m['name']}" for m in t.get("mode", [])]
            for x in [t] + t.get("mode", []) + t.get("sense", []):
                mode = x["name"] if x in t.get("mode", []) else x.get("mode")
                raw += [(e["text"], t["name"], e.get("also", []), e.get("status", "actual"), mode, e.get("act")) for e in x.get("examples", [])]
                raw += [(e["text"], e.get("is", "none"), e.get("also", []), e.get("status"), None, None) for e in x.get("near_misses", [])]
        contexts += [c["name"] for c in book.get("context", [])]
    types = sorted(set(types))
    names = types + ["NONE"]
    labels = {"event": names, "act": types + [""], "mode": modes, "context": contexts}
    index = {n: i for i, n in enumerate(names)}
    out, used = [], set()
    for text, name, also, status, mode, act in raw:
        label = index["NONE"] if name.lower() == "none" else index.get(name)
        if label is None or "{T:" not in text or text in used:
            continue
        used.add(text)
        details = details_of(labels, name, mode, act)
        out.append(Example(text, label, bool(also), status, [d if known else D.IGNORE for d, known in zip(details, (act, mode, False))]))
    return out, labels


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


def annotate(examples, names, tagger, labels=None):
    """Put the labels on words: (offset in its part, type or IGNORE, is the trigger, takes part, tags). tagger: texts -> for each its parsed words; with labels, their tags are taught too."""
    none = len(names) - 1
    for e, words in zip(examples, tagger([e.text for e in examples])):
        bounds, at = [], 0
        for text, mark in e.parts:
            bounds.append((at, at + len(text), mark))
            at += len(text)
        e.labels = [[] for _ in e.parts]
        for k, (b, z, mark) in enumerate(bounds):
            inside = [(w["begin"], w["upos"]) for w in words if b <= w["begin"] < z]
            tags = {w["begin"]: tuple(tags_of(w, labels)) if labels else None for w in words}
            trigger = None
            if (mark == "T" or mark in names) and inside:
                trigger = next((x for x, u in inside if u in CONTENT), inside[0][0])
                e.labels[k].append((trigger - b, e.label if mark == "T" else names.index(mark), True, False, tags[trigger]))
            for x, u in inside:
                if x != trigger and u in FILLERS:
                    known = u in CONTENT and not e.also and mark != "T" and mark not in names
                    e.labels[k].append((x - b, none if known else D.IGNORE, False, mark is not None or u not in OPEN, tags[x]))
    return [e for e in examples if any(e.labels)]


def pools(examples):
    """Short actors and recipients to exchange, with their words: at the head of a sentence or within it."""
    return sorted({(t, tuple(l)) for e in examples for (t, m), l in zip(e.parts, e.labels) if m in ("A", "R") and len(t.split()) <= 5})


def exchanged(text, found, begins, pool, r):
    """Another participant in the place of this one."""
    new, labels = r.choice(pool)
    if text[:1].isupper() and begins:
        new = new[:1].upper() + new[1:]
    elif new.startswith("The ") and not begins:
        new = "the " + new[4:]
    return new, list(labels)


def arrays(e, vocabulary, pool, r, exchange=0.5):
    """One example as a sentence; roles only where a single trigger and its participants are marked."""
    text, labels = "", {}
    for (t, mark), found in zip(e.parts, e.labels):
        if mark in ("A", "R") and pool and r.random() < exchange:
            t, found = exchanged(t, found, not text, pool, r)
        for x, label, marked, filler, tags in found:
            labels[len(text) + x] = (label, marked, ROLE_OF.get(mark, 0) if filler else D.IGNORE, tags)
        text += t
    ids, shapes, first, word, rows = [], [], [], [], []
    for x in P.atoms(text):
        if x.begin in labels:
            word.append(len(ids))
            rows.append(labels[x.begin])
        first.append(len(ids))
        p = vocabulary.pieces(x)
        ids += p
        shapes += [x.shape_id] * len(p)
    a = D.blank(len(word))
    a.ids, a.shapes = np.array(ids, np.int32), np.array(shapes, np.int8)
    a.atom, a.segment = np.array(first, np.int32), np.full(len(first), D.IGNORE, np.int16)
    a.word = np.array(word, np.int32)
    a.event = np.array([row[0] for row in rows], np.int16)
    a.marked = np.array([row[1] for row in rows], bool)
    for k, row in enumerate(rows):
        if row[3]:
            a.tags[k] = row[3]
    triggers = [k for k, row in enumerate(rows) if row[1]]
    if e.status and len(triggers) == 1:
        a.status = np.full(len(word), D.IGNORE, np.int16)
        a.status[triggers[0]] = STATUSES.index(e.status)
        a.details = np.full((len(word), 3), D.IGNORE, np.int64)
        a.details[triggers[0]] = e.details
    if e.label is not None and len(triggers) == 1:
        a.roles = np.array([(triggers[0], k, row[2], D.IGNORE) for k, row in enumerate(rows) if row[2] != D.IGNORE], np.int32).reshape(-1, 4)
    return a


def windows(examples, vocabulary, r, exchange=0.5):
    """Fresh windows of one to three examples."""
    pool = pools(examples)
    order = list(examples)
    r.shuffle(order)
    out, i = [], 0
    while i < len(order):
        n = r.choice((1, 1, 2, 3))
        out.append([arrays(e, vocabulary, pool, r, exchange) for e in order[i:i + n]])
        i += n
    return out
