#!/usr/bin/env python3
"""Annotation of events on news of ../shared/data/corpora and of the portal (portal.py): sheets to read, a check of what was written, and stand-off files without text.

The working format (words quoted) and the rules are in annotations/GUIDELINE.md. Packed files are JSON lines, one item each:
{"item": id, "by": annotator, "digest"? of the portal's text, "events": [{"type", "mode"?, "status", "trigger": [b, e], "act"?, "actors": [{"span", "country"?, "sector"?, "name"?}],
"recipients", "place"?: {"span", "country"?, "precision"?, "name"?}, "date"?: {"span", "start", "end", "precision"}, "counts": [{"span", "low"?, "high"?, "role", "unit"}],
"sources": [actor + "verb"?, "said_on"?], "contexts"}]}; spans are [begin, end) in code points of the item's text.
Items of our own writing (training/sentences/*.ann) begin with "> text" instead of "= id"; their packed rows hold the text.
"""
import argparse
import calendar
import collections
import hashlib
import json
import os
import re
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
STATUSES = {"actual", "historical", "future", "hypothetical", "negated"}
ROLES = {"dead", "injured", "arrested", "displaced", "personnel", "participants", "weapons", "money", "other"}
PRECISIONS = {"country", "admin1", "admin2", "city", "place"}


def corpora(shared, portal=None):
    """All items by id: current events, articles, documents of the treebanks, and those of the file that portal.py writes, if given."""
    items = treebank_documents(shared)
    for name in ("current-events-2025.jsonl", "wikinews-articles.jsonl"):
        items |= lines_by_id(os.path.join(shared, "data/corpora", name))
    return items | (lines_by_id(portal) if portal else {})


def lines_by_id(path):
    with open(path, encoding="utf-8") as f:
        return {item["id"]: item for item in map(json.loads, f)}


TREEBANK_GENRES = ("weblog-", "newsgroup-", "GUM_news_", "GUM_interview_", "GUM_bio_", "GUM_court_")


def treebank_documents(shared):
    """Documents of the treebanks' train parts that tell of public affairs, by id: sentences joined, a blank line between paragraphs."""
    items = {}
    for name in ("ewt", "gum"):
        with open(os.path.join(shared, "data/train", name, "train.conllu"), encoding="utf-8") as f:
            for line in f:
                key, _, value = (x.strip() for x in line.partition("="))
                if key == "# newdoc id":
                    item = {"id": value, "text": "", "published": "-".join(re.findall(r"_ENG_(\d{4})(\d\d)(\d\d)", value)[0]) if "_ENG_" in value else ""}
                    if value.startswith(TREEBANK_GENRES):
                        items[value] = item
                elif key == "# meta::dateCreated":
                    item["published"] = value
                elif line.startswith("# newpar") and item["text"] and not item["text"].endswith("\n"):
                    item["text"] += "\n\n"
                elif key == "# text":
                    item["text"] += (" " if item["text"] and not item["text"].endswith("\n") else "") + value
    return items


def digest(text):
    """What an annotation row keeps of its text, to notice that the text was edited since."""
    return hashlib.sha1(text.encode()).hexdigest()[:8]


def ontology(shared):
    with open(os.path.join(shared, "reference/plover/ontology.json"), encoding="utf-8") as f:
        o = json.load(f)
    events = o["events"] if isinstance(o["events"], dict) else {e["name"]: e for e in o["events"]}
    return {name: set(e.get("modes", {})) for name, e in events.items()}, set(o["sectors"]) | {"IGO", "MNC", "INT"}, set(o["contexts"])


class Fault(Exception):
    pass


