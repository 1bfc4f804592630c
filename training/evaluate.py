#!/usr/bin/env python3
"""Score a checkpoint or model file on the dev (or test) parts.

    python3 training/evaluate.py --model models/dateline.model --shared ../shared --part dev
"""
import argparse
import hashlib
import os
import pickle
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import numpy as np
import torch

import data as D
import pieces as P

_cache = {}


def dev_arrays(shared, vocabulary, labels, cache):
    key = hashlib.sha1(repr([labels[k] for k in D.TAGS + ["relation"]]).encode()).hexdigest()[:10]
    path = os.path.join(cache, f"dev-{key}.pickle")
    if path in _cache:
        return _cache[path]
    if os.path.exists(path):
        with open(path, "rb") as f:
            _cache[path] = pickle.load(f)
        return _cache[path]
    parts = D.load(shared, "dev")
    index = {k: {x: i for i, x in enumerate(v)} for k, v in labels.items() if k != "event"}
    out = {k: [[a for a in (D.to_arrays(s, vocabulary, index) for s in p.sentences) if a is not None] for p in v]
           for k, v in parts.items()}
    with open(path + ".tmp", "wb") as f:
        pickle.dump(out, f, protocol=4)
    os.replace(path + ".tmp", path)
    _cache[path] = out
    return out


class FixedCut:
    """Stands for random.Random where windows should be long and always the same."""
    def random(self):
        return 0.5

    def randint(self, a, b):
        return b

    def shuffle(self, x):
        pass


@torch.no_grad()
def quick(model, ema, vocabulary, shared, cache, labels, items=()):
    """Scores with gold words and sentences, of the averaged weights (greedy heads); `items`: annotated ones (annotated.prepare)."""
    own = {n: p.detach().clone() for n, p in model.named_parameters()}
    for n, p in model.named_parameters():
        p.data.copy_(ema[n])
    was = model.training
    model.eval()
    scores = {}
    for name, paragraphs in dev_arrays(shared, vocabulary, labels, cache).items():
        n = {"w": 0, "uas": 0, "las": 0}
        right = {t: [0, 0] for t in D.TAGS}
        seg = np.zeros((3, 3))
        fact = []
        gold_names = predicted = common = 0
        for raw in D.batches(D.cut(paragraphs, FixedCut()), 4000, FixedCut()):
            b = {k: torch.from_numpy(v) for k, v in D.collate(raw, vocabulary).items()}
            with torch.autocast("cpu", dtype=torch.bfloat16):
                x = model.encode(b["ids"], b["shapes"], b["mask"])
                flat = x.reshape(-1, x.shape[-1])
                s = model.segment(flat[b["atom"]]).argmax(-1)
                h = flat[b["word"]]
                parts = model.tags(h).float().split(model.sizes, -1)
                ad, ah, rd, rh = model.word_heads(h)
                arc = model.arcs(ad, ah, b["sentence"], b["count"]).argmax(-1)
                use = b["heads"] != D.IGNORE
                gold = b["heads"][use]
                row = torch.nonzero(use)[:, 0]
                got = arc[use]
                dep = b["sentence"][use] + 1
                head = torch.where(got == 0, torch.zeros_like(got), b["sentence"][row, (got - 1).clamp(min=0)] + 1)
                rel = model.relations(rd[dep], rh[head]).argmax(-1)
            n["w"] += len(gold)
            n["uas"] += int((got == gold).sum())
            n["las"] += int(((got == gold) & (rel == b["rels"][use])).sum())
            for g, q in zip(b["segment"].tolist(), s.tolist()):
                if g >= 0:
                    seg[g, q] += 1
            for i, t in enumerate(D.TAGS):
                g = b["tags"][:, i]
                m = g != D.IGNORE
                right[t][0] += int((parts[i].argmax(-1)[m] == g[m]).sum())
                right[t][1] += int(m.sum())
            m = ~torch.isnan(b["factuality"])
            fact += list(zip(parts[-1][m, 0].tolist(), b["factuality"][m].tolist()))
            if name == "ewt":
                g = b["tags"][:, D.TAGS.index("ner")].tolist()
                q = parts[D.TAGS.index("ner")].argmax(-1).tolist()
                for k, c in zip(b["sentence"].tolist(), b["count"].tolist()):
                    i = k[0]
                    if c and g[i] != D.IGNORE:
                        a, z = spans(g[i:i + c]), spans(q[i:i + c])
                        gold_names += len(a)
                        predicted += len(z)
                        common += len(a & z)
        k = name[0]
        scores[k + "UAS"] = 100 * n["uas"] / n["w"]
        scores[k + "LAS"] = 100 * n["las"] / n["w"]
        for t in D.TAGS:
            if right[t][1]:
                scores[k + t] = 100 * right[t][0] / right[t][1]
        scores[k + "sent"] = 200 * seg[2, 2] / max(seg[2].sum() + seg[:, 2].sum(), 1)
        scores[k + "word"] = 100 * (1 - (seg[0, 1:].sum() + seg[1:, 0].sum()) / seg.sum())
        if fact:
            f = np.array(fact)
            scores["fact"] = 100 * float(np.corrcoef(f.T)[0, 1])
        if gold_names:
            scores["names"] = 200 * common / (gold_names + predicted)
    if items:
        import annotated
        scores.update(annotated.score(model, items, vocabulary))
    for name, p in model.named_parameters():
        p.data.copy_(own[name])
    model.train(was)
    return scores


