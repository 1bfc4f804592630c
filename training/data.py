"""Treebanks, names and factuality to arrays; windows and batches of them.

A sentence becomes pieces, atoms and words with labels (-100: no label there). Batches are windows of whole consecutive
sentences of one paragraph, cut anew every epoch.
"""
import collections
import hashlib
import json
import os
import pickle
import random
import re
import tarfile
from dataclasses import dataclass, field

import numpy as np

import pieces as P

IGNORE = -100
NER = ["O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC"]
MENTIONS = ["none", "abstract", "animal", "event", "object", "organization", "person", "place", "plant", "substance",
            "time"]
TAGS = ["upos", "xpos", "feats", "lemma", "ner", "mention"]


@dataclass
class Word:
    form: str
    lemma: str
    upos: str
    xpos: str
    feats: str
    head: int
    rel: str
    begin: int = -1         # code points of the sentence's text; -1 when the word has no surface of its own
    end: int = -1
    ner: str = None
    mention: str = None
    factuality: float = None


@dataclass
class Sentence:
    id: str
    text: str
    words: list
    space_after: bool = True


@dataclass
class Paragraph:
    sentences: list = field(default_factory=list)

    @property
    def text(self):
        out = []
        for i, s in enumerate(self.sentences):
            out.append(s.text)
            if s.space_after and i + 1 < len(self.sentences):
                out.append(" ")
        return "".join(out)


# ---------------------------------------------------------------------------------------------------- reading

def split_surface(surface, forms):
    """Where the words of a multiword token lie in it; None when they do not tile it."""
    if "".join(forms) == surface:
        out, at = [], 0
        for f in forms:
            out.append((at, at + len(f)))
            at += len(f)
        return out
    if len(surface) == sum(map(len, forms)):        # curly against straight quotes and the like
        out, at = [], 0
        for f in forms:
            out.append((at, at + len(f)))
            at += len(f)
        return out
    return None


def read_conllu(path):
    """Paragraphs of a CoNLL-U file."""
    paragraphs, sentence, lines, new_par = [], None, [], True
    with open(path, encoding="utf-8") as f:
        for line in f:
            line = line.rstrip("\n")
            if line.startswith("# newpar") and not line.startswith("# newpar_block") or line.startswith("# newdoc"):
                new_par = True
            elif line.startswith("# sent_id"):
                sentence = line.split("=", 1)[1].strip()
            elif line.startswith("#"):
                pass
            elif line:
                lines.append(line.split("\t"))
            elif lines:
                if new_par or not paragraphs:
                    paragraphs.append(Paragraph())
                paragraphs[-1].sentences.append(make_sentence(sentence, lines))
                lines, new_par = [], False
    if lines:
        paragraphs[-1].sentences.append(make_sentence(sentence, lines))
    return paragraphs


def make_sentence(name, lines):
    words, parts, at = [], [], 0
    space = True
    mwt_end, mwt = 0, None
    misc_of = []
    for col in lines:
        if "." in col[0]:
            continue
        if "-" in col[0]:
            a, b = map(int, col[0].split("-"))
            mwt, mwt_end = col, b
            continue
        i = int(col[0])
        words.append(Word(col[1], col[2], col[3], col[4], col[5], int(col[6]), col[7]))
        misc_of.append(col[9])
        if mwt is not None and i < mwt_end:
            continue
        surface = mwt[1] if mwt is not None else col[1]
        first = int(mwt[0].split("-")[0]) if mwt is not None else i
        forms = [w.form for w in words[first - 1:i]]
        spans = split_surface(surface, forms)
        for k, w in enumerate(words[first - 1:i]):
            if spans:
                w.begin, w.end = at + spans[k][0], at + spans[k][1]
            elif k == 0:
                w.begin, w.end = at, at + len(surface)
        parts.append(surface)
        at += len(surface)
        space = "SpaceAfter=No" not in (mwt[9] if mwt is not None else col[9]).split("|")
        if space:
            parts.append(" ")
            at += 1
        mwt = None
    text = "".join(parts).rstrip(" ")
    s = Sentence(name, text, words, space)
    add_mentions(s, misc_of)
    return s


