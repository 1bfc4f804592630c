#!/usr/bin/env python3
"""Train the last layers that events have for themselves, and their heads, on top of a model that stays as it is.

    python3 training/event_layers.py --shared ../shared --model models/dateline.model --out models/dateline.model

The layers below are run once; an epoch then costs the layers above alone. Nothing that is read
off the other heads (boundaries, tags, trees, names, factuality) changes by it.
"""
import argparse
import datetime
import json
import os
import pickle
import random
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import torch

import annotate
import annotated as A
import data as D
import events as E
import export
import model as M
import pieces as P
import predict

WEIGHT = {"event": 1.0, "status": 0.4, "role": 1.0, "sector": 0.5, "act": 0.15, "mode": 0.3, "context": 0.15}


def arguments():
    root = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument("--shared", default=os.path.join(root, "../shared"), help="folder with data (default: ../shared)")
    a.add_argument("--model", default=os.path.join(root, "models/dateline.model"), help="model file to build on")
    a.add_argument("--out", default=os.path.join(root, "models/dateline.model"), help="model file to write")
    a.add_argument("--float32", metavar="FILE", help="also write the model unquantised, to compare")
    a.add_argument("--work", default=os.path.join(root, "../dateline-training"), help="checkpoints and log (default: beside the repository)")
    a.add_argument("--codebook", default=os.path.join(root, "codebooks/plover.toml"), help="example sentences")
    a.add_argument("--sentences", default=os.path.join(root, "training/sentences/*.txt"), help="sentences with every trigger marked")
    a.add_argument("--own", default=os.path.join(root, "training/sentences/*.ann"), help="news of our own writing with its annotation")
    a.add_argument("--annotations", default=os.path.join(root, "training/annotations/train*.jsonl"), help="our annotation of the news in SHARED/data/corpora")
    a.add_argument("--annotations-limit", type=int, metavar="N", help="use N of the annotated items only, drawn by the seed, to see what their number is worth")
    a.add_argument("--annotations-dev", default=os.path.join(root, "training/annotations/dev*.jsonl"), help="annotation to score after every epoch")
    a.add_argument("--no-examples", action="store_true", help="leave out the codebook's examples and --sentences, to see what they are worth")
    a.add_argument("--layers", type=int, default=2, help="how many of the last layers events have for themselves")
    a.add_argument("--cuts", type=int, default=3, help="ways of cutting the texts into windows; epochs take turns")
    a.add_argument("--epochs", type=int, default=12)
    a.add_argument("--quantise-from", type=float, default=0.8, help="share of the run after which int8 arithmetic is simulated")
    a.add_argument("--pieces", type=int, default=1500, help="pieces in a batch")
    a.add_argument("--lr", type=float, default=3e-4, help="learning rate of the layers")
    a.add_argument("--head-lr", type=float, default=1e-3)
    a.add_argument("--dropout", type=float, default=0.1, help="of the layers")
    a.add_argument("--warmup", type=float, default=0.06, help="share of the steps")
    a.add_argument("--ema", type=float, default=0.998)
    a.add_argument("--seed", type=int, default=1)
    a.add_argument("--threads", type=int, default=os.cpu_count())
    return a.parse_args()


def is_events(name):
    return name.startswith(("event", "role", "sector"))


def grown(header, base, layers, labels, dropout):
    """The base with event layers (copies of its last ones, or those that it has) and heads for these labels."""
    model = M.Model(len(header["vocabulary"]), labels, dropout=dropout, event_layers=layers)
    old = base.state_dict()
    new = model.state_dict()
    if len(base.event_layer) == 0:
        for i in range(layers):
            old.update({f"event_layer.{i}.{n}": v for n, v in base.layer[len(base.layer) - layers + i].state_dict().items()})
    model.load_state_dict({n: v for n, v in old.items() if n in new and v.shape == new[n].shape}, strict=False)
    return model