class Reader:
    """Turns the lines of one annotator into packed events."""

    WORDS = re.compile(r'"((?:[^"\\]|\\.)*)"(?:#(\d+))?')

    def __init__(self, shared):
        self.types, self.sectors, self.contexts = ontology(shared)

    def span(self, text, field):
        m = self.WORDS.search(field)
        if not m:
            raise Fault(f'no "words" in: {field}')
        words, wanted, at = m.group(1).replace('\\"', '"'), int(m.group(2) or 1), -1
        for _ in range(wanted):
            at = self.find(text, words, at + 1)
            if at < 0:
                raise Fault(f'"{words}"#{wanted} does not stand in the text')
        return [at, at + len(words)], field[m.end():].strip()

    @staticmethod
    def find(text, words, start):
        """Next place where the words stand as whole words; curly quotes equal straight ones."""
        plain = str.maketrans("’‘“”–—\u00a0", "''\"\"-- ")
        m = re.compile(r"(?<!\w)" + re.escape(words.translate(plain)) + r"(?!\w)").search(text.translate(plain), start)
        return m.start() if m else -1

    def who(self, text, field):
        span, rest = self.span(text, field)
        actor = {"span": span}
        rest, _, name = rest.partition("=")
        if name and not rest.strip().endswith("said"):
            actor["name"] = name.strip()
        parts = rest.split()
        if parts:
            country, _, sector = parts[0].partition(":")
            if country not in ("-", "") and not re.fullmatch(r"[A-Z]{3}", country):
                raise Fault(f"country {country}")
            if country not in ("-", ""):
                actor["country"] = country
            if sector:
                if sector not in self.sectors:
                    raise Fault(f"sector {sector}")
                actor["sector"] = sector
        return actor, parts[1:]

    def source(self, text, field):
        said = re.search(r"\s*said=(\S+)", field)
        actor, rest = self.who(text, field.replace(said.group(0), "") if said else field)
        if rest:
            actor["verb"] = " ".join(rest)
        if said:
            actor["said_on"] = said.group(1)
        return actor

    def place(self, text, field):
        span, rest = self.span(text, field)
        rest, _, name = rest.partition("=")
        place = {"span": span}
        for part in rest.split():
            if part in PRECISIONS:
                place["precision"] = part
            elif re.fullmatch(r"[A-Z]{3}", part):
                place["country"] = part
            elif part != "-":
                raise Fault(f"place: {part}")
        if name.strip():
            place["name"] = name.strip()
        return place

    def date(self, text, field):
        span, rest = self.span(text, field)
        start, end, precision = period(rest)
        return {"span": span, "start": start, "end": end, "precision": precision}

    def count(self, text, field):
        span, rest = self.span(text, field)
        parts = rest.split()
        if len(parts) < 2 or parts[1] not in ROLES:
            raise Fault(f"count: {field}")
        count = {"span": span, "role": parts[1], "unit": " ".join(parts[2:])}
        low, dots, high = parts[0].replace(",", "").partition("..")
        for key, value in (("low", low), ("high", high if dots else low)):
            if value:
                count[key] = float(value)
        return count

    def event(self, text, line):
        fields = re.split(r"\s\|\s", line)
        head = fields[0].split(None, 2)
        if len(head) != 3:
            raise Fault("the line starts with TYPE status \"trigger\"")
        kind, _, mode = head[0].partition(".")
        if kind not in self.types:
            raise Fault(f"type {kind}")
        if mode and mode not in self.types[kind]:
            raise Fault(f"mode {kind}.{mode}; one of {sorted(self.types[kind])}")
        if head[1] not in STATUSES:
            raise Fault(f"status {head[1]}")
        event = {"type": kind, "status": head[1], "trigger": self.span(text, head[2])[0], "actors": [], "recipients": [], "counts": [], "sources": [], "contexts": []}
        if mode:
            event["mode"] = mode
        for field in fields[1:]:
            self.add(event, text, field.strip())
        if kind == "CONSULT":                       # the record lists everyone who meets under actors, hosts too
            event["actors"] += event.pop("recipients")
            event["recipients"] = []
        return event

    def add(self, event, text, field):
        key, _, rest = field.partition(" ")
        if key.startswith("act="):
            event["act"] = key[4:]
            if event["act"] not in self.types:
                raise Fault(f"act {event['act']}")
        elif key in ("a", "r"):
            event["actors" if key == "a" else "recipients"].append(self.who(text, rest)[0])
        elif key == "@":
            event["place"] = self.place(text, rest)
        elif key == "d":
            event["date"] = self.date(text, rest)
        elif key == "n":
            event["counts"].append(self.count(text, rest))
        elif key == "s":
            event["sources"].append(self.source(text, rest))
        elif key == "c":
            event["contexts"] = re.split(r"[,\s]+", rest.strip())
            for context in event["contexts"]:
                if context not in self.contexts:
                    raise Fault(f"context {context}")
        else:
            raise Fault(f"field {field}")

    def read(self, path, items, by):
        """Packed items of one file, and faults as "file:line: reason"."""
        packed, faults, item = [], [], None
        with open(path, encoding="utf-8") as f:
            for number, line in enumerate(f, 1):
                line = line.strip()
                if not line or line.startswith("#"):
                    continue
                try:
                    if line.startswith("> "):
                        item = {"item": f"{by}-{len(packed) + 1:03d}", "by": by, "text": line[2:], "events": [], "said": False}
                        packed.append(item)
                    elif line.startswith("= "):
                        if line[2:] not in items:
                            raise Fault(f"no item {line[2:]}")
                        item = {"item": line[2:], "by": by, "events": [], "said": False}
                        packed.append(item)
                    elif item is None:
                        raise Fault("no item before it")
                    else:
                        item["said"] = True
                        if line != "-":
                            item["events"].append(self.event(item["text"] if "text" in item else items[item["item"]]["text"], line))
                except Fault as fault:
                    faults.append(f"{path}:{number}: {fault}")
        faults += [f"{path}: {i['item']} has neither events nor -" for i in packed if not i["said"]]
        return [{k: v for k, v in i.items() if k != "said"} for i in packed], faults


