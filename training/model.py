"""The encoder and its heads in PyTorch; names and arithmetic follow docs/formats/model.md."""
import json
import os

import torch
import torch.nn.functional as F
from torch import nn

from data import IGNORE, TAGS

CONFIG = {"hidden": 384, "layers": 6, "heads": 12, "intermediate": 1536, "max_pieces": 256, "arc": 256, "relation": 96,
          "event_hidden": 256, "role": 96, "sector_hidden": 128, "shapes": 16, "layer_norm_epsilon": 1e-12}
WEIGHT = {"segment": 1.0, "upos": 0.4, "xpos": 0.3, "feats": 0.3, "lemma": 0.3, "ner": 1.0, "mention": 0.15,
          "factuality": 0.25, "arc": 1.0, "rel": 1.0, "event": 0.8, "status": 0.25, "role": 0.8, "sector": 0.4, "act": 0.1, "mode": 0.2, "context": 0.1}


class Round(torch.autograd.Function):
    """Round to the int8 grid; the gradient passes as if nothing happened."""
    @staticmethod
    def forward(ctx, x):
        s = x.abs().amax(-1, keepdim=True) / 127
        s = torch.where(s == 0, torch.ones_like(s), s)
        return torch.round(x / s) * s

    @staticmethod
    def backward(ctx, g):
        return g


class Linear(nn.Linear):
    """A linear map that can pretend to be int8, by row of the input and by row of the weight."""
    quantised = False

    def forward(self, x):
        if not self.quantised:
            return F.linear(x, self.weight, self.bias)
        return F.linear(Round.apply(x.float()), Round.apply(self.weight), self.bias)


_pools = {}


def dropout(x, p, training):
    """Dropout from a pool of random masks: drawing fresh ones takes a tenth of the training time on a CPU."""
    if not training or p == 0:
        return x
    n = x.numel()
    key = (p, x.dtype, x.device)
    pool = _pools.get(key)
    if pool is None or len(pool) < 2 * n:
        size = max(2 * n + 1, 6_000_000)
        pool = _pools[key] = (torch.rand(size, device=x.device) >= p).to(x.dtype) / (1 - p)
    at = int(torch.randint(0, len(pool) - n, (1,)))
    return x * pool[at:at + n].view(x.shape)


