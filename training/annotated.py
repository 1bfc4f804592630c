"""Our own stand-off annotation of real news (annotations/train*.jsonl, annotations/portal.jsonl) as training windows for the event heads.

An item is read completely, so every content word that is no trigger is NONE, and every word that takes no part in an
event has no role in it. Items come sentence by sentence as the model that is being trained cuts them; a window holds
sentences that follow each other, as in the program.
"""
import glob
import json
import random
import sys

import numpy as np
import torch
import torch.nn.functional as F

import data as D
import model as M
import pieces as P

CONTENT = {"VERB", "NOUN", "ADJ", "PROPN"}
FILLERS = CONTENT | {"PRON", "NUM"}                 # words that can take part
STATUSES = ["actual", "historical", "future", "hypothetical", "negated"]
ROLES = ["none", "actor", "recipient", "place", "source", "count", "date"]
SECTORS = ["", "AGR", "BUS", "COP", "CRM", "CVL", "EDU", "ELI", "GOV", "IGO", "INT", "JRN", "JUD", "LAB", "LEG", "MED", "MIL", "MNC", "OPP", "PRE",
           "PRM", "PTY", "REB", "REF", "REL", "SOC", "SPY", "UAF", "UNK"]         # PLOVER's; none for a country itself
WITH_ACT = {"AGREE", "CONCEDE", "REJECT", "REQUEST", "THREATEN"}                # types that are about another act


def details_of(labels, kind, mode=None, act=None, contexts=None):
    """[act, mode, bits of the contexts] of an event as the heads learn them: an act only where the type can have one."""
    name = f"{kind}.{mode}" if mode else ""
    return [labels["act"].index(act or "") if kind in WITH_ACT else D.IGNORE,
            labels["mode"].index(name) if name in labels["mode"] else D.IGNORE,
            sum(1 << labels["context"].index(c) for c in contexts) if contexts else D.IGNORE]


def read(pattern, items):
    """[(text, events)] of all items of the files that match; rows whose text is not among `items`, or was edited since, are counted on standard error and left out."""
    import annotate
    out = []
    for path in sorted(glob.glob(pattern)):
        absent = edited = 0
        with open(path, encoding="utf-8") as f:
            for line in f:
                row = json.loads(line)
                item = items.get(row["item"])
                if item is None:
                    absent += 1
                elif row.get("digest", annotate.digest(item["text"])) != annotate.digest(item["text"]):
                    edited += 1
                else:
                    out.append((item["text"], row["events"]))
        if absent or edited:
            print(f"{path}: {absent} items left out whose text is not here (--portal), {edited} whose text was edited", file=sys.stderr)
    return out


def read_own(pattern, shared):
    """The same of items that we wrote ourselves, in the working format of `annotate.py` with their texts."""
    import annotate
    reader, out = annotate.Reader(shared), []
    for path in sorted(glob.glob(pattern)):
        rows, faults = reader.read(path, {}, "own")
        if faults:
            raise SystemExit("\n".join(faults))
        out += [(row["text"], row["events"]) for row in rows]
    return out


def trigger_word(words, span):
    """Index of the word that the span marks: its first content word, or its first word."""
    inside = [k for k, w in enumerate(words) if span[0] <= w[0] < span[1]]
    return next((k for k in inside if words[k][2] in CONTENT), inside[0] if inside else None)


def roles_of(words, trigger, event):
    """[trigger, word, role, sector or IGNORE] for every word of the sentence that could take part."""
    rows = []
    spans = [(x["span"], role, SECTORS.index(x.get("sector", "")))
             for role, key in ((1, "actors"), (2, "recipients"), (4, "sources")) for x in event[key]]
    spans += [(event["place"]["span"], 3, D.IGNORE)] if event.get("place") else []
    spans += [(x["span"], 5, D.IGNORE) for x in event["counts"]]
    spans += [(event["date"]["span"], 6, D.IGNORE)] if event.get("date") else []
    for k, (b, end, upos, _) in enumerate(words):
        if k == trigger or upos not in FILLERS:
            continue
        found = [(role, sector) for span, role, sector in spans if b < span[1] and span[0] < end]      # "government" in "anti-government" too
        if upos == "PRON" and not found:            # what it stands for is marked, wherever that is
            continue
        rows.append((trigger, k, *(found[0] if found else (0, D.IGNORE))))
    return rows


