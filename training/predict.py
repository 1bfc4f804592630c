"""Raw text to sentences, the way the C++ program does it: windows, boundaries, heads, spanning tree."""
import os
import pickle

import numpy as np
import torch

import data as D
import pieces as P

ROOM = 254


def tree(score):
    """The best arborescence with one child of the root. score[d, h]: dependent d (0-based) under head h (0 = root)."""
    n = len(score)
    heads = score.argmax(1)
    if (heads == 0).sum() == 1 and not cycle(heads):
        return heads
    best, best_total = None, -np.inf
    order = np.argsort(-score[:, 0])[:max(3, int((heads == 0).sum()))] if n > 3 else range(n)
    for r in order:
        s = score.copy()
        s[:, 0] = -1e6
        s[r, 0] = score[r, 0] + 1e6
        h = edmonds(s)
        total = score[np.arange(n), h].sum()
        if total > best_total:
            best, best_total = h, total
    return best


def cycle(heads):
    """The words of a cycle, or an empty list. heads are 1-based, 0 is the root."""
    colour = [0] * (len(heads) + 1)
    colour[0] = 2
    for i in range(1, len(heads) + 1):
        path, j = [], i
        while colour[j] == 0:
            colour[j] = 1
            path.append(j)
            j = int(heads[j - 1])
        if colour[j] == 1:
            return path[path.index(j):]
        for k in path:
            colour[k] = 2
    return []


def edmonds(score):
    """Chu-Liu-Edmonds; rows dependents 1..n, columns heads 0..n."""
    n = len(score)
    heads = score.argmax(1)
    c = cycle(heads)
    if not c:
        return heads
    members = set(c)
    rest = [i for i in range(1, n + 1) if i not in members]
    index = {old: k + 1 for k, old in enumerate(rest)}
    m = len(rest) + 1                               # the contracted cycle is word m
    s = np.full((m, m + 1), -np.inf)
    old_heads = [0] + rest
    enter, leave = {}, {}
    in_cycle = {i: score[i - 1, heads[i - 1]] for i in c}
    for h in old_heads:
        gains = [(score[i - 1, h] - in_cycle[i], i) for i in c]
        g, i = max(gains)
        s[m - 1, 0 if h == 0 else index[h]] = g
        enter[h] = i
    for d in rest:
        for h in old_heads:
            s[index[d] - 1, 0 if h == 0 else index[h]] = score[d - 1, h]
        g, h = max((score[d - 1, h], h) for h in c)
        s[index[d] - 1, m] = g
        leave[d] = h
    for k in range(m):
        s[k, k + 1] = -np.inf
    sub = edmonds(s)
    back = {k: old for old, k in index.items()}
    out = heads.copy()
    for d in rest:
        h = int(sub[index[d] - 1])
        out[d - 1] = leave[d] if h == m else (0 if h == 0 else back[h])
    h = int(sub[m - 1])
    h = 0 if h == 0 else back[h]
    out[enter[h] - 1] = h
    return out


def viterbi(logits):
    """Best legal sequence of name labels."""
    n, k = logits.shape
    ok = np.zeros((k, k))
    start = np.zeros(k)
    for j, b in enumerate(D.NER):
        if b.startswith("I-"):
            start[j] = -1e9
            for i, a in enumerate(D.NER):
                if a[2:] != b[2:]:
                    ok[i, j] = -1e9
    score, back = logits[0] + start, []
    for t in range(1, n):
        m = score[:, None] + ok
        back.append(m.argmax(0))
        score = m.max(0) + logits[t]
    out = [int(score.argmax())]
    for b in reversed(back):
        out.append(int(b[out[-1]]))
    return out[::-1]


@torch.no_grad()
def parse(model, vocabulary, texts, size=6000, full=True):
    """For every text a list of sentences, each a list of words (dicts with spans in code points)."""
    was = model.training
    model.eval()
    labels = model.labels
    atoms = [P.atoms(t) for t in texts]
    ids = [[vocabulary.pieces(a) for a in at] for at in atoms]
    out = [[] for _ in texts]
    todo = [(i, 0) for i in range(len(texts)) if atoms[i]]
    while todo:
        jobs = []
        for i, start in todo:
            end, n = start, 0
            while end < len(ids[i]) and n + len(ids[i][end]) <= ROOM:
                n += len(ids[i][end])
                end += 1
            end = max(end, start + 1)
            jobs.append((min(n, ROOM) + 2, i, start, end))
        jobs.sort()
        todo = []
        while jobs:
            length, group = 0, []
            while jobs and max(length, jobs[0][0]) * (len(group) + 1) <= max(size, jobs[0][0]):
                length = max(length, jobs[0][0])
                group.append(jobs.pop(0))
            todo += window_group(model, vocabulary, labels, texts, atoms, ids, group, length, out, full)
    model.train(was)
    return out


