"""`dateline export`: what the store has, in every format, as records and as stories. DATELINE_PROGRAM names the program."""

import csv
import io
import json
import os
import pathlib
import sqlite3
import subprocess
import tempfile
import unittest

PROGRAM = os.environ["DATELINE_PROGRAM"]

ATTACK = "Rebels attacked an army post near Goma on Tuesday and killed four soldiers, the Congolese army said."
TALKS = "The presidents of Kenya and Ethiopia met in Nairobi on Monday to discuss trade."
DENIAL = "France did not send troops to Mali."
PROMISE = "North Korea will send sappers to Russia, Moscow said on Tuesday."

# Fields that a careless writer would break a line or a column with, and fields that are missing.
REPORTS = [
    {"id": "attack", "published": "2024-05-15", "text": ATTACK, "url": "https://a.example/1?x=1;2", "publisher": "Coast; \"Press\"",
     "title": "\"Goma\",\r\n=1+1\tand «снова»"},
    {"id": "talks\t2", "published": "2024-05-15", "text": TALKS, "publisher": "Zürich 新聞"},
    {"id": "denial", "text": DENIAL},
    {"id": "promise", "published": "2024-05-20", "text": PROMISE, "title": "Sappers"},
    {"id": "again", "published": "2024-05-16", "text": ATTACK.replace("four", "six"), "publisher": "Hills"},
]
ARCHIVE = "".join(json.dumps(r) + "\n" for r in REPORTS).encode()


def run(*arguments, stdin=b""):
    return subprocess.run([PROGRAM, *map(str, arguments)], input=stdin, capture_output=True, timeout=2400, check=False)


def formats():
    return [line.split()[0] for line in run("formats").stdout.decode().splitlines()]


def without_story(row):
    """What `code` says of a record: stories are the store's."""
    return json.dumps({key: value for key, value in row.items() if key != "story"})


def rows_of(name, data):
    """Rows of a file, whatever the order, without stories; POLECAT without the names of the report, which a store does not keep."""
    if name == "geojson":
        features = json.loads(data)["features"]
        return sorted(json.dumps(f["geometry"]) + without_story(f["properties"]) for f in features)
    if name == "csv":
        return sorted(without_story(row) for row in csv.DictReader(io.StringIO(data.decode(), newline=""), strict=True))
    lines = data.decode().splitlines()
    if name in ("jsonl", "columns"):
        return sorted(without_story(json.loads(line)) for line in lines)
    return sorted("\t".join(line.split("\t")[:35]) for line in lines) if name == "polecat" else sorted(lines)


class ExportTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory(prefix="dateline-export-")
        cls.addClassCleanup(folder.cleanup)
        cls.folder = pathlib.Path(folder.name)
        cls.db = cls.folder / "events.db"
        done = run("add", "--quiet", cls.db, "-", stdin=ARCHIVE)
        assert done.returncode == 0, done.stderr

    def export(self, name, *arguments, db=None):
        done = run("export", db or self.db, "--format", name, *arguments)
        self.assertEqual(done.returncode, 0, done.stderr.decode())
        return done

    def fails(self, status, pattern, *arguments):
        done = run("export", *arguments)
        self.assertEqual(done.returncode, status, done.stderr.decode())
        self.assertEqual((done.stdout, done.stderr.count(b"\n")), (b"", 1))
        self.assertRegex(done.stderr.decode(), pattern)