def add_mentions(sentence, misc):
    """GUM's entity types, on the word that heads each mention (the smallest mention wins)."""
    if not name_is_gum(sentence.id):
        return
    for w in sentence.words:
        w.mention = "none"
    opened, spans = collections.defaultdict(list), []
    for i, m in enumerate(misc):
        e = next((x[7:] for x in m.split("|") if x.startswith("Entity=")), "")
        for a, b in re.findall(r"(\([^()]+\)?)|([^()]+\))", e):
            if a:
                p = a.strip("()").split("-")
                if len(p) < 2:
                    continue
                if a.endswith(")"):
                    spans.append((i, i, p[1]))
                else:
                    opened[p[0]].append((i, p[1]))
            else:
                k = b.strip(")")
                if opened[k]:
                    j, t = opened[k].pop()
                    spans.append((j, i, t))
    for b, e, t in sorted(spans, key=lambda x: -(x[1] - x[0])):
        for j in range(b, e + 1):
            h = sentence.words[j].head - 1
            if (h < b or h > e) and t in MENTIONS and sentence.words[j].upos != "PUNCT":
                sentence.words[j].mention = t
                break


def name_is_gum(sent_id):
    return (sent_id or "").startswith("GUM_")


def squeeze(text):
    """Text without white space, quotes folded: what different tokenisations of a sentence share."""
    return "".join(f for f in (P.fold(c) for c in text) if f != " ")


def add_names(paragraphs, path):
    """UNER's labels on EWT's words; aligned by characters, since the tokenisations differ a little."""
    found = collections.defaultdict(list)
    rows, text = [], None
    with open(path, encoding="utf-8") as f:
        for line in list(f) + ["\n"]:
            line = line.rstrip("\n")
            if line.startswith("#"):
                continue
            if line:
                c = line.split("\t")
                rows.append((c[1], c[2]))
            elif rows:
                found["".join(squeeze(w) for w, _ in rows)].append(rows)
                rows = []
    hit = miss = 0
    for p in paragraphs:
        for s in p.sentences:
            key = "".join(squeeze(w.form) for w in s.words)
            if key not in found:
                key = squeeze(s.text)
            if not found.get(key):
                miss += 1
                continue
            rows = found[key].pop(0) if len(found[key]) > 1 else found[key][0]
            hit += 1
            starts, at, previous = {}, 0, "O"
            for k, (w, t) in enumerate(rows):
                n = len(squeeze(w))
                starts[at] = (t, at + n, k)
                for j in range(at + 1, at + n):
                    starts[j] = ("I" + t[1:] if t != "O" else "O", None, k)
                at += n
            at = 0
            for w in s.words:
                t = starts.get(at, ("O", None, -1))[0]
                w.ner = t if t in NER else "O"
                at += len(squeeze(w.form))
    return hit, miss


def add_factuality(paragraphs, path):
    found = collections.defaultdict(list)
    with open(path, encoding="utf-8") as f:
        for line in f:
            r = json.loads(line)
            found[squeeze(r["text"])].append(r)
    hit = miss = 0
    for p in paragraphs:
        for s in p.sentences:
            rows = found.get(squeeze(s.text))
            if not rows:
                continue
            starts = {}
            for i, w in enumerate(s.words):
                if w.begin >= 0:
                    starts.setdefault(len(squeeze(s.text[:w.begin])), i)
            for r in rows:
                tokens = r["text"].split(" ")
                for t in r["targets"]:
                    at = len(squeeze("".join(tokens[:t["span1"][0]])))
                    i = starts.get(at)
                    if i is None:
                        miss += 1
                    else:
                        s.words[i].factuality = float(t["label"])
                        hit += 1
    return hit, miss


def load(shared, part):
    """{'ewt': paragraphs, 'gum': paragraphs} of train, dev or test."""
    base = os.path.join(shared, "data", "train")
    out = {k: read_conllu(os.path.join(base, k, part + ".conllu")) for k in ("ewt", "gum")}
    n = add_names(out["ewt"], os.path.join(base, "uner-ewt", part + ".iob2"))
    f = add_factuality(out["ewt"], os.path.join(base, "uds-ih2", part + ".jsonl"))
    print(f"{part}: " + ", ".join(f"{k} {sum(len(p.sentences) for p in v)} sentences" for k, v in out.items()) +
          f"; names on {n[0]} sentences ({n[1]} without); factuality on {f[0]} words ({f[1]} lost)", flush=True)
    return out


# ---------------------------------------------------------------------------------------------------- labels

def lemma_label(form, lemma):
    """`c:n:suffix`: lower-case or keep the form, drop n code points, append the suffix."""
    best = None
    for c, base in (("l", form.lower()), ("k", form)):
        n = 0
        while n < min(len(base), len(lemma)) and base[n] == lemma[n]:
            n += 1
        cost = (len(base) - n) + len(lemma) - n
        if best is None or cost < best[0]:
            best = (cost, f"{c}:{len(base) - n}:{lemma[n:]}")
    return best[1]