class Layer(nn.Module):
    def __init__(self, c, dropout):
        super().__init__()
        h = c["hidden"]
        self.heads = c["heads"]
        self.qkv = Linear(h, 3 * h)
        self.out = Linear(h, h)
        self.norm1 = nn.LayerNorm(h, eps=c["layer_norm_epsilon"])
        self.up = Linear(h, c["intermediate"])
        self.down = Linear(c["intermediate"], h)
        self.norm2 = nn.LayerNorm(h, eps=c["layer_norm_epsilon"])
        self.dropout = dropout

    def forward(self, x, mask):
        b, n, h = x.shape
        q, k, v = self.qkv(x).view(b, n, 3, self.heads, h // self.heads).permute(2, 0, 3, 1, 4)
        # written out: the fused kernel's backward pass is slow on a CPU for windows this short
        a = torch.softmax(torch.matmul(q * (h // self.heads) ** -0.5, k.transpose(-1, -2)) + mask.to(q.dtype), -1)
        y = torch.matmul(a.to(v.dtype), v)
        y = self.out(y.transpose(1, 2).reshape(b, n, h))
        x = self.norm1(x + dropout(y, self.dropout, self.training))
        y = self.down(F.gelu(self.up(x)))
        return self.norm2(x + dropout(y, self.dropout, self.training))


class Model(nn.Module):
    def __init__(self, vocabulary_size, labels, dropout=0.1, head_dropout=0.25, mlp_dropout=0.33, event_layers=0):
        super().__init__()
        c = CONFIG
        h = c["hidden"]
        self.labels = labels
        self.dropout, self.head_dropout, self.mlp_dropout = dropout, head_dropout, mlp_dropout
        self.word = nn.Parameter(torch.randn(vocabulary_size, h) * 0.02)
        self.position = nn.Parameter(torch.randn(c["max_pieces"], h) * 0.02)
        self.shape = nn.Parameter(torch.randn(c["shapes"], h) * 0.02)
        self.norm = nn.LayerNorm(h, eps=c["layer_norm_epsilon"])
        self.layer = nn.ModuleList([Layer(c, dropout) for _ in range(c["layers"])])
        self.event_layer = nn.ModuleList([Layer(c, dropout) for _ in range(event_layers)])    # stand for the last ones where events are read
        self.segment = Linear(h, 3)
        self.sizes = [len(labels[t]) for t in TAGS] + [1]
        self.tags = Linear(h, sum(self.sizes))
        self.arc_dep, self.arc_head = Linear(h, c["arc"]), Linear(h, c["arc"])
        self.rel_dep, self.rel_head = Linear(h, c["relation"]), Linear(h, c["relation"])
        self.root = nn.Parameter(torch.randn(h) * 0.5)
        r = len(labels["relation"])
        self.arc_bilinear = nn.Parameter(torch.randn(c["arc"], c["arc"]) * c["arc"] ** -0.5 * 0.1)
        self.arc_linear = nn.Parameter(torch.zeros(c["arc"]))
        self.rel_bilinear = nn.Parameter(torch.randn(r, c["relation"], c["relation"]) * 0.02)
        self.rel_linear = nn.Parameter(torch.randn(r, 2 * c["relation"]) * 0.02)
        self.rel_bias = nn.Parameter(torch.zeros(r))
        if labels.get("event"):
            self.event_hidden = Linear(h, c["event_hidden"])
            self.event_out = Linear(c["event_hidden"], len(labels["event"]))
        if labels.get("role"):
            self.event_status = Linear(c["event_hidden"], len(labels["status"]))
            for name in ("act", "mode", "context"):
                if labels.get(name):                # a model file may be older than these
                    setattr(self, "event_" + name, Linear(c["event_hidden"], len(labels[name])))
            k = len(labels["role"])
            self.role_trigger, self.role_word = Linear(h, c["role"]), Linear(h, c["role"])
            self.role_bilinear = nn.Parameter(torch.randn(k, c["role"], c["role"]) * 0.02)
            self.role_linear = nn.Parameter(torch.randn(k, 2 * c["role"]) * 0.02)
            self.role_bias = nn.Parameter(torch.zeros(k))
            self.sector_hidden = Linear(h, c["sector_hidden"])
            self.sector_out = Linear(c["sector_hidden"], len(labels["sector"]))
        for m in self.modules():
            if isinstance(m, Linear):
                nn.init.normal_(m.weight, std=0.02 if m.in_features > 300 else 0.05)
                nn.init.zeros_(m.bias)
        self.quantised = False

    def quantise(self, on=True):
        self.quantised = on
        for m in self.modules():
            if isinstance(m, Linear):
                m.quantised = on

    def load_bert(self, folder):
        """Start from a BERT-shaped sentence encoder's safetensors."""
        t = read_safetensors(os.path.join(folder, "model.safetensors"))
        with torch.no_grad():
            self.word.copy_(t["embeddings.word_embeddings.weight"])
            self.position.copy_(t["embeddings.position_embeddings.weight"][:CONFIG["max_pieces"]])
            self.shape.copy_(t["embeddings.token_type_embeddings.weight"][:1].expand_as(self.shape))
            self.norm.weight.copy_(t["embeddings.LayerNorm.weight"])
            self.norm.bias.copy_(t["embeddings.LayerNorm.bias"])
            for i, l in enumerate(self.layer):
                p = f"encoder.layer.{i}."
                for x in ("weight", "bias"):
                    getattr(l.qkv, x).copy_(torch.cat([t[f"{p}attention.self.{k}.{x}"] for k in ("query", "key", "value")]))
                    getattr(l.out, x).copy_(t[f"{p}attention.output.dense.{x}"])
                    getattr(l.norm1, x).copy_(t[f"{p}attention.output.LayerNorm.{x}"])
                    getattr(l.up, x).copy_(t[f"{p}intermediate.dense.{x}"])
                    getattr(l.down, x).copy_(t[f"{p}output.dense.{x}"])
                    getattr(l.norm2, x).copy_(t[f"{p}output.LayerNorm.{x}"])

    def encode(self, ids, shapes, mask, rows=None):
        return self.run(self.layer, self.embed(ids, shapes, rows), mask)

    def encode_events(self, ids, shapes, mask):
        """What the heads of events see: the output of their own last layers, if they have some."""
        return self.run(self.event_layer, self.run(self.shared_layers(), self.embed(ids, shapes), mask), mask)

    def shared_layers(self):
        return self.layer[:len(self.layer) - len(self.event_layer)]

    def embed(self, ids, shapes, rows=None):
        table = self.word if rows is None else rows
        if self.quantised:
            table = Round.apply(table)
        x = F.embedding(ids, table) + self.position[:ids.shape[1]] + F.embedding(shapes, self.shape)
        return dropout(self.norm(x), self.dropout, self.training)

    @staticmethod
    def run(layers, x, mask):
        m = torch.zeros(mask.shape, dtype=torch.float32).masked_fill_(~mask, -1e4)[:, None, None, :]
        for l in layers:
            x = l(x, m)
        return x

    def word_heads(self, h):
        """From word vectors [n, hidden]: the vectors for arcs and relations, with the root's in front."""
        def drop(x, p):
            return dropout(x, p, self.training)
        g = torch.cat([self.root[None].to(h.dtype), h])
        g = drop(g, self.head_dropout)
        return [drop(F.gelu(f(g)), self.mlp_dropout) for f in (self.arc_dep, self.arc_head, self.rel_dep, self.rel_head)]

    def arcs(self, dep, head, sentence, count):
        """Scores [sentences, words, 1 + words] of every head for every dependent; vectors have the root at 0."""
        d = dep[sentence + 1]
        s, n = sentence.shape
        h = head[torch.cat([torch.zeros(s, 1, dtype=torch.long), sentence + 1], 1)]
        hu = F.linear(h, self.arc_bilinear)
        score = torch.bmm(d, hu.transpose(1, 2)).float() + (h @ self.arc_linear.to(h.dtype)).float()[:, None, :]
        inside = torch.arange(n + 1)[None] <= count[:, None]
        self_arc = F.pad(torch.eye(n, dtype=torch.bool), (1, 0))
        return score.masked_fill(~inside[:, None, :] | self_arc[None], -1e4)

    def relations(self, d, h):
        """Scores [n, relations] for pairs of relation vectors."""
        return pairs(d, h, self.rel_bilinear, self.rel_linear, self.rel_bias)

    def roles(self, triggers, words):
        """Scores [n, roles] for pairs of word vectors [n, hidden]: what part the word has in the trigger's event."""
        return pairs(self.mlp(self.role_word, words), self.mlp(self.role_trigger, triggers), self.role_bilinear, self.role_linear, self.role_bias)

    def sectors(self, words):
        """Scores [n, sectors] of word vectors [n, hidden]: the sector of the participant that the word names."""
        return self.sector_out(dropout(F.gelu(self.sector_hidden(words)), self.head_dropout, self.training))

    def mlp(self, layer, x):
        return dropout(F.gelu(layer(x)), self.mlp_dropout, self.training)

    def loss(self, b, rows=None, inverse=None):
        """The weighted loss of a batch (tensors of data.collate) and its parts."""
        x = self.encode(b["ids"] if inverse is None else inverse, b["shapes"], b["mask"], rows)
        flat = x.reshape(-1, x.shape[-1])

        def drop(v):
            return dropout(v, self.head_dropout, self.training)

        out = {"segment": cross_entropy(self.segment(drop(flat[b["atom"]])), b["segment"])}
        h = flat[b["word"]]
        parts = self.tags(drop(h)).split(self.sizes, -1)
        for i, t in enumerate(TAGS):
            out[t] = cross_entropy(parts[i], b["tags"][:, i])
        seen = ~torch.isnan(b["factuality"])
        if bool(seen.any()):
            out["factuality"] = F.smooth_l1_loss(parts[-1][seen, 0].float(), b["factuality"][seen], reduction="sum") / max(int(seen.sum()), 16)
        ad, ah, rd, rh = self.word_heads(h)
        arc = self.arcs(ad, ah, b["sentence"], b["count"])
        out["arc"] = cross_entropy(arc.reshape(-1, arc.shape[-1]), b["heads"].reshape(-1))
        use = (b["heads"] != IGNORE) & (b["rels"] != IGNORE)
        dep = b["sentence"][use] + 1
        gold = b["heads"][use]
        row = torch.nonzero(use)[:, 0]
        head = torch.where(gold == 0, torch.zeros_like(gold), b["sentence"][row, (gold - 1).clamp(min=0)] + 1)
        out["rel"] = cross_entropy(self.relations(rd[dep], rh[head]), b["rels"][use])
        if self.labels.get("event"):
            out.update(self.event_losses(h, b))
        out = {k: v for k, v in out.items() if v is not None}
        return sum(WEIGHT[k] * v for k, v in out.items()), {k: float(v.detach()) for k, v in out.items()}

    def event_losses(self, h, b):
        """The losses of the event heads on word vectors [n, hidden] of a batch, not weighted; None where nothing is known."""
        def drop(v):
            return dropout(v, self.head_dropout, self.training)
        out, seen = {}, b["event"] != IGNORE
        if bool(seen.any()):
            hidden = drop(F.gelu(self.event_hidden(drop(h[seen]))))
            e = self.event_out(hidden)
            gold = b["event"][seen]
            if self.labels.get("role"):
                out["status"] = cross_entropy(self.event_status(hidden), b["status"][seen])
                out["act"] = cross_entropy(self.event_act(hidden), b["details"][seen, 0])
                out["mode"] = cross_entropy(self.event_mode(hidden), b["details"][seen, 1])
                told = b["details"][seen, 2] != IGNORE
                if bool(told.any()):
                    gold_bits = bits_of(b["details"][seen, 2][told], len(self.labels["context"]))
                    out["context"] = F.binary_cross_entropy_with_logits(self.event_context(hidden[told]).float(), gold_bits, reduction="sum") / max(int(told.sum()), 16)
            marked = b["event_marked"][seen]
            w = torch.where(marked, torch.ones(len(gold)), torch.full((len(gold),), 0.25))
            out["event"] = (F.cross_entropy(e.float(), gold, reduction="none") * w).sum() / max(float(w.sum()), 8.0)
        r = b["roles"]
        if self.labels.get("role") and len(r):
            out["role"] = F.cross_entropy(self.roles(drop(h[r[:, 0]]), drop(h[r[:, 1]])), r[:, 2], reduction="sum") / max(len(r) / 8, 32)
            known = r[r[:, 3] != IGNORE]
            if len(known):
                out["sector"] = cross_entropy(self.sectors(drop(h[known[:, 1]])), known[:, 3])
        return out


def cross_entropy(logits, gold):
    """Mean over what is known, None if nothing is; few in a batch weigh less each."""
    n = int((gold != IGNORE).sum())
    return F.cross_entropy(logits.float(), gold, ignore_index=IGNORE, reduction="sum") / max(n, 32) if n else None


def bits_of(masks, count):
    """[n, count] of 0 and 1 from [n] integers: bit k in column k."""
    return ((masks[:, None] >> torch.arange(count)[None]) & 1).float()


def pairs(d, h, bilinear, linear, bias):
    """Scores [n, labels] of pairs of vectors [n, k]: bilinear plus linear."""
    k = d.shape[-1]
    t = torch.matmul(d, bilinear.permute(1, 0, 2).reshape(k, -1)).view(len(d), len(bias), k)
    return torch.bmm(t, h[:, :, None])[:, :, 0].float() + F.linear(torch.cat([d, h], -1), linear, bias).float()


def read_safetensors(path):
    with open(path, "rb") as f:
        n = int.from_bytes(f.read(8), "little")
        header = json.loads(f.read(n))
        data = f.read()
    kinds = {"F32": torch.float32, "F16": torch.float16, "I64": torch.int64, "BF16": torch.bfloat16}
    out = {}
    for name, t in header.items():
        if name == "__metadata__":
            continue
        b, e = t["data_offsets"]
        out[name] = torch.frombuffer(bytearray(data[b:e]), dtype=kinds[t["dtype"]]).reshape(t["shape"])
    return out
