"""An archive from end to end: a year of current events and ten years of articles into a store, twice, and out of it again in
every format. Takes about a minute on two quiet cores. DATELINE_PROGRAM names the program; skipped (status 77) without ../shared/data."""

import csv
import hashlib
import io
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

PROGRAM = os.environ["DATELINE_PROGRAM"]
CORPORA = pathlib.Path(__file__).resolve().parents[3] / "shared/data/corpora"
EVENTS, ARTICLES = CORPORA / "current-events-2025.jsonl", CORPORA / "wikinews-articles.jsonl"
SKIPPED = 77


def run(*arguments, stdin=b""):
    return subprocess.run([PROGRAM, *map(str, arguments)], input=stdin, capture_output=True, timeout=1800, check=False)


def formats():
    return [line.split()[0] for line in run("formats").stdout.decode().splitlines()]


def rows_in(name, data):
    """How many rows a reader finds, each of the right width."""
    text = data.decode()
    if name == "geojson":
        return len(json.loads(text)["features"])
    if name == "csv":
        rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    elif name in ("jsonl", "columns"):
        return sum(1 for line in text.split("\n")[:-1] if json.loads(line))
    else:
        rows = [line.split("\t") for line in text.split("\n")[:-1]]
    assert len({len(row) for row in rows}) == 1, name
    return len(rows) - (name in ("csv", "polecat", "icews"))


class Archive(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory(prefix="dateline-archive-")
        cls.addClassCleanup(folder.cleanup)
        cls.db = pathlib.Path(folder.name) / "archive.db"
        cls.added = cls.succeed("add", cls.db, EVENTS, ARTICLES, status=(0, 4)).stderr.decode()
        cls.found = cls.succeed("find", cls.db, "--limit", 0).stdout
        cls.records = [json.loads(line) for line in cls.found.splitlines()]

    @classmethod
    def succeed(cls, *arguments, status=(0,)):
        done = run(*arguments)
        assert done.returncode in status, (arguments, done.stderr.decode())
        return done

    def find(self, *arguments):
        return [json.loads(line) for line in self.succeed("find", self.db, "--limit", 0, *arguments).stdout.splitlines()]

    def expect_found(self, options, holds):
        """Exactly the records for which it holds."""
        wanted = {record["id"] for record in self.records if holds(record)}
        self.assertGreater(len(wanted), 0, options)
        self.assertEqual({record["id"] for record in self.find(*options)}, wanted, options)

    def test_all_of_it_is_read(self):
        summary = re.search(r"^(\d+) reports: (\d+) new texts with (\d+) records, (\d+) published elsewhere, (\d+) known; .*"
                            r"; (\d+) skipped", self.added, re.M)
        reports, texts, _, elsewhere, known, skipped = map(int, summary.groups())
        self.assertEqual(reports + skipped, 5424 + 295)
        self.assertLessEqual(skipped, 1, self.added)
        self.assertEqual(texts + elsewhere + known, reports)
        self.assertGreater(len(self.records), 4000)

    def test_added_again_changes_nothing(self):
        before = hashlib.sha256(self.db.read_bytes()).hexdigest()
        again = self.succeed("add", self.db, EVENTS, ARTICLES, status=(0, 4)).stderr.decode()
        self.assertRegex(again, r"\d+ reports: 0 new texts with 0 records, 0 published elsewhere, \d+ known; 0 newer or older")
        self.assertEqual(hashlib.sha256(self.db.read_bytes()).hexdigest(), before)

    def test_records_are_those_that_code_writes(self):
        some = b"".join(EVENTS.read_bytes().splitlines(True)[1000:1040])
        coded = run("code", "--quiet", "-", stdin=some).stdout.decode().splitlines()
        wanted = [json.loads(line) for line in coded]
        stored = {record["id"]: record for record in self.records}
        reports = {record["report"]["id"] for record in self.records}
        current = [record for record in wanted if record["report"]["id"] in reports]  # two items of one URL are versions
        self.assertGreater(len(current), len(wanted) * 9 // 10)
        for record in current:
            kept = dict(stored[record["id"]])
            kept.pop("story", None)
            self.assertEqual(kept, record)

    def test_questions_find_what_they_should(self):
        country = lambda side, code: lambda r: any(a.get("country") == code for a in r[side])
        self.expect_found(("--actor", "RUS"), country("actors", "RUS"))
        self.expect_found(("--actor", "ISR", "--recipient", "PSE"), lambda r: country("actors", "ISR")(r) and country("recipients", "PSE")(r))
        self.expect_found(("--claimed-by", "UKR"), lambda r: any(s.get("country") == "UKR" for s in r.get("sources", [])))
        self.expect_found(("--type", "SANCTION"), lambda r: r["event"] == "SANCTION")
        self.expect_found(("--status", "future", "--status", "negated"), lambda r: r["status"] in ("future", "negated"))
        self.expect_found(("--context", "military", "--country", "UKR"),
                          lambda r: "military" in r.get("contexts", []) and r.get("place", {}).get("country") == "UKR")
        day = lambda r: r.get("date", {}).get("start") or r["report"].get("published") or ""
        self.expect_found(("--since", "2025-06-01", "--until", "2025-06-07"), lambda r: "2025-06-01" <= day(r) <= "2025-06-07")
        for record in self.find("landmines"):
            self.assertRegex((record["text"] + record["report"].get("title", "")).lower(), "landmine")

    def test_records_are_shown(self):
        for record in self.records[::len(self.records) // 5]:
            shown = json.loads(self.succeed("show", self.db, record["id"], "--format", "jsonl").stdout.splitlines()[0])
            self.assertEqual(shown["record"], record)
            self.assertTrue(shown["publications"])

    def test_every_format_carries_it(self):
        self.assertEqual(self.succeed("export", self.db, "--format", "jsonl", "--quiet").stdout, self.found)
        for unit in ("record", "story"):
            for name in formats():
                with self.subTest(name=name, unit=unit):
                    done = self.succeed("export", self.db, "--format", name, "--unit", unit)
                    written = int(done.stderr.split()[0])
                    left = sum(int(line.split()[0]) for line in done.stderr.splitlines() if b"left out" in line)
                    rows = rows_in(name, done.stdout)
                    self.assertGreater(written, 1000)
                    if unit == "record":
                        self.assertEqual(written + left, len(self.records))
                    if name in ("jsonl", "csv", "columns", "geojson", "polecat"):
                        self.assertEqual(rows, written)
                    else:
                        self.assertGreaterEqual(rows, written)

    def test_the_store_is_whole(self):
        self.assertEqual(self.succeed("check", self.db).stdout, b"the store is whole\n")


if __name__ == "__main__":
    if not (EVENTS.exists() and ARTICLES.exists()):
        print(f"skipped: there is no {CORPORA} with current-events-2025.jsonl and wikinews-articles.jsonl")
        sys.exit(SKIPPED)
    unittest.main()