def apply_lemma(form, label):
    c, n, suffix = label.split(":", 2)
    base = form.lower() if c == "l" else form
    n = int(n)
    return (base[:len(base) - n] if n <= len(base) else "") + suffix or form


def lemma_counts(parts):
    """How often the train parts give (form, xpos) each lemma: for forms as they stand, and in lower case."""
    exact, lower = collections.defaultdict(collections.Counter), collections.defaultdict(collections.Counter)
    for paragraphs in parts.values():
        for p in paragraphs:
            for s in p.sentences:
                for w in s.words:
                    if any(c.isalpha() for c in w.form) and "\t" not in w.form and w.lemma != "_":
                        exact[w.form, w.xpos][w.lemma] += 1
                        lower[w.form.lower(), w.xpos][w.lemma] += 1
    return exact, lower


def lexicon(parts):
    """Lemmas that the train parts show, "form\\txpos\\tlemma". A form is looked up as it stands, then in lower case, so a
    form in other letter case needs a row only where its lower case says otherwise. The lemma head answers for the rest."""
    def commonest(c):
        return max(sorted(c), key=c.get)
    exact, lower = lemma_counts(parts)
    rows = {key: commonest(exact.get(key, c)) for key, c in lower.items()}
    for (form, xpos), c in exact.items():
        if commonest(c) != rows[form.lower(), xpos]:
            rows[form, xpos] = commonest(c)
    return sorted(f"{form}\t{xpos}\t{lemma}" for (form, xpos), lemma in rows.items())


def verbs(shared):
    """Verbs of PropBank's frames: words that exist, to check unseen lemmas against."""
    found = set()
    with tarfile.open(os.path.join(shared, "reference/verbs/propbank-frames.tar.xz")) as archive:
        for member in archive:
            if member.name.endswith(".xml"):
                text = archive.extractfile(member).read().decode("utf-8", "replace")
                found.update(re.findall(r'<alias pos="v">([a-z]+)</alias>', text))
    return sorted(found)


def make_labels(parts):
    count = {k: collections.Counter() for k in ("upos", "xpos", "feats", "lemma", "relation")}
    for paragraphs in parts.values():
        for p in paragraphs:
            for s in p.sentences:
                for w in s.words:
                    count["upos"][w.upos] += 1
                    count["xpos"][w.xpos] += 1
                    count["feats"][w.feats] += 1
                    count["relation"][w.rel] += 1
                    count["lemma"][lemma_label(w.form, w.lemma)] += 1
    least = {"feats": 2, "lemma": 3}
    labels = {k: [x for x, n in c.most_common() if n >= least.get(k, 1)] for k, c in count.items()}
    labels["ner"] = NER
    labels["mention"] = MENTIONS
    return labels


# ---------------------------------------------------------------------------------------------------- arrays

class Arrays:
    """One sentence as numbers."""
    __slots__ = ("ids", "shapes", "atom", "segment", "word", "tags", "factuality", "head", "rel", "space_after", "event",
                 "marked", "status", "details", "roles", "stop")

    def copy(self):
        """Another sentence of the same arrays, to set some anew."""
        b = Arrays()
        for slot in Arrays.__slots__:
            setattr(b, slot, getattr(self, slot))
        return b


def blank(words):
    """A sentence of which nothing is known but its words; the caller adds what is."""
    a = Arrays()
    for slot in Arrays.__slots__:
        setattr(a, slot, None)
    a.tags = np.full((words, len(TAGS)), IGNORE, np.int16)
    a.factuality = np.full(words, np.nan, np.float32)
    a.head, a.rel = np.full(words, IGNORE, np.int16), np.full(words, IGNORE, np.int16)
    a.space_after, a.stop = True, False
    return a