def period(words):
    """First and last day of "2025", "2025-03", "2025-03-21" or "first..last", and the precision."""
    first, dots, last = words.strip().partition("..")
    parts = [int(p) for p in first.split("-")]
    if not re.fullmatch(r"\d{4}(-\d\d){0,2}", first):
        raise Fault(f"date {words}")
    if dots:
        return first, last.strip(), "unknown"
    if len(parts) == 1:
        return f"{first}-01-01", f"{first}-12-31", "year"
    if len(parts) == 2:
        return f"{first}-01", f"{first}-{calendar.monthrange(*parts)[1]:02d}", "month"
    return first, first, "day"


def by_trigger(a, b):
    """Pairs of events of two annotators whose triggers overlap; each event once."""
    pairs, used = [], set()
    for x in a:
        for k, y in enumerate(b):
            if k not in used and x["trigger"][0] < y["trigger"][1] and y["trigger"][0] < x["trigger"][1]:
                pairs.append((x, y))
                used.add(k)
                break
    return pairs


def countries(actors):
    return sorted({a.get("country", "-") for a in actors})


def country_sectors(actors):
    return sorted({(a.get("country", ""), a.get("sector", "")) for a in actors})


FIELDS = {
    "type": lambda e: e["type"], "mode": lambda e: e.get("mode", ""), "status": lambda e: e["status"], "act": lambda e: e.get("act", ""),
    "actor countries": lambda e: countries(e["actors"]), "actor sectors": lambda e: sorted({a.get("sector", "") for a in e["actors"]}),
    "recipient countries": lambda e: countries(e["recipients"]), "recipient sectors": lambda e: sorted({a.get("sector", "") for a in e["recipients"]}),
    "place": lambda e: e.get("place", {}).get("span"), "date": lambda e: e.get("date", {}).get("start"),
    "counts": lambda e: sorted((c.get("low", -1), c.get("high", -1), c["role"]) for c in e["counts"]), "sources": lambda e: [countries([s])[0] for s in e["sources"]],
}