def teach(a, words, labels):
    """Boundaries, tags, heads and relations as a teacher (an earlier model) gives them, so that what events teach does not bend the trees."""
    starts = {int(at) for at in a.word}
    glued = a.shapes[a.atom] & 1
    a.segment = np.array([2 if i == 0 else 1 if int(at) in starts else 0 if glued[i] else D.IGNORE for i, at in enumerate(a.atom)], np.int16)
    for k, (_, _, _, w) in enumerate(words):
        a.tags[k] = tags_of(w, labels)
        a.head[k] = w["head"]
        a.rel[k] = labels["relation"].index(w["rel"])


def tags_of(word, labels):
    """Indices of a parsed word's tags; its lemma is left open."""
    return [D.IGNORE if t == "lemma" or word[t] not in labels[t] else labels[t].index(word[t]) for t in D.TAGS]


def sentence_arrays(text, words, events, heads, vocabulary, labels=None):
    """One sentence: words as (begin, end, upos, parsed word), and the item's events."""
    whole = len(words)
    begin, end = words[0][0], words[-1][1]
    at = [a for a in P.atoms(text[begin:end])]
    starts, ids, shapes, first = {}, [], [], []
    for x in at:
        starts[begin + x.begin] = len(ids)
        p = vocabulary.pieces(x)
        first.append(len(ids))
        ids += p
        shapes += [x.shape_id] * len(p)
    words = [w for w in words if w[0] in starts]
    if not words or len(ids) > 250:
        return None
    a = D.blank(len(words))
    a.ids, a.shapes = np.array(ids, np.int32), np.array(shapes, np.int8)
    a.atom, a.segment = np.array(first, np.int32), np.full(len(first), D.IGNORE, np.int16)
    a.word = np.array([starts[w[0]] for w in words], np.int32)
    if labels and len(words) == whole:
        teach(a, words, labels)
    types = heads["event"]
    none = len(types) - 1
    a.event = np.array([none if w[2] in CONTENT else D.IGNORE for w in words], np.int16)
    a.marked = np.zeros(len(words), bool)
    a.status = np.full(len(words), D.IGNORE, np.int16)
    a.details = np.full((len(words), 3), D.IGNORE, np.int64)
    roles = []
    for e in events:
        k = trigger_word(words, e["trigger"])
        if k is None:
            continue
        a.event[k], a.marked[k], a.status[k] = types.index(e["type"]), True, STATUSES.index(e["status"])
        a.details[k] = details_of(heads, e["type"], e.get("mode"), e.get("act"), e.get("contexts"))
        roles += roles_of(words, k, e)
    a.roles = np.array(roles, np.int32).reshape(-1, 4)
    return a


def prepare(annotated, heads, vocabulary, parser, labels=None):
    """Items as lists of sentences. parser: texts -> per text sentences of parsed words; with labels, their trees are taught too."""
    out = []
    for (text, events), sentences in zip(annotated, parser([t for t, _ in annotated])):
        words = [[(w["begin"], w["end"], w["upos"], w) for w in s] for s in sentences]
        rows = [sentence_arrays(text, s, events, heads, vocabulary, labels) for s in words if s]
        out.append([a for a in rows if a is not None])
    return [item for item in out if item]


def pieces_of(a, k):
    """The range of pieces of word k."""
    return int(a.word[k]), int(a.word[k + 1]) if k + 1 < len(a.word) else len(a.ids)


def names_in(a, labels):
    """(word, key) of the words of names: words of one key can stand for each other."""
    propn, ner = labels["upos"].index("PROPN"), D.TAGS.index("ner")
    for k in range(len(a.word)):
        if a.tags[k, 0] == propn:
            begin, end = pieces_of(a, k)
            yield k, (int(a.tags[k, ner]), end - begin)


def name_pool(items, labels):
    """Pieces of all names' words by key."""
    pool = {}
    for item in items:
        for a in item:
            for k, key in names_in(a, labels):
                begin, end = pieces_of(a, k)
                pool.setdefault(key, []).append(a.ids[begin:end])
    return pool


def swap_names(a, labels, pool, share, r):
    """The sentence with a share of its names' words exchanged for others of their kind and length, so that what happens
    is not learned from who mostly does it."""
    b = a.copy()
    b.ids, b.roles = a.ids.copy(), a.roles.copy()
    for k, key in names_in(a, labels):
        if r.random() < share:
            begin, end = pieces_of(a, k)
            b.ids[begin:end] = r.choice(pool[key])
            b.roles[b.roles[:, 1] == k, 3] = D.IGNORE       # whose sector that name tells
    return b