class Words:
    """The words of texts as the base tags them, kept on disk from one run to the next."""
    def __init__(self, o, vocabulary, base):
        with open(o.model, "rb") as f:
            mark = f.read(28)[24:28].hex()
        self.path = os.path.join(o.work, f"words-{mark}.pickle")
        self.vocabulary, self.base, self.known = vocabulary, base, {}
        if os.path.exists(self.path):
            with open(self.path, "rb") as f:
                self.known = pickle.load(f)

    def of(self, texts):
        """For each text its sentences of words."""
        new = [t for t in dict.fromkeys(texts) if t not in self.known]
        if new:
            print(f"tagging {len(new)} texts", flush=True)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                self.known.update(zip(new, predict.parse(self.base, self.vocabulary, new, full=False)))
            with open(self.path + ".tmp", "wb") as f:
                pickle.dump(self.known, f, protocol=4)
            os.replace(self.path + ".tmp", self.path)
        return [self.known[t] for t in texts]


def material(o, words, vocabulary):
    """Examples, annotated items of train and dev, and the labels of the event heads."""
    examples, heads = E.read(o.codebook)
    examples += E.read_sentences(o.sentences, heads["event"])
    if o.no_examples:
        examples = []
    examples = E.annotate(examples, heads["event"], lambda texts: [[w for s in sentences for w in s] for sentences in words.of(texts)])
    corpora = annotate.corpora(o.shared)
    items = A.read(o.annotations, corpora)
    if o.annotations_limit is not None:
        items = random.Random(o.seed).sample(items, min(o.annotations_limit, len(items)))
    items += A.read_own(o.own, o.shared)
    prepare = lambda rows: A.prepare(rows, heads, vocabulary, lambda texts: words.of(texts))
    return examples, prepare(items), prepare(A.read(o.annotations_dev, corpora)), heads


@torch.no_grad()
def shared_outputs(model, batches, vocabulary):
    """[(batch as tensors, output of the shared layers)]."""
    out = []
    model.eval()
    for i, raw in enumerate(batches):
        b = {k: torch.from_numpy(v) for k, v in D.collate(raw, vocabulary).items()}
        with torch.autocast("cpu", dtype=torch.bfloat16):
            x = model.run(model.shared_layers(), model.embed(b["ids"], b["shapes"]), b["mask"])
        out.append(({k: b[k] for k in ("mask", "word", "event", "event_marked", "status", "details", "roles")}, x.bfloat16()))
        if i % 50 == 0:
            print(f"shared layers: {i}/{len(batches)} batches", flush=True)
    return out


def cut(o, k, examples, items, vocabulary):
    """Batches of one way of cutting."""
    r = random.Random(o.seed * 1000 + k)
    windows = (E.windows(examples, vocabulary, r) if examples else []) + A.windows(items, r)
    return D.batches(windows, o.pieces, r)


def make_optimiser(model, o):
    groups = []
    for n, p in model.named_parameters():
        p.requires_grad_(is_events(n))
        if is_events(n):
            lr = o.lr if n.startswith("event_layer.") else o.head_lr
            groups.append({"params": [p], "lr": lr, "base": lr, "weight_decay": 0.0 if "norm" in n or n.endswith("bias") else 0.01})
    return torch.optim.AdamW(groups, betas=(0.9, 0.98), eps=1e-8)


class Average:
    """Exponential average of what is trained."""
    def __init__(self, model, decay):
        self.decay, self.steps = decay, 0
        self.values = {n: p.detach().clone() for n, p in model.named_parameters() if is_events(n)}

    @torch.no_grad()
    def update(self, model):
        self.steps += 1
        if self.steps % 8:
            return
        k = min(self.decay, (self.steps + 1) / (self.steps + 10)) ** 8
        for n, p in model.named_parameters():
            if n in self.values:
                self.values[n].mul_(k).add_(p, alpha=1 - k)

    @torch.no_grad()
    def swap(self, model):
        """Exchange the model's weights and the averages."""
        for n, p in model.named_parameters():
            if n in self.values:
                held = p.detach().clone()
                p.copy_(self.values[n])
                self.values[n] = held