def to_arrays(sentence, vocabulary, labels_index):
    at = P.atoms(sentence.text)
    if not at:
        return None
    a = Arrays()
    ids, shapes, first, begins = [], [], [], {}
    for i, x in enumerate(at):
        p = vocabulary.pieces(x)
        first.append(len(ids))
        begins[x.begin] = i
        ids += p
        shapes += [x.shape_id] * len(p)
    segment = [0] * len(at)
    keep = []
    for i, w in enumerate(sentence.words):
        if w.begin in begins:
            segment[begins[w.begin]] = 1
            keep.append(i)
        elif w.begin >= 0:                          # starts inside an atom: leave the atom's label
            pass
    covered = {begins[sentence.words[i].begin]: i for i in keep}
    for i in range(len(at)):
        if segment[i] == 0 and not at[i].glued and i > 0:
            segment[i] = IGNORE                     # a gold word with white space inside
    segment[0] = 2
    new = {old: k + 1 for k, old in enumerate(keep)}
    a.ids = np.array(ids, np.int32)
    a.shapes = np.array(shapes, np.int8)
    a.atom = np.array(first, np.int32)
    a.segment = np.array(segment, np.int16)
    a.word = np.array([first[begins[sentence.words[i].begin]] for i in keep], np.int32)
    tags = np.full((len(keep), len(TAGS)), IGNORE, np.int16)
    fact = np.full(len(keep), np.nan, np.float32)
    head = np.full(len(keep), IGNORE, np.int16)
    rel = np.full(len(keep), IGNORE, np.int16)
    for k, i in enumerate(keep):
        w = sentence.words[i]
        for j, t in enumerate(TAGS):
            v = lemma_label(w.form, w.lemma) if t == "lemma" else getattr(w, t)
            if v is not None:
                tags[k, j] = labels_index[t].get(v, IGNORE)
        if w.factuality is not None:
            fact[k] = w.factuality
        if w.head == 0 or w.head - 1 in new:
            head[k] = 0 if w.head == 0 else new[w.head - 1]
            rel[k] = labels_index["relation"].get(w.rel, IGNORE)
    a.tags, a.factuality, a.head, a.rel = tags, fact, head, rel
    a.space_after = sentence.space_after
    a.event = a.marked = a.status = a.details = a.roles = None
    last = sentence.words[-1]
    a.stop = bool(len(keep) > 3 and last.form == "." and keep[-1] == len(sentence.words) - 1 and
                  a.word[-1] == len(ids) - 1 and not any(w.head == len(sentence.words) for w in sentence.words))
    return a


def prepare(shared, vocabulary, cache):
    """Training arrays and labels, cached outside the repository."""
    with open(__file__, "rb") as f, open(P.__file__, "rb") as g:
        mark = hashlib.sha1(f.read() + g.read()).hexdigest()[:12]
    path = os.path.join(cache, f"train-{mark}.pickle")
    if os.path.exists(path):
        with open(path, "rb") as f:
            return pickle.load(f)
    parts = load(shared, "train")
    labels = make_labels(parts)
    index = {k: {x: i for i, x in enumerate(v)} for k, v in labels.items()}
    paragraphs = []
    for v in parts.values():
        for p in v:
            q = [a for a in (to_arrays(s, vocabulary, index) for s in p.sentences) if a is not None]
            if q:
                paragraphs.append(q)
    os.makedirs(cache, exist_ok=True)
    with open(path + ".tmp", "wb") as f:
        pickle.dump((paragraphs, labels), f, protocol=4)
    os.replace(path + ".tmp", path)
    return paragraphs, labels


# ---------------------------------------------------------------------------------------------------- batches

def vary(a, r):
    """Now and then a copy of the sentence with other letter case, or without its full stop."""
    x = r.random()
    if x < 0.03:
        b = a.copy()
        k, glued = a.shapes // 2, a.shapes % 2
        mode = r.random()
        letters = (k >= 1) & (k <= 5)
        if mode < 0.5:                              # ALL CAPITALS
            k = np.where(letters, np.where((k == 5), 5, 3), k)
        elif mode < 0.75:                           # all lower case
            k = np.where(letters, 1, k)
        else:                                       # Headline Case
            k = np.where(k == 1, 2, k)
        b.shapes = (2 * k + glued).astype(np.int8)
        b.tags = a.tags.copy()
        b.tags[:, TAGS.index("lemma")] = IGNORE
        return b
    if x < 0.05 and a.stop:
        b = a.copy()
        for s in ("ids", "shapes", "atom", "segment", "word", "tags", "factuality", "head", "rel"):
            setattr(b, s, getattr(a, s)[:-1])
        return b
    return a


def cut(paragraphs, r, room=254):
    """Windows (lists of sentences) of one epoch."""
    out = []
    for p in paragraphs:
        window, used = [], 0
        limit = 0
        for a in p:
            n = len(a.ids)
            if n > room:
                if window:
                    out.append(window)
                window, used = [], 0
                continue
            if not window:
                limit = 0 if r.random() < 0.2 else r.randint(40, 250)
            elif used + n > limit:
                out.append(window)
                window, used = [], 0
                limit = 0 if r.random() < 0.2 else r.randint(40, 250)
            window.append(a)
            used += n
        if window:
            out.append(window)
    return out