def with_swapped_names(items, labels, pool, share, r):
    """Fresh copies of all items, or the items themselves where nothing is to be swapped."""
    return [[swap_names(a, labels, pool, share, r) for a in item] for item in items] if share else items


def windows(items, r):
    """Fresh windows: an item, cut at random where it is long; short ones sometimes two together."""
    order, out = list(items), []
    r.shuffle(order)
    out, window, used = [], [], 0
    for item in order:
        limit = r.randint(60, 240)
        for a in item:
            if window and used + len(a.ids) > limit:
                out.append(window)
                window, used = [], 0
            window.append(a)
            used += len(a.ids)
        if window and r.random() < 0.7:
            out.append(window)
            window, used = [], 0
    return out + ([window] if window else [])


@torch.no_grad()
def score(model, items, vocabulary, threshold=0.5):
    """Triggers and types F1; on gold triggers accuracy of status, act and mode and F1 of contexts and roles; accuracy of the sectors on gold roles; in per cent."""
    was = model.training
    model.eval()
    none, n = len(model.labels["event"]) - 1, {k: 0 for k in ("gold", "found", "trigger", "type", "status", "statuses", "role", "roles", "role found", "sector", "sectors", "act", "acts", "mode", "modes", "context", "contexts", "context found")}
    for window in windows(items, random.Random(1)):
        b = {k: torch.from_numpy(v) for k, v in D.collate([window], vocabulary).items()}
        h = model.encode(b["ids"], b["shapes"], b["mask"]).reshape(-1, M.CONFIG["hidden"])[b["word"]].float()
        hidden = F.gelu(model.event_hidden(h))
        p = torch.softmax(model.event_out(hidden).float(), -1)
        best = p[:, :none].argmax(-1)
        known = b["event"] != D.IGNORE
        is_gold, is_found = known & (b["event"] != none), known & (p[:, none] < 1 - threshold)
        n["gold"] += int(is_gold.sum())
        n["found"] += int(is_found.sum())
        n["trigger"] += int((is_gold & is_found).sum())
        n["type"] += int((is_gold & is_found & (best == b["event"])).sum())
        t = b["status"] != D.IGNORE
        n["statuses"] += int(t.sum())
        n["status"] += int((model.event_status(hidden).argmax(-1)[t] == b["status"][t]).sum())
        for k, name, layer in ((0, "act", model.event_act), (1, "mode", model.event_mode)):
            gold = b["details"][:, k]
            n[name + "s"] += int((gold != D.IGNORE).sum())
            n[name] += int((layer(hidden).argmax(-1) == gold).sum())
        bits = b["details"][:, 2]
        gold = M.bits_of(bits[bits != D.IGNORE], len(model.labels["context"])) > 0
        guess = model.event_context(hidden[bits != D.IGNORE]) > 0
        n["contexts"] += int(gold.sum())
        n["context found"] += int(guess.sum())
        n["context"] += int((gold & guess).sum())
        r = b["roles"]
        if len(r):
            guess = model.roles(h[r[:, 0]], h[r[:, 1]]).argmax(-1)
            n["roles"] += int((r[:, 2] != 0).sum())
            n["role found"] += int((guess != 0).sum())
            n["role"] += int(((guess == r[:, 2]) & (guess != 0)).sum())
            known = r[r[:, 3] != D.IGNORE]
            n["sectors"] += len(known)
            n["sector"] += int((model.sectors(h[known[:, 1]]).argmax(-1) == known[:, 3]).sum())
    model.train(was)
    f1 = lambda right, a, b: 200 * right / max(a + b, 1)
    return {"triggers": f1(n["trigger"], n["gold"], n["found"]), "types": f1(n["type"], n["gold"], n["found"]),
            "status": 100 * n["status"] / max(n["statuses"], 1), "roles": f1(n["role"], n["roles"], n["role found"]),
            "sectors": 100 * n["sector"] / max(n["sectors"], 1), "acts": 100 * n["act"] / max(n["acts"], 1), "modes": 100 * n["mode"] / max(n["modes"], 1),
            "contexts": f1(n["context"], n["contexts"], n["context found"])}
