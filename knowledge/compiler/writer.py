"""The binary file: a string pool, arrays of fixed rows, and an index of names for each kind of row.

Everything is little-endian and the same bytes for the same input; docs/formats/knowledge.md has the layout.
"""

import collections
import struct
import zlib

from .fold import name_hash, name_key

MAGIC = b"DLKNOWLG"
VERSION = 1
_LAST = 1 << 31


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
    """From the key of a name to rows, best first."""

    def __init__(self, pool):
        self._pool = pool
        self._hits = collections.defaultdict(dict)
        self._spelling = {}

    def add(self, name, row, weight=0.0):
        """Row numbers of one name are ordered by falling weight, then by number."""
        key = name_key(name)
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
        """Bytes of the sorted keys (hash, spelling, hit) and of the lists of hits.

        A name with one hit has it in its key, the top bit set; else the key tells where its list begins, whose last has
        the top bit set.
        """
        keys, lists = [], []
        for key in sorted(self._hits, key=lambda k: (name_hash(k), k)):
            rows = sorted(self._hits[key].items(), key=lambda item: (-item[1], item[0]))[:limit]
            hits = [row for row, _ in rows]
            hits[-1] |= _LAST
            keys.append(
                struct.pack(
                    "<III",
                    name_hash(key),
                    self._pool.add(self._spelling[key]),
                    hits[0] if len(hits) == 1 else len(lists),
                )
            )
            if len(hits) > 1:
                lists += hits
        return b"".join(keys), struct.pack(f"<{len(lists)}I", *lists)


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
