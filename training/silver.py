#!/usr/bin/env python3
"""Silver annotation: what the coder is sure of on items that nobody annotated, as stand-off rows to train on.

    dateline code --format jsonl ITEMS.jsonl | python3 training/silver.py ITEMS.jsonl --least 0.6 > train-silver.jsonl

An item is taken if it has records and the coder is sure of each of them; those without a record are left out, since
what the coder does not see it may have missed. `train.py --annotations` reads the rows like any other annotation.
"""
import argparse
import json
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import annotate

PARTICIPANT = ("country", "sector", "name")


def characters(text):
    """The code point that each byte of the UTF-8 text belongs to, its end included: records count bytes, rows code points."""
    at = [k for k, letter in enumerate(text) for _ in letter.encode()]
    return at + [len(text)]


def event_of(record, at):
    def span(part):
        return [at[part["span"][0]], at[part["span"][1]]]

    def participants(name):
        return [{"span": span(a)} | {k: a[k] for k in PARTICIPANT if k in a} for a in record.get(name, []) if "span" in a]

    event = {"type": record["event"], "status": record["status"], "trigger": span(record["trigger"]), "actors": participants("actors"),
             "recipients": participants("recipients"), "sources": participants("sources"), "contexts": record.get("contexts", []),
             "counts": [{"span": span(c), "role": c["role"]} for c in record.get("counts", []) if "span" in c]}
    event |= {k: record[k] for k in ("mode", "act") if k in record}
    event |= {k: {"span": span(record[k])} for k in ("place", "date") if "span" in record.get(k, {})}
    return event


def rows(items, records, least):
    by_item = {}
    for record in records:
        by_item.setdefault(record["report"]["id"], []).append(record)
    for item, found in by_item.items():
        if item in items and min(r["confidence"] for r in found) >= least:
            text = items[item]["text"]
            at = characters(text)
            yield {"item": item, "by": "silver", "events": [event_of(r, at) for r in found], "digest": annotate.digest(text)}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("items", help="items as JSON lines with id and text")
    parser.add_argument("--least", type=float, default=0.6, help="confidence that every record of an item must have (default: 0.6)")
    a = parser.parse_args()
    for row in rows(annotate.lines_by_id(a.items), map(json.loads, sys.stdin), a.least):
        print(json.dumps(row, ensure_ascii=False))


if __name__ == "__main__":
    main()