def agreement(first, second):
    """Prints how far two packed sets agree on the items that both hold."""
    a, b = ({i["item"]: i["events"] for i in s} for s in (first, second))
    both, pairs, n, m = sorted(set(a) & set(b)), [], 0, 0
    same_presence = sum(bool(a[i]) == bool(b[i]) for i in both)
    for i in both:
        pairs += by_trigger(a[i], b[i])
        n, m = n + len(a[i]), m + len(b[i])
    print(f"items annotated twice: {len(both)}; events {n} and {m}; event or none: {100 * same_presence / max(len(both), 1):.1f} % agree")
    print(f"triggers F1: {200 * len(pairs) / max(n + m, 1):.1f}")
    same = [(x, y) for x, y in pairs if x["type"] == y["type"]]
    print(f"triggers and type F1: {200 * len(same) / max(n + m, 1):.1f}")
    for name, of in (("countries", countries), ("countries and sectors", country_sectors)):
        alike = [(x, y) for x, y in same if all(of(x[side]) == of(y[side]) for side in ("actors", "recipients"))]
        print(f"triggers, type, actors and recipients by {name} F1: {200 * len(alike) / max(n + m, 1):.1f}")
    for name, of in FIELDS.items():
        print(f"{name}: {100 * sum(of(x) == of(y) for x, y in pairs) / max(len(pairs), 1):.1f} % of {len(pairs)} shared events")
    confused = collections.Counter((x["type"], y["type"]) for x, y in pairs if x["type"] != y["type"])
    print("types confused:", ", ".join(f"{x}/{y} {c}" for (x, y), c in confused.most_common(12)))


def load(path):
    with open(path, encoding="utf-8") as f:
        return [json.loads(line) for line in f]


def sheet(items, ids):
    for i in ids:
        item = items[i]
        print(f"= {i}" + (f"  ({item.get('topic', '')}; {item.get('published', item.get('date'))}) {item.get('title', '')}").rstrip())
        print(item["text"].strip() + "\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", default=os.path.join(ROOT, "../shared"))
    parser.add_argument("--portal", metavar="FILE", help="items written by portal.py; rows on them keep a digest of their text")
    commands = parser.add_subparsers(dest="command", required=True)
    p = commands.add_parser("sheet", help="print items to read: ids, or a file of ids")
    p.add_argument("ids", nargs="+")
    p = commands.add_parser("check", help="list faults of files in the working format")
    p.add_argument("files", nargs="+")
    p = commands.add_parser("pack", help="working files to one stand-off file on standard output (annotator: the file's name)")
    p.add_argument("files", nargs="+")
    p = commands.add_parser("agree", help="agreement of two stand-off files")
    p.add_argument("first")
    p.add_argument("second")
    o = parser.parse_args()
    if o.command == "agree":
        return agreement(load(o.first), load(o.second))
    of_portal = lines_by_id(o.portal) if o.portal else {}
    items = corpora(o.shared) | of_portal
    if o.command == "sheet":
        ids = [w for i in o.ids for w in (open(i, encoding="utf-8").read().split() if os.path.isfile(i) else [i])]
        return sheet(items, ids)
    reader, faults, packed = Reader(o.shared), [], []
    for path in o.files:
        new, wrong = reader.read(path, items, os.path.splitext(os.path.basename(path))[0])
        packed, faults = packed + new, faults + wrong
    print("\n".join(faults), file=sys.stderr, end="\n" if faults else "")
    print(f"{len(packed)} items, {sum(len(i['events']) for i in packed)} events, {len(faults)} faults", file=sys.stderr)
    if o.command == "pack":
        for item in packed:
            if item["item"] in of_portal:
                item["digest"] = digest(items[item["item"]]["text"])
            print(json.dumps(item, ensure_ascii=False))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