def remembered(path, parser):
    """The parser, with what it gave kept in the file: the texts of a run that goes on are read once."""
    def read(texts):
        known = {}
        if os.path.exists(path):
            with open(path, "rb") as f:
                known = pickle.load(f)
        new = sorted(set(texts) - known.keys())
        if new:
            known.update(zip(new, parser(new)))
            with open(path, "wb") as f:
                pickle.dump(known, f, protocol=4)
        return [known[t] for t in texts]
    return read


def window_group(model, vocabulary, labels, texts, atoms, ids, group, length, out, full):
    x = torch.full((len(group), length), vocabulary.pad, dtype=torch.long)
    s = torch.zeros((len(group), length), dtype=torch.long)
    mask = torch.zeros((len(group), length), dtype=torch.bool)
    first = []
    for k, (n, i, b, e) in enumerate(group):
        row, shp, f = [vocabulary.cls], [0], []
        for a in range(b, e):
            f.append(len(row))
            row += ids[i][a]
            shp += [atoms[i][a].shape_id] * len(ids[i][a])
        row, shp = row[:length - 1] + [vocabulary.sep], shp[:length - 1] + [0]
        x[k, :len(row)], s[k, :len(row)] = torch.tensor(row), torch.tensor(shp)
        mask[k, :len(row)] = True
        first.append(f)
    y = model.encode(x, s, mask).float()
    more, sentences = [], []
    for k, (n, i, b, e) in enumerate(group):
        logits = model.segment(y[k, first[k]]).float().numpy().copy()
        for j in range(e - b):
            if not atoms[i][b + j].glued:
                logits[j, 0] = -1e9
        seg = logits.argmax(-1)
        seg[0] = 2
        starts = [j for j in range(e - b) if seg[j] == 2]
        stop = e - b
        if e < len(atoms[i]):
            if len(starts) > 1:
                stop = starts.pop()
            more.append((i, b + stop))
        for q, j in enumerate(starts):
            z = starts[q + 1] if q + 1 < len(starts) else stop
            w = [a for a in range(j, z) if seg[a] != 0]
            words = []
            for p, a in enumerate(w):
                last = (w[p + 1] if p + 1 < len(w) else z) - 1
                words.append({"begin": atoms[i][b + a].begin, "end": atoms[i][b + last].end})
            sentences.append((i, words, y[k, [first[k][a] for a in w]]))
    if sentences:
        heads_of(model, labels, texts, sentences, full)
        for i, words, _ in sentences:
            out[i].append(words)
    return more


def lexicon_of(labels):
    """(form, xpos) to lemma, made once a model."""
    if "lexicon rows" not in labels:
        labels["lexicon rows"] = {tuple(r.split("\t")[:2]): r.split("\t")[2] for r in labels.get("lexicon", [])}
    return labels["lexicon rows"]


def heads_of(model, labels, texts, sentences, full):
    rows = lexicon_of(labels)
    h = torch.cat([v for _, _, v in sentences])
    parts = [p.float() for p in model.tags(h).split(model.sizes, -1)]
    best = [p.argmax(-1).tolist() for p in parts[:-1]]
    fact = parts[-1][:, 0].tolist()
    event = None
    if labels.get("event"):
        event = torch.softmax(model.event_out(torch.nn.functional.gelu(model.event_hidden(h))).float(), -1)
    ner = parts[D.TAGS.index("ner")].numpy()
    if full:
        ad, ah, rd, rh = [v.float() for v in model.word_heads(h)]
    at = 0
    for i, words, v in sentences:
        n = len(words)
        names = viterbi(ner[at:at + n]) if full else best[D.TAGS.index("ner")][at:at + n]
        if full:
            index = torch.arange(at, at + n)[None]
            score = model.arcs(ad, ah, index, torch.tensor([n]))[0].float().numpy()
            head = tree(score)
            hp = torch.tensor([0 if x == 0 else at + int(x) for x in head])
            rl = model.relations(rd[at + 1:at + 1 + n], rh[hp]).float()
            root = labels["relation"].index("root")
            rl[:, root] += torch.where(hp == 0, 1e6, -1e6)
            rel = rl.argmax(-1).tolist()
        for k, w in enumerate(words):
            form = texts[i][w["begin"]:w["end"]]
            w["form"] = form
            for j, t in enumerate(D.TAGS):
                w[t] = labels[t][best[j][at + k]]
            known = rows.get((form, w["xpos"])) or rows.get((form.lower(), w["xpos"]))
            w["lemma"] = known or D.apply_lemma(form, w["lemma"])
            w["ner"] = D.NER[names[k]]
            w["factuality"] = fact[at + k]
            if event is not None:
                w["event"] = event[at + k].tolist()
            if full:
                w["head"], w["rel"] = int(head[k]), labels["relation"][rel[k]]
        at += n


def tagger(model, vocabulary, texts):
    """The words of each text, without their trees."""
    return [[w for s in p for w in s] for p in parse(model, vocabulary, texts, full=False)]
