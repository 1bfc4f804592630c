"""A store as its users meet it: add, find, show, mark, recode, check. DATELINE_PROGRAM names the program."""

import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import tempfile
import time
import unittest

PROGRAM = os.environ["DATELINE_PROGRAM"]
SOURCE = pathlib.Path(__file__).resolve().parents[2]
EXAMPLE = SOURCE / "examples/harbour-broadcast.txt"

ATTACK = "Rebels attacked an army post near Goma on Tuesday and killed four soldiers, the Congolese army said."
TALKS = "The presidents of Kenya and Ethiopia met in Nairobi on Monday to discuss trade."
PROMISE = "North Korea will send sappers to Russia, Moscow said on Tuesday."


def as_argument(value):
    return value if isinstance(value, bytes) else str(value)


def run(*arguments, stdin=b""):
    return subprocess.run([PROGRAM, *map(as_argument, arguments)], input=stdin, capture_output=True, timeout=2400, check=False)


def report(identity, text, published="2024-05-15", **more):
    return {"id": identity, "published": published, "text": text, **more}


def lines_of(*reports):
    return "".join(json.dumps(r) + "\n" for r in reports).encode()


ARCHIVE = lines_of(report("attack", ATTACK, url="https://a.example/1", publisher="A"), report("talks", TALKS),
                   report("promise", PROMISE, "2024-05-20", title="Sappers"))


class StoreTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="dateline-store-")
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.db = self.folder / "events.db"

    def add(self, stdin=ARCHIVE, status=0):
        done = run("add", self.db, "-", stdin=stdin)
        self.assertEqual(done.returncode, status, done.stderr.decode())
        self.assertEqual(done.stdout, b"")
        return done.stderr.decode()

    def find(self, *arguments):
        done = run("find", self.db, *arguments)
        self.assertEqual((done.returncode, done.stderr), (0, b""))
        return [json.loads(line) for line in done.stdout.decode().splitlines()]

    def fails(self, status, pattern, *arguments):
        done = run(*arguments)
        self.assertEqual(done.returncode, status, done.stderr.decode())
        self.assertEqual(done.stdout, b"")
        self.assertEqual(done.stderr.count(b"\n"), 1, done.stderr.decode())
        self.assertRegex(done.stderr.decode(), pattern)


