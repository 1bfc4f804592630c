#!/usr/bin/env python3
"""News items of Wikipedia's Current events portal before 2025, as JSON lines in the form of ../shared/data/corpora.

The text (CC BY-SA 4.0) is not part of this project; `annotations/portal.jsonl` refers to it by item and code points. Get it with
  git clone https://github.com/ianrastall/current-events-context DIR && git -C DIR checkout 4ff6f7d
  training/portal.py DIR > portal.jsonl
and train with `--portal portal.jsonl`. The folder holds a YAML file a day, in which headings and items stand in one list; what ends with its source in parentheses is an item.
"""
import argparse
import datetime
import glob
import json
import os
import re
import sys

import yaml

SOURCE = re.compile(r"(?:\s*\((?:[^()]|\([^()]*\))*\))+\s*$")
SHORTEST = 40  # characters; below, what ends in parentheses is a heading ("Gaza war (2024)")


def lines_of(day):
    """The list of headings and items of one day's file, in order."""
    groups = day.get("Intelligence_Payload") or (day.get("wikipedia") or {}).get("categories") or {}
    return [line for group in groups.values() for line in group or [] if isinstance(line, str)]


def items_of(day, date):
    """Items of one day: id, date, the headings right above them as stories, text without its source."""
    headings, after_item, count = [], False, 0
    for line in lines_of(day):
        source = SOURCE.search(line)
        text = line[:source.start()].strip() if source else ""
        if len(text) < SHORTEST:
            headings, after_item = ([] if after_item else headings) + [line.strip()], False
            continue
        count, after_item = count + 1, True
        yield {"id": f"{date}-{count:02d}", "date": date, "topic": "", "stories": list(headings), "text": text}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("directory", help="checkout of the repository")
    parser.add_argument("--years", nargs="+", default=[str(y) for y in range(2016, 2025)], help="years to read, all before 2025 (default: 2016 to 2024)")
    o = parser.parse_args()
    if any(not y.isdigit() or int(y) > 2024 for y in o.years):
        parser.error("years up to 2024: later ones are measured on")
    for year in o.years:
        paths = sorted(glob.glob(os.path.join(o.directory, year, "*", f"{year}-*.yaml")))
        if not paths:
            print(f"{o.directory}: no files of {year}", file=sys.stderr)
        for path in paths:
            date = datetime.date.fromisoformat(os.path.basename(path)[:10]).isoformat()
            with open(path, encoding="utf-8") as f:
                for item in items_of(yaml.safe_load(f), date):
                    print(json.dumps(item, ensure_ascii=False))


if __name__ == "__main__":
    main()