def batches(windows, size, r):
    """Windows of like length together; a batch holds up to `size` pieces, padding included."""
    length = [sum(len(a.ids) for a in w) + 2 + r.random() * 8 for w in windows]
    order = sorted(range(len(windows)), key=lambda i: length[i])
    out, batch, longest = [], [], 0
    for i in order:
        longest = max(longest, int(length[i]))
        if batch and longest * (len(batch) + 1) > size:
            out.append(batch)
            batch, longest = [], int(length[i])
        batch.append(windows[i])
    if batch:
        out.append(batch)
    r.shuffle(out)
    return out


def collate(batch, vocabulary, r=None, drop_piece=0.0):
    """One batch of windows as numpy arrays. Positions are flat indices into [windows * length]."""
    rows = []
    for w in batch:
        rows.append([vary(a, r) if r is not None else a for a in w])
    length = max(sum(len(a.ids) for a in w) for w in rows) + 2
    length = (length + 7) // 8 * 8
    ids = np.full((len(rows), length), vocabulary.pad, np.int64)
    shapes = np.zeros((len(rows), length), np.int64)
    mask = np.zeros((len(rows), length), bool)
    atom, segment, word, tags, fact, event, marked, status, details, roles = [], [], [], [], [], [], [], [], [], []
    sentences = []                                  # (first word, count, heads, relations)
    words = 0
    for i, w in enumerate(rows):
        ids[i, 0] = vocabulary.cls
        at, base = 1, i * length
        before = None
        for a in w:
            n = len(a.ids)
            ids[i, at:at + n] = a.ids
            shapes[i, at:at + n] = a.shapes
            if before is not None:
                gap = before.space_after and not (r is not None and r.random() < 0.04)
                if not gap:                         # glue the first atom to the sentence before
                    m = a.atom[1] if len(a.atom) > 1 else n
                    shapes[i, at:at + m] |= 1
            atom.append(base + at + a.atom)
            s = a.segment
            if before is None:
                s = s.copy()
                s[0] = IGNORE                       # the first of a window is 2 by definition
            segment.append(s)
            word.append(base + at + a.word)
            tags.append(a.tags)
            fact.append(a.factuality)
            event.append(a.event if a.event is not None else np.full(len(a.word), IGNORE, np.int16))
            marked.append(a.marked if a.event is not None else np.zeros(len(a.word), bool))
            status.append(a.status if a.status is not None else np.full(len(a.word), IGNORE, np.int16))
            details.append(a.details if a.details is not None else np.full((len(a.word), 3), IGNORE, np.int64))
            if a.roles is not None and len(a.roles):
                roles.append(a.roles + [[words, words, 0, 0]])
            sentences.append((words, len(a.word), a.head, a.rel))
            words += len(a.word)
            at += n
            before = a
        ids[i, at] = vocabulary.sep
        mask[i, :at + 1] = True
    if r is not None and drop_piece:
        g = np.random.RandomState(r.randrange(2 ** 31))
        hide = (g.random_sample(ids.shape) < drop_piece) & mask
        hide[:, 0] = False
        ids[hide & (ids != vocabulary.sep)] = vocabulary.mask
    longest = max(n for _, n, _, _ in sentences)
    index = np.zeros((len(sentences), longest), np.int64)
    heads = np.full((len(sentences), longest), IGNORE, np.int64)
    rels = np.full((len(sentences), longest), IGNORE, np.int64)
    count = np.zeros(len(sentences), np.int64)
    for k, (b, n, h, rl) in enumerate(sentences):
        index[k, :n] = np.arange(b, b + n)
        heads[k, :n] = h
        rels[k, :n] = rl
        count[k] = n
    return {"ids": ids, "shapes": shapes, "mask": mask, "atom": np.concatenate(atom),
            "segment": np.concatenate(segment).astype(np.int64), "word": np.concatenate(word),
            "tags": np.concatenate(tags).astype(np.int64), "factuality": np.concatenate(fact),
            "event": np.concatenate(event).astype(np.int64),
            "event_marked": np.concatenate(marked), "status": np.concatenate(status).astype(np.int64),
            "details": np.concatenate(details), "roles": np.concatenate(roles).astype(np.int64) if roles else np.zeros((0, 4), np.int64), "sentence": index, "count": count, "heads": heads, "rels": rels}