def spans(tags):
    out, start, kind = set(), None, None
    for i, t in enumerate(list(tags) + [0]):
        label = D.NER[t] if t >= 0 else "O"
        if start is not None and label != "I-" + kind:
            out.add((start, i, kind))
            start = None
        if start is None and label != "O":
            start, kind = i, label[2:]
    return out


# ---------------------------------------------------------------------------------------------------- raw text

def f1(right, system, gold):
    return 100 * 2 * right / max(system + gold, 1)


def gold_words(paragraph):
    """Per sentence: (span in squeezed characters, word), and the sentence's own span."""
    out, at = [], 0
    for s in paragraph.sentences:
        words, prefix = [], [0]
        for c in s.text:
            prefix.append(prefix[-1] + (not c.isspace()))
        for k, w in enumerate(s.words):
            words.append(((at + prefix[w.begin], at + prefix[w.end]) if w.begin >= 0 else ("none", at, k), w))
        out.append(((at, at + prefix[-1]), words))
        at += prefix[-1]
    return out


def raw(model, vocabulary, paragraphs, ner=False):
    """Scores on raw paragraphs, as the CoNLL 2018 scorer counts (relations without subtypes)."""
    import predict
    texts = [p.text for p in paragraphs]
    got = predict.parse(model, vocabulary, texts)
    n = {k: 0 for k in ("gs", "ss", "cs", "gw", "sw", "cw", "upos", "xpos", "feats", "lemma", "uas", "las", "gn", "sn", "cn")}
    fact = []
    for p, text, sentences in zip(paragraphs, texts, got):
        prefix = [0]
        for c in text:
            prefix.append(prefix[-1] + (not c.isspace()))
        gold, names, system_names = {}, set(), set()
        spans_gold = set()
        for span, words in gold_words(p):
            spans_gold.add(span)
            for k, (x, w) in enumerate(words):
                head = words[w.head - 1][0] if w.head else "root"
                gold[x] = (w, head)
                n["gw"] += 1
            if ner:
                tags = [D.NER.index(w.ner or "O") for _, w in words]
                for b, e, t in spans(tags):
                    if len(words[b][0]) == 2 and len(words[e - 1][0]) == 2:
                        names.add((words[b][0][0], words[e - 1][0][1], t))
        n["gs"] += len(spans_gold)
        for s in sentences:
            x = [(prefix[w["begin"]], prefix[w["end"]]) for w in s]
            n["ss"] += 1
            n["cs"] += (x[0][0], x[-1][1]) in spans_gold
            n["sw"] += len(s)
            for k, w in enumerate(s):
                if x[k] not in gold:
                    continue
                g, head = gold[x[k]]
                n["cw"] += 1
                n["upos"] += g.upos == w["upos"]
                n["xpos"] += g.xpos == w["xpos"]
                n["feats"] += g.feats == w["feats"]
                n["lemma"] += g.lemma == w["lemma"] or g.lemma == "_"
                if g.factuality is not None:
                    fact.append((g.factuality, w["factuality"]))
                mine = x[w["head"] - 1] if w["head"] else "root"
                if mine == head:
                    n["uas"] += 1
                    n["las"] += g.rel.split(":")[0] == w["rel"].split(":")[0]
            if ner:
                for b, e, t in spans([D.NER.index(w["ner"]) for w in s]):
                    system_names.add((x[b][0], x[e - 1][1], t))
        n["gn"] += len(names)
        n["sn"] += len(system_names)
        n["cn"] += len(names & system_names)
    out = {"sentences": f1(n["cs"], n["ss"], n["gs"]), "words": f1(n["cw"], n["sw"], n["gw"])}
    for k in ("upos", "xpos", "feats", "lemma", "uas", "las"):
        out[k] = f1(n[k], n["sw"], n["gw"])
    if ner:
        out["names"] = f1(n["cn"], n["sn"], n["gn"])
    if fact:
        out["factuality"] = 100 * float(np.corrcoef(np.array(fact).T)[0, 1])
    return out


def main():
    import json

    import export
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument("--model", required=True)
    a.add_argument("--shared", default="../shared")
    a.add_argument("--part", default="dev", choices=["train", "dev", "test"])
    a.add_argument("--threads", type=int, default=os.cpu_count())
    a.add_argument("--json", help="also write the scores here")
    o = a.parse_args()
    torch.set_num_threads(o.threads)
    header, model = export.read(o.model)
    vocabulary = P.Vocabulary(header["vocabulary"])
    out = {}
    for name, paragraphs in D.load(o.shared, o.part).items():
        out[name] = {k: round(v, 2) for k, v in raw(model, vocabulary, paragraphs, ner=name == "ewt").items()}
        print(name, " ".join(f"{k} {v:.2f}" for k, v in out[name].items()), flush=True)
    if o.json:
        old = json.load(open(o.json)) if os.path.exists(o.json) else {}
        with open(o.json, "w") as f:
            json.dump(dict(old, **{o.part: out}), f)


if __name__ == "__main__":
    main()