class Records(ExportTest):
    def test_are_what_code_writes_in_every_format(self):
        self.assertEqual(len(formats()), 10)
        for name in formats():
            with self.subTest(name=name):
                coded = run("code", "--format", name, "-", stdin=ARCHIVE)
                stored = self.export(name)
                self.assertEqual(rows_of(name, stored.stdout), rows_of(name, coded.stdout))
                self.assertGreaterEqual(len(rows_of(name, stored.stdout)), 4)
                told = [line for line in coded.stderr.splitlines() if b"left out" in line]
                self.assertEqual(stored.stderr.splitlines()[1:], told)

    def test_are_in_the_order_of_find(self):
        for order in ((), ("--oldest-first",)):
            found = run("find", self.db, "--limit", 0, *order).stdout
            self.assertEqual(self.export("jsonl", *order).stdout, found)
        self.assertEqual(self.export("csv").stdout, self.export("csv").stdout)

    def test_of_every_condition(self):
        for options in (("sappers",), ("--actor", "PRK"), ("--since", "2024-05-16", "--until", "2024-05-19"), ("--type", "CONSULT"),
                        ("--status", "negated"), ("--near", "-1.3,36.8,60"), ("--place", "Nairobi"), ("--limit", "1"), ("zebras",)):
            with self.subTest(options=options):
                found = run("find", self.db, *options).stdout
                self.assertEqual(self.export("jsonl", *options).stdout, found)

    def test_none_is_a_file_without_rows(self):
        self.assertEqual(json.loads(self.export("geojson", "zebras").stdout)["features"], [])
        self.assertEqual(self.export("polecat", "zebras").stdout.count(b"\n"), 1)
        self.assertEqual(self.export("gdelt", "zebras").stdout, b"")

    def test_fields_arrive_as_they_were_given(self):
        rows = [json.loads(line) for line in self.export("columns").stdout.splitlines()]
        by_report = {row["report_id"]: row for row in rows}
        attack = by_report["attack"]
        self.assertEqual((attack["title"], attack["publisher"]), (REPORTS[0]["title"], REPORTS[0]["publisher"]))
        self.assertIsNone(by_report["denial"]["published"])
        self.assertEqual(by_report["talks\t2"]["publisher"], "Zürich 新聞")
        table = list(csv.DictReader(io.StringIO(self.export("csv").stdout.decode(), newline="")))
        self.assertIn(REPORTS[0]["title"], [row["title"] for row in table])

    def test_marked_wrong_are_left_out(self):
        db = self.folder / "marked.db"
        run("add", "--quiet", db, "-", stdin=ARCHIVE)
        record = json.loads(self.export("jsonl", "--actor", "PRK", "--limit", 1, db=db).stdout)
        run("mark", db, record["id"], "wrong")
        self.assertNotIn(record["id"].encode(), self.export("jsonl", db=db).stdout)
        self.assertIn(record["id"].encode(), self.export("jsonl", "--rejected", db=db).stdout)


class Files(ExportTest):
    def test_hold_what_standard_output_would(self):
        for name in formats():
            path = self.folder / f"out.{name}"
            path.write_bytes(b"what was there before")
            done = self.export(name, "-o", path)
            self.assertEqual(done.stdout, b"")
            self.assertEqual(path.read_bytes(), self.export(name, "-o", "-").stdout)
        self.assertEqual(list(self.folder.glob("*.part")), [])

    def test_stay_as_they_were_if_the_export_fails(self):
        db = self.folder / "damaged.db"
        run("add", "--quiet", db, "-", stdin=ARCHIVE)
        with sqlite3.connect(db) as store:
            store.execute("UPDATE text SET coding = x'00' WHERE id = 1")
        store.close()
        path = self.folder / "old.csv"
        path.write_bytes(b"old")
        self.fails(6, "damaged", db, "--format", "csv", "-o", path)
        self.assertEqual(path.read_bytes(), b"old")
        self.assertEqual(list(self.folder.glob("*.part")), [])

    def test_that_cannot_be_written_are_told(self):
        self.fails(3, "cannot be written", self.db, "--format", "csv", "-o", "/no/such/folder/out.csv")
        self.fails(3, "cannot be written", self.db, "--format", "csv", "-o", self.folder)
        self.fails(3, "cannot be written", self.db, "--format", "csv", "-o", "/dev/full")
        before = self.db.read_bytes()
        self.fails(2, "names the store itself", self.db, "--format", "csv", "-o", self.db)
        self.assertEqual(self.db.read_bytes(), before)

    def test_links_lead_to_the_file(self):
        path, link = self.folder / "real.csv", self.folder / "link.csv"
        path.write_bytes(b"")
        link.symlink_to(path)
        self.export("csv", "-o", link)
        self.assertTrue(link.is_symlink())
        self.assertGreater(path.stat().st_size, 0)


