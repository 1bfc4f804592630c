"""PropBank's predicates and arguments on EWT, to teach the role head what grammar alone can tell.

The release masks the words; its sentences are aligned with the treebank's by document and number, and kept only where both
have the same part-of-speech tags. Who does (ARG0) and to whom (ARG1, ARG2) is near to actor and recipient, so both tasks share
the vectors of predicate and word (`Model.frames`); the labels of frames are not exported.
"""
import os
import re
import tarfile

FRAMES = ["none", "ARG0", "ARG1", "ARG2", "ARG3", "ARGM-LOC", "ARGM-TMP", "other"]
LIGHT = {"be", "have", "do"}                         # their arguments are another predicate's, or nobody's
FILLERS = {"NOUN", "PROPN", "PRON", "NUM", "VERB", "ADJ"}


def read(shared):
    """{sentence id of EWT: (tags, [(predicate's word, [(begin, end, label)])])}, words counted from 0."""
    found = {}
    with tarfile.open(os.path.join(shared, "data/train/propbank-ewt.tar.xz")) as archive:
        for member in archive:
            if member.name.endswith(".gold_skel"):
                rows = []
                for line in archive.extractfile(member).read().decode("utf-8").split("\n") + [""]:
                    if line.strip():
                        rows.append(line.split())
                    elif rows:
                        genre, name = re.search(r"ewt/([a-z]+)/\d+/(.+)\.xml$", rows[0][0]).groups()
                        found[f"{genre}-{name}-{int(rows[0][1]) + 1:04d}"] = ([r[4] for r in rows], frames_of(rows))
                        rows = []
    return found


def frames_of(rows):
    out, column = [], 8
    for k, row in enumerate(rows):
        if row[7] == "-":
            continue
        if row[6] not in LIGHT:
            out.append((k, arguments([r[column] for r in rows])))
        column += 1
    return out


def arguments(marks):
    """Spans (begin, end exclusive, label) of a column in bracket form."""
    out, opened = [], None
    for i, mark in enumerate(marks):
        m = re.match(r"\(([^*]+)\*", mark)
        if m:
            opened = (i, m.group(1))
        if mark.endswith(")") and opened:
            out.append((opened[0], i + 1, opened[1]))
            opened = None
    return [s for s in out if s[2] != "V"]


def label_of(name):
    name = name.removeprefix("C-").removeprefix("R-")
    name = "ARG3" if name == "ARG4" else name
    return FRAMES.index(name) if name in FRAMES else FRAMES.index("other")


def add(paragraphs, shared):
    """Sentence.frames of every sentence that aligns: (predicate, word, label) for the words that head an argument, and label 0 for words outside all of them."""
    found, hit = read(shared), 0
    for p in paragraphs:
        for s in p.sentences:
            tags, frames = found.get(s.id, (None, None))
            if tags is None or len(tags) != len(s.words) or sum(t != w.xpos for t, w in zip(tags, s.words)) > len(tags) // 5:
                continue
            s.frames, hit = [row for predicate, spans in frames for row in rows_of(s.words, predicate, spans)], hit + 1
    return hit


def rows_of(words, predicate, spans):
    inside = set()
    for b, e, name in spans:
        inside.update(range(b, e))
        for k in range(b, e):
            if not b <= words[k].head - 1 < e and words[k].upos in FILLERS:
                yield predicate, k, label_of(name)
    for k, w in enumerate(words):
        if k not in inside and k != predicate and w.upos in FILLERS:
            yield predicate, k, 0
