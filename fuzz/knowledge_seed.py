#!/usr/bin/env python3
"""Writes a knowledge file of a few rows, the seed of the knowledge fuzzer:

    python3 fuzz/knowledge_seed.py fuzz/corpus/knowledge/small.tables
"""

import pathlib
import struct
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "knowledge"))

from compiler.writer import NameIndex, StringPool, file_bytes  # noqa: E402

NONE = 0xFF


def main():
    pool = StringPool()
    text = pool.add
    sections = []

    def rows(name, layout, values):
        sections.append((name, struct.calcsize("<" + layout), b"".join(struct.pack("<" + layout, *v) for v in values)))

    def index(name, names):
        made = NameIndex(pool)
        for spelling, row in names:
            made.add(spelling, row)
        keys, hits = made.sections()
        sections.extend([(name + "k", 12, keys), (name + "h", 4, hits)])

    rows("CTRY", "IIIIiiHBB", [(text("EGY"), text("Egypt"), text("Cairo"), text("Q79"), 2700000, 3000000, 0, 1, 0),
                               (text("SDN"), text("Sudan"), text("Khartoum"), text("Q1049"), 1500000, 3000000, 1, 1, NONE)])
    rows("NEIG", "B", [(1,), (0,)])
    index("CTR", [("Egypt", 0), ("Sudan", 1)])
    index("NAT", [("Egyptian", 0)])
    rows("PLAC", "IiiIIHBB", [(text("Cairo"), 3004442, 3123571, 9500000, 360630, 1, 0, 8 | 3),
                              (text("Nice"), 4370313, 726608, 340000, 2990440, 0, 1, 3)])
    rows("REGI", "I", [(0,), (text("Cairo Governorate"),)])
    index("PLA", [("Cairo", 0), ("Nice", 1)])
    index("UNL", [("Nice", 0)])
    rows("OFFI", "I", [(text("president"),), (text("foreign minister"),)])
    index("OFF", [("foreign minister", 1), ("president", 0)])
    rows("TENU", "IIIiiBBBB", [(text("Abdel Fattah el-Sisi"), text("President"), 0, 16229, (1 << 31) - 1, 0, 0, 1, 0),
                               (text("Badr Abdelatty"), text("Foreign Minister"), 0, 19907, (1 << 31) - 1, 1, 0, 1, 0)])
    index("PEO", [("Badr Abdelatty", 1), ("Abdelatty", 1), ("Abdel Fattah el-Sisi", 0)])
    rows("ORGA", "IIBBBB", [(text("United Nations"), text("Q1065"), NONE, 0, 1, 0)])
    index("ORG", [("United Nations", 0), ("UN", 0)])
    rows("ROLE", "II", [(text("soldier"), 2)])
    rows("SECT", "I", [(text(""),), (text("GOV"),), (text("MIL"),)])
    index("ROL", [("soldier", 0)])
    about = text("a few rows for the fuzzer")
    pathlib.Path(sys.argv[1]).write_bytes(
        file_bytes([("STRS", 1, pool.bytes()), ("ABOU", 4, struct.pack("<I", about)), *sections]))


if __name__ == "__main__":
    main()