class AddAndFind(StoreTest):
    def test_gives_back_what_code_writes(self):
        self.add()
        coded = run("code", "--quiet", "-", stdin=ARCHIVE).stdout.decode().splitlines()
        found = run("find", self.db, "--limit", 0).stdout.decode().splitlines()
        self.assertGreater(len(coded), 2)
        told = [re.sub(r',"story":"s\d+"', "", record) for record in found]  # what the store adds
        self.assertEqual((sorted(coded), sum(a != b for a, b in zip(told, found))), (sorted(told), len(found)))

    def test_twice_changes_nothing(self):
        self.assertRegex(self.add(), r"\A3 reports: 3 new texts with \d+ records, 0 published elsewhere, 0 known;")
        before = self.find()
        self.assertRegex(self.add(), r"\A3 reports: 0 new texts with 0 records, 0 published elsewhere, 3 known;")
        self.assertEqual(self.find(), before)

    def test_copies_and_versions(self):
        self.add()
        out = self.add(lines_of(report("copy", ATTACK, url="https://b.example/9", publisher="B"),
                                report("talks", TALKS.replace("Kenya", "Uganda"))))
        self.assertRegex(out, r"1 new texts with \d+ records, 1 published elsewhere, 0 known; 1 newer or older versions")
        consults = self.find("--type", "CONSULT")
        self.assertTrue(consults)
        self.assertTrue(all("Uganda" in r["text"] for r in consults))
        shown = json.loads(run("show", self.db, consults[0]["id"]).stdout)
        self.assertEqual(len(shown["versions"]), 1)

    def test_by_every_option(self):
        self.add()
        promise = self.find("--actor", "PRK", "--recipient", "RUS", "--since", "2024-05-16", "--claimed-by", "RUS")
        self.assertEqual({r["report"]["id"] for r in promise}, {"promise"})
        for options in (("sappers",), ('"send sappers"',), ("sapper", "--since", "2024-05-01"), ("--actor", "North Korea"),
                        ("--status", promise[0]["status"], "--actor", "PRK"), ("--type", promise[0]["event"], "--actor", "PRK")):
            with self.subTest(options=options):
                self.assertEqual({r["report"]["id"] for r in self.find(*options)}, {"promise"})
        self.assertEqual({r["report"]["id"] for r in self.find("--place", "Nairobi")}, {"talks"})
        self.assertEqual({r["report"]["id"] for r in self.find("--near", "-1.3,36.8,60")}, {"talks"})
        self.assertEqual({r["report"]["id"] for r in self.find("--box", "-2,36,-1,37")}, {"talks"})
        self.assertEqual(self.find("zebras"), [])
        self.assertEqual(self.find("--until", "1999-01-01"), [])

    def test_says_that_there_is_more(self):
        self.add()
        done = run("find", self.db, "--limit", 1)
        self.assertEqual(done.stdout.count(b"\n"), 1)
        self.assertIn("more than 1 records", done.stderr.decode())

    def test_a_table(self):
        self.add()
        done = run("find", self.db, "--format", "table", "--actor", "PRK")
        self.assertRegex(done.stdout.decode(), r"promise  2024-05-20  Sappers\n  \w+.*\n(.*\n)*    id    [0-9a-f]{16}  story s\d+\n")

    def test_broken_input_is_told_and_the_rest_stored(self):
        err = self.add(b'{"id": "none"}\n' + ARCHIVE, status=4)
        self.assertRegex(err, r"\Adateline: .*has no text.*\n3 reports: 3 new texts")
        self.assertEqual(len({r["report"]["id"] for r in self.find()}), 3)

    def test_a_run_that_was_killed_is_taken_up(self):
        reports = [report(f"r{i}", f"{ATTACK} It was number {i}. {TALKS}") for i in range(1500)]
        path = self.folder / "archive.jsonl"
        path.write_bytes(lines_of(*reports))
        whole = self.folder / "whole.db"
        self.assertEqual(run("add", "--quiet", whole, path).returncode, 0)
        for seconds in (0.3, 0.9, 1.6):
            process = subprocess.Popen([PROGRAM, "add", "--quiet", self.db, path])
            time.sleep(seconds)
            process.send_signal(signal.SIGKILL)
            process.wait()
        self.assertEqual(run("add", "--quiet", self.db, path).returncode, 0)
        everything = ("--limit", "0", "--oldest-first")
        self.assertEqual(run("find", self.db, *everything).stdout, run("find", whole, *everything).stdout)
        self.assertEqual(run("check", self.db).returncode, 0)

    def test_an_example_from_end_to_end(self):
        self.assertEqual(run("add", "--quiet", self.db, EXAMPLE).stderr, b"")
        for record in self.find():
            done = run("show", self.db, record["id"], "--format", "table", "--text")
            self.assertEqual((done.returncode, done.stderr), (0, b""))
            self.assertIn(f"[{record['trigger']['text']}]trigger", done.stdout.decode())
            self.assertIn(record["because"][0], done.stdout.decode())