def train(o, model, cuts, judge):
    optimiser, average = make_optimiser(model, o), Average(model, o.ema)
    total, step, began = sum(len(cuts[e % len(cuts)]) for e in range(o.epochs)), 0, time.time()
    log = open(os.path.join(o.work, "event-layers.jsonl"), "a")
    for epoch in range(o.epochs):
        torch.manual_seed(o.seed * 1000 + epoch)
        order = list(cuts[epoch % len(cuts)])
        random.Random(o.seed * 1000 + epoch).shuffle(order)
        model.train()
        sums = {}
        for b, x in order:
            done = step / total
            if done >= o.quantise_from:
                model.quantise()
            factor = max(min(done / o.warmup, (1 - done) / (1 - o.warmup)) if o.warmup else 1 - done, 1e-3)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                y = model.run(model.event_layer, M.dropout(x, o.dropout, True), b["mask"])
                losses = {k: v for k, v in model.event_losses(y.reshape(-1, y.shape[-1])[b["word"]], b).items() if v is not None}
            sum(WEIGHT[k] * v for k, v in losses.items()).backward()
            torch.nn.utils.clip_grad_norm_([p for p in model.parameters() if p.grad is not None], 3.0)
            for g in optimiser.param_groups:
                g["lr"] = g["base"] * factor
            optimiser.step()
            optimiser.zero_grad(set_to_none=True)
            average.update(model)
            step += 1
            for k, v in losses.items():
                sums[k] = sums.get(k, float(v)) * 0.98 + float(v) * 0.02
            if step % 50 == 0:
                print(f"epoch {epoch + 1} step {step}/{total}  ETA {(time.time() - began) / step * (total - step) / 60:.0f} min  " + " ".join(f"{k} {v:.3f}" for k, v in sums.items()), flush=True)
        average.swap(model)
        scores = judge(model)
        torch.save({"state": model.state_dict(), "epoch": epoch + 1}, os.path.join(o.work, "event-layers.pt"))
        average.swap(model)
        print(f"epoch {epoch + 1}: dev, gold boundaries: " + " ".join(f"{k} {v:.2f}" for k, v in scores.items()), flush=True)
        log.write(json.dumps({"epoch": epoch + 1, "dev": scores, "loss": sums}) + "\n")
        log.flush()
    average.swap(model)


def judge_of(items, vocabulary):
    """Scores without int8: rounding the weights for every window would cost more than an epoch, and changes little."""
    def judge(model):
        was = model.quantised
        model.quantise(False)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            scores = A.score(model, items, vocabulary)
        model.quantise(was)
        return scores
    return judge


def main():
    o = arguments()
    torch.set_num_threads(o.threads)
    torch.manual_seed(o.seed)
    os.makedirs(o.work, exist_ok=True)
    header, base = export.read(o.model)
    base.quantise(False)
    vocabulary = P.Vocabulary(header["vocabulary"])
    examples, items, dev, heads = material(o, Words(o, vocabulary, base), vocabulary)
    labels = dict(header["labels"], **heads, status=A.STATUSES, role=A.ROLES, sector=A.SECTORS)
    model = grown(header, base, o.layers, labels, o.dropout)
    print(f"{len(examples)} example sentences, {len(items)} annotated items, {len(dev)} to judge by", flush=True)
    judge = judge_of(dev, vocabulary)
    print("before: " + " ".join(f"{k} {v:.2f}" for k, v in judge(model).items()), flush=True)
    cuts = [shared_outputs(model, cut(o, k, examples, items, vocabulary), vocabulary) for k in range(min(o.cuts, o.epochs))]
    train(o, model, cuts, judge)
    card = dict(header["card"], date=datetime.date.today().isoformat())
    card["event layers"] = {k: getattr(o, k) for k in ("layers", "epochs", "lr", "head_lr", "dropout", "ema", "quantise_from", "seed")}
    labels.pop("lexicon rows", None)
    export.write(o.out, model.state_dict(), labels, header["vocabulary"], card, event_layers=o.layers)
    if o.float32:
        export.write(o.float32, model.state_dict(), labels, header["vocabulary"], card, int8=False, event_layers=o.layers)


if __name__ == "__main__":
    main()
