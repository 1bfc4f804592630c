"""The binary file: a string pool, arrays of fixed rows, and an index of folded names for each kind of row.

Everything is little-endian and the same bytes for the same input; docs/formats/knowledge.md has the layout.
"""

import collections
import struct
import zlib

from .fold import fold, fold_hash

MAGIC = b"DLKNOWLG"
VERSION = 1


class StringPool:
    """Strings once each: a LEB128 length, then the bytes. Offset 0 is the empty string."""

    def __init__(self):
        self._bytes = bytearray(b"\0")
        self._offsets = {"": 0}

    def add(self, text):
        if text not in self._offsets:
            self._offsets[text] = len(self._bytes)
            encoded = text.encode()
            length = len(encoded)
            while length >= 0x80:
                self._bytes.append(length & 0x7F | 0x80)
                length >>= 7
            self._bytes.append(length)
            self._bytes += encoded
        return self._offsets[text]

    def bytes(self):
        return bytes(self._bytes)


class NameIndex:
    """From folded name to rows, best first."""

    def __init__(self, pool):
        self._pool = pool
        self._hits = collections.defaultdict(dict)
        self._spelling = {}

    def add(self, name, row, weight=0.0):
        """Row numbers of one name are ordered by falling weight, then by number."""
        key = fold(name)
        if not key:
            return
        hits = self._hits[key]
        hits[row] = max(weight, hits.get(row, weight))
        self._spelling.setdefault(key, name)

    def __len__(self):
        return len(self._hits)

    def names(self):
        return self._hits.keys()

    def sections(self, limit=None):
        """Bytes of the sorted keys (hash, spelling, first hit) with a closing key, and of the hits."""
        keys, hits = [], []
        for key in sorted(self._hits, key=lambda k: (fold_hash(k), k)):
            rows = sorted(self._hits[key].items(), key=lambda item: (-item[1], item[0]))[:limit]
            keys.append(struct.pack("<III", fold_hash(key), self._pool.add(self._spelling[key]), len(hits)))
            hits += [row for row, _ in rows]
        keys.append(struct.pack("<III", 0xFFFFFFFF, 0, len(hits)))
        return b"".join(keys), struct.pack(f"<{len(hits)}I", *hits)


def file_bytes(sections):
    """The whole file from (four-letter name, row size, bytes) in order."""
    offset = 32 + 16 * len(sections)
    directory, body = b"", b""
    for name, row_size, data in sections:
        padding = -offset % 8
        body += b"\0" * padding + data
        offset += padding
        directory += struct.pack("<4sIII", name.encode(), row_size, len(data) // row_size, offset)
        offset += len(data)
    rest = directory + body
    head = struct.pack("<8sIIIIQ", MAGIC, VERSION, len(sections), zlib.crc32(rest), 0, 32 + len(rest))
    return head + rest