class Decisions(StoreTest):
    def setUp(self):
        super().setUp()
        self.add()
        self.record = self.find("--actor", "PRK")[0]

    def mark(self, *arguments):
        done = run("mark", self.db, self.record["id"], *arguments)
        self.assertEqual((done.returncode, done.stdout, done.stderr), (0, b"", b""))

    def listed(self):
        return [json.loads(line) for line in run("mark", self.db, "--list").stdout.decode().splitlines()]

    def test_hide_what_is_wrong_until_they_are_taken_back(self):
        self.mark("wrong", "--note", "a plan only")
        self.assertNotIn(self.record["id"], [r["id"] for r in self.find()])
        self.assertIn(self.record["id"], [r["id"] for r in self.find("--rejected")])
        mark, = self.listed()
        self.assertEqual((mark["record"], mark["verdict"], mark["note"], mark["trigger"]),
                         (self.record["id"], "wrong", "a plan only", self.record["trigger"]["text"]))
        self.mark("undo")
        self.assertIn(self.record["id"], [r["id"] for r in self.find()])
        self.assertEqual(self.listed(), [])

    def test_notes_that_are_no_text_are_shown(self):
        self.mark("right", "--field", "status", "--note", b"plan \xff")
        for arguments in (("mark", self.db, "--list"), ("show", self.db, self.record["id"])):
            done = run(*arguments)
            self.assertEqual((done.returncode, done.stderr), (0, b""))
            self.assertIn("plan \ufffd", done.stdout.decode())

    def test_survive_coding_again(self):
        self.mark("wrong", "--field", "status")
        self.mark("right", "--field", "actors")
        for name in ("plover.toml", "plover.neighbours", "cameo.toml"):
            shutil.copy(SOURCE / "codebooks" / name, self.folder)
        book = self.folder / "plover.toml"
        book.write_text(book.read_text(encoding="utf-8") + "\n# changed\n", encoding="utf-8")
        done = run("recode", self.db)
        self.assertRegex(done.stderr.decode(), r"\A0 reports coded again")
        done = run("recode", self.db, "--codebook", book)
        self.assertEqual((done.returncode, done.stdout), (0, b""))
        self.assertRegex(done.stderr.decode(), r"\A3 reports coded again: \d+ records unchanged, 0 changed, 0 added, "
                                               r"0 removed; 2 marks hold, 0 are")
        self.assertTrue(all(mark["holds"] for mark in self.listed()))

    def test_another_codebook_changes_records(self):
        done = run("recode", self.db, "--codebook", SOURCE / "codebooks/mine-clearance.toml")
        changes = [json.loads(line) for line in done.stdout.decode().splitlines()]
        self.assertTrue(changes)
        self.assertLessEqual({c["change"] for c in changes}, {"added", "removed", "changed"})
        self.assertEqual(run("check", self.db).returncode, 0)


class Faults(StoreTest):
    def test_wrong_arguments(self):
        self.add()
        self.fails(2, "store", "find")
        self.fails(2, "--status is actual", "find", self.db, "--status", "maybe")
        self.fails(2, "--near needs", "find", self.db, "--near", "1,2")
        self.fails(2, "has no words", "find", self.db, "?!")
        self.fails(4, "--since soon is no date", "find", self.db, "--since", "soon")
        self.fails(1, "there is no record 0123456789abcdef", "show", self.db, "0123456789abcdef")
        self.fails(1, "there is no record", "mark", self.db, "0123456789abcdef", "wrong")
        self.fails(2, "no field", "mark", self.db, self.find()[0]["id"], "wrong", "--field", "colour")
        self.fails(2, "needs the id", "mark", self.db)

    def test_files_that_are_no_stores(self):
        self.fails(3, "no such store", "find", self.db)
        self.db.write_bytes(b"Words, and more words." * 10)
        for command in (("find", self.db), ("add", self.db, EXAMPLE), ("check", self.db), ("recode", self.db)):
            self.fails(6, "is no store of Dateline", *command)
        self.assertEqual(self.db.read_bytes(), b"Words, and more words." * 10)

    def test_damage_is_told_and_repaired(self):
        many = lines_of(*[report(f"r{i}", f"{ATTACK} Number {i} {os.urandom(400).hex()}.") for i in range(200)])
        self.add(many)
        self.assertEqual(run("check", self.db).stdout, b"the store is whole\n")
        whole = bytearray(self.db.read_bytes())
        for page in range(10, len(whole) // 8192, 11):
            whole[page * 8192:page * 8192 + 100] = b"\x55" * 100
        self.db.write_bytes(whole)
        done = run("check", self.db)
        self.assertEqual(done.returncode, 6)
        done = run("check", self.db, "--repair")
        self.assertEqual(done.returncode, 0, done.stderr.decode())
        self.assertIn(b"repair: ", done.stdout)
        self.assertEqual(run("check", self.db).stdout, b"the store is whole\n")
        self.assertRegex(self.add(many), r"\A200 reports: ")
        self.assertEqual(len({r["report"]["id"] for r in self.find("--limit", "0")}), 200)


if __name__ == "__main__":
    unittest.main()
