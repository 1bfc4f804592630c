#!/usr/bin/env python3
"""Write tests/data/parse_fixture.json: what the trainer makes of some sentences, for the C++ program to agree with.

    python3 training/make_fixture.py --vocabulary VOCAB.TXT            atoms, pieces and shapes only
    python3 training/make_fixture.py --model models/dateline.model     and the encoder's first outputs
"""
import argparse
import json
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import pieces as P

TEXTS = [
    "Turkish jets bombed Kurdish positions near Afrin on Monday, killing at least 12 fighters.",
    "The U.S. doesn't recognise the vote; it can't, and it won't, a State Department spokesman said.",
    "President Zelenskyy\u2019s office \u201ccannot confirm\u201d the claim\u2026",
    "Police arrested 1,250 protesters in S\u00e3o Paulo and Z\u00fcrich (a 15% rise).",
    "Officials met in the area.Rosyn Park reports.Reporter: Good evening from Seoul.",
    "NATO'S NEW CHIEF SAYS ALLIES DON'T AGREE",
    "they dont know what theyre gonna do, and cant say; wont you help?",
    "e-mail: press@example.org \u2014 see https://example.org/a_b?c=1#d",
    "Mr. O'Neill's and the workers' union's leader said: 'We'll strike.'",
    "The yen fell 0.3% to \u00a5149.95 versus the $; \u20ac1bn was lost in 2\u00bd days.",
    "N. Korea fired an ICBM at 5:42 a.m. (20:42 GMT).",
    "\u0130stanbul'da pa\u015fal\u0131k na\u00efve fianc\u00e9e coo\u0308perate",
    "n't and ain't and mustn't've and y'all'd",
    "Moscow\u00a0denied\u2009it .\tKyiv\u200bdid not\u00adyet respond .",
    "\u4e2d\u56fd\u5916\u4ea4\u90e8 said \u043d\u0435\u0442 \U0001f600\ufe0f!",
    "The Smiths' house, the 1990s' best, rock 'n' roll, '90s and John's.",
    "iPhone McDonald's eBay UNESCO A a I i",
    "Reporter:\"Where is he?\"Anchor:``In Paris,'' she said.",
    "Aid groups warn: 2.3m people (over half of them children) face hunger -- the worst in decades.",
    "Rebels seized the town on Friday. The army said it had withdrawn \u00abto better positions\u00bb. Nobody was hurt.",
    "",
    "   ",
    "She told reporters that talks between the two sides, which began in 2019, would not resume until Israel's "
    "government had released the prisoners.",
    "a" * 101 + " " + "b" * 99,
]


def main():
    root = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument("--vocabulary", help="BERT's vocab.txt (when there is no model yet)")
    a.add_argument("--model", help="a model file, for the encoder's outputs")
    a.add_argument("--out", default=os.path.join(root, "tests/data/parse_fixture.json"))
    o = a.parse_args()
    model = None
    if o.model:
        import export
        header, model = export.read(o.model)
        vocabulary = P.Vocabulary(header["vocabulary"])
    elif o.vocabulary:
        vocabulary = P.Vocabulary.read(o.vocabulary)
    else:
        a.error("give --model or --vocabulary")
    cases = []
    for text in TEXTS:
        at = P.atoms(text)
        starts = [len(text[:i].encode()) for i in range(len(text) + 1)]
        ids, shapes = [vocabulary.cls], [0]
        for x in at:
            p = vocabulary.pieces(x)
            ids += p
            shapes += [x.shape_id] * len(p)
        ids.append(vocabulary.sep)
        shapes.append(0)
        cases.append({"text": text, "atoms": [[starts[x.begin], starts[x.end]] for x in at],
                      "pieces": ids, "shapes": shapes})
    if model is not None:
        for i in (0, 5):
            c = cases[i]
            y = export.encode(model, c["pieces"], c["shapes"])
            c["encoder"] = [[round(float(v), 5) for v in row[:8]] for row in y]
    os.makedirs(os.path.dirname(o.out), exist_ok=True)
    with open(o.out + ".tmp", "w", encoding="utf-8") as f:
        json.dump({"about": "written by training/make_fixture.py; atoms are byte spans; pieces include [CLS] and [SEP]; "
                            "encoder: the first 8 outputs of each piece, int8 arithmetic",
                   "cases": cases}, f, ensure_ascii=False, indent=None, separators=(",", ":"))
        f.write("\n")
    os.replace(o.out + ".tmp", o.out)
    print(f"wrote {o.out}: {len(cases)} texts")


if __name__ == "__main__":
    main()