class Stories(ExportTest):
    """Both reports of the attack tell one story; the linker has no say here, the test fills the tables itself."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        records = [json.loads(line) for line in run("find", cls.db, "--limit", 0, "--oldest-first").stdout.splitlines()]
        attacks = [r["id"] for r in records if r["report"]["id"] in ("attack", "again") and r["event"] == "ASSAULT"]
        cls.members = [a for a in attacks if a == attacks[0] or a == attacks[-1]]
        cls.alone = [r for r in records if r["id"] not in cls.members]
        with sqlite3.connect(cls.db) as store:
            store.execute("DELETE FROM story_member")
            store.execute("DELETE FROM story")
            store.execute("INSERT INTO story (id, title) VALUES (7, 'An attack near Goma')")
            for member in cls.members:
                code = int(member, 16) - (1 << 64 if int(member, 16) >= 1 << 63 else 0)
                store.execute("INSERT INTO story_member SELECT id, 7 FROM record WHERE code = ?", (code,))
        store.close()

    def story_export(self, name, *arguments):
        return self.export(name, "--unit", "story", *arguments)

    def test_are_one_row_in_flat_formats(self):
        self.assertEqual(len(self.members), 2)
        for row in (list(csv.DictReader(io.StringIO(self.story_export("csv").stdout.decode(), newline=""))),
                    [json.loads(line) for line in self.story_export("columns").stdout.splitlines()],
                    [f["properties"] for f in json.loads(self.story_export("geojson").stdout)["features"]]):
            self.assertEqual(len(row), 1 + len(self.alone))
            story, = (r for r in row if int(r["records"]) == 2)
            self.assertTrue(story["id"] == story["story"] != "")
            self.assertEqual(sorted(r["id"] for r in row if int(r["records"]) == 1), sorted(r["id"] for r in self.alone))

    def test_keep_every_record_in_json_lines(self):
        rows = [json.loads(line) for line in self.story_export("jsonl").stdout.splitlines()]
        story, = (row for row in rows if "others" in row)
        self.assertEqual(sorted([story["id"], *(r["id"] for r in story["others"])]), sorted(self.members))
        self.assertEqual(len(rows), 1 + len(self.alone))

    def test_count_their_reports_in_tables(self):
        gdelt = [line.split("\t") for line in self.story_export("gdelt").stdout.decode().splitlines()]
        self.assertIn(["2", "2", "2"], [row[31:34] for row in gdelt])
        mentions = [line.split("\t")[0] for line in self.story_export("gdelt-mentions").stdout.decode().splitlines()]
        self.assertEqual({row[0] for row in gdelt}, set(mentions))
        self.assertEqual(len(mentions), sum(int(row[31]) for row in gdelt))
        self.assertIn("Coast, 'Press';Hills", self.story_export("phoenix").stdout.decode())

    def test_are_told_in_the_summary(self):
        summary = self.story_export("jsonl").stderr.decode()
        self.assertEqual(summary, f"{1 + len(self.alone)} stories of {2 + len(self.alone)} records written as jsonl\n")
        self.assertRegex(self.story_export("polecat").stderr.decode(), r"\n\d+ stories left out: polecat cannot say")
        self.assertEqual(self.story_export("polecat", "--quiet").stderr, b"")

    def test_of_conditions_are_whole(self):
        """The word stands in one of the two."""
        row = json.loads(self.story_export("jsonl", "six", "--type", "ASSAULT", "--limit", 1).stdout)
        self.assertEqual(len(row["others"]), 1)

    def test_are_in_one_order(self):
        for name in formats():
            self.assertEqual(self.story_export(name).stdout, self.story_export(name).stdout)


class Faults(ExportTest):
    def test_are_told_in_one_line(self):
        self.fails(2, "--format is required", self.db)
        self.fails(2, "xml", self.db, "--format", "xml")
        self.fails(2, "unit", self.db, "--format", "csv", "--unit", "report")
        self.fails(2, "--near needs", self.db, "--format", "csv", "--near", "1,2")
        self.fails(2, "--status is", self.db, "--format", "csv", "--status", "perhaps")
        self.fails(4, "is no date", self.db, "--format", "csv", "--since", "someday")
        self.fails(3, "no such store", self.folder / "none.db", "--format", "csv")

    def test_help_names_every_format(self):
        text = " ".join(run("export", "-h").stdout.decode().split())
        for name in formats():
            self.assertIn(name + ":", text)


if __name__ == "__main__":
    unittest.main()
