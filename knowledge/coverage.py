#!/usr/bin/env python3
"""Lists what the news links to and the tables do not know, most frequent first: what to write next.

python3 knowledge/coverage.py --tables knowledge/dateline.tables --corpus ../shared/data/corpora/current-events-2025.jsonl
"""

import argparse
import collections
import json
import re
import struct
from pathlib import Path

from compiler.fold import name_key


def keys_of(data, index):
    """Keys of all names in one index of a compiled file."""
    sections = {}
    for i in range(struct.unpack_from("<I", data, 12)[0]):
        name, _, count, offset = struct.unpack_from("<4sIII", data, 32 + 16 * i)
        sections[name.decode()] = (offset, count)
    pool = sections["STRS"][0]
    offset, count = sections[index + "k"]
    return {
        name_key(text_at(data, pool + struct.unpack_from("<I", data, offset + 12 * i + 4)[0])) for i in range(count)
    }


def text_at(data, at):
    length = shift = 0
    while True:
        byte = data[at]
        length |= (byte & 0x7F) << shift
        shift, at = shift + 7, at + 1
        if byte < 0x80:
            return data[at : at + length].decode()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--tables", type=Path, required=True)
    parser.add_argument("--corpus", type=Path, required=True, help="JSON lines with links of text and title")
    parser.add_argument("--top", type=int, default=100, help="rows to print")
    arguments = parser.parse_args()
    data = arguments.tables.read_bytes()
    known = set().union(*(keys_of(data, index) for index in ("CTR", "NAT", "PLA", "PEO", "ORG", "ROL", "OFF")))
    unknown, total = collections.Counter(), 0
    for line in arguments.corpus.open(encoding="utf-8"):
        for link in json.loads(line)["links"]:
            title = re.sub(r" \(.*\)$", "", link["title"])
            if not link["text"][:1].isupper():
                continue
            total += 1
            if name_key(link["text"].removesuffix("'s")) not in known and name_key(title) not in known:
                unknown[title] += 1
    print(f"{total} links with a capital, {total - sum(unknown.values())} known")
    for title, count in unknown.most_common(arguments.top):
        print(f"{count}\t{title}")


if __name__ == "__main__":
    main()
