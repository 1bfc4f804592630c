"""Stories as users meet them: listing, claims side by side, decisions. DATELINE_PROGRAM names the program."""

import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

PROGRAM = os.environ["DATELINE_PROGRAM"]
SOURCE = pathlib.Path(__file__).resolve().parents[2]

TEXTS = {
    "wire": ("Coast Press", "Gunmen kidnapped six aid workers near Goma on Monday, the Congolese army said."),
    "copy": ("Hill Radio", "GOMA (Coast Press) Gunmen kidnapped six aid workers near Goma on Monday, the Congolese army said."),
    "denial": ("Lake Daily", "M23 denied that its fighters kidnapped the aid workers near Goma on Monday."),
    "eight": ("Plain Times", "Armed men kidnapped eight aid workers near Goma on Monday, a relief agency said."),
    "talks": ("Plain Times", "The presidents of Kenya and Ethiopia met in Nairobi on Monday to discuss trade."),
}


def run(*arguments, stdin=b""):
    return subprocess.run([PROGRAM, *map(str, arguments)], input=stdin, capture_output=True, timeout=300, check=False)


class StoriesTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="dateline-stories-")
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.db = self.folder / "events.db"
        lines = "".join(json.dumps({"id": name, "published": "2024-06-04", "publisher": publisher, "text": text}) + "\n"
                        for name, (publisher, text) in TEXTS.items())
        self.assertEqual(run("add", "--quiet", self.db, "-", stdin=lines.encode()).returncode, 0)

    def rows(self, *arguments):
        done = run("stories", self.db, *arguments)
        self.assertEqual((done.returncode, done.stderr), (0, b""))
        return [json.loads(line) for line in done.stdout.decode().splitlines()]

    def records(self):
        lines = run("find", self.db, "--limit", 0).stdout.decode().splitlines()
        return {r["report"]["id"]: r for r in map(json.loads, lines) if r["event"] in ("ASSAULT", "CONSULT")}

    def kidnapping(self):
        story, = self.rows("--type", "ASSAULT:abduct", "--place", "Goma")
        return story

    def test_one_line_a_story(self):
        story = self.kidnapping()
        self.assertEqual((story["event"], story["mode"], story["place"], story["country"]),
                         ("ASSAULT", "abduct", "Goma", "COD"))
        self.assertEqual((story["records"], story["reports"], story["sources"]), (4, 4, 3))
        self.assertIn("kidnapping", story["title"])
        self.assertIn("3 June 2024", story["title"])
        self.assertIn("M23", [c["name"] for c in story["denied_by"]])
        self.assertLessEqual({6, 8}, {f.get("value") for f in story["figures"]})
        self.assertEqual(len(self.rows("--limit", 0)), len({s["id"] for s in self.rows("--limit", 0)}))
        self.assertEqual(self.rows("--since", "2025-01-01"), [])
        self.assertEqual([s["id"] for s in self.rows("--least-sources", 2)], [story["id"]])

    def test_a_table(self):
        done = run("stories", self.db, "--format", "table", "--type", "ASSAULT")
        self.assertRegex(done.stdout.decode(), r"kidnapping.*\n    id       s\d+\n    told     2024-06-04; 4 records, 4 "
                                               r"reports, 3 sources\n    says so  .*\n    denies   M23.*\n    figures  ")

    def test_claims_side_by_side(self):
        story = self.kidnapping()
        shown, = self.rows("--show", story["id"])
        self.assertEqual(sum(len(c["tellings"]) for c in shown["claims"]), 4)
        denial, = [c for c in shown["claims"] if c["status"] == "negated"]
        self.assertEqual(denial["tellings"][0]["report"], "denial")
        table = run("stories", self.db, "--show", story["id"], "--format", "table").stdout.decode()
        self.assertIn("[negated]", table)

    def test_records_name_their_story(self):
        story = self.kidnapping()
        record = self.records()["wire"]
        self.assertEqual(record["story"], story["id"])
        shown = json.loads(run("show", self.db, record["id"]).stdout)
        self.assertEqual(shown["story"]["id"], story["id"])
        table = run("show", self.db, record["id"], "--format", "table").stdout.decode()
        self.assertIn(f"story\n    {story['id']}  {story['title']}  (4 records, 3 sources)\n", table)

    def test_decisions_hold_and_are_written(self):
        records = self.records()
        done = run("stories", self.db, "--split", records["eight"]["id"])
        self.assertEqual((done.returncode, done.stdout, done.stderr), (0, b"", b""))
        self.assertNotEqual(self.records()["eight"]["story"], self.records()["wire"]["story"])
        for name in ("plover.toml", "cameo.toml"):
            shutil.copy(SOURCE / "codebooks" / name, self.folder)
        book = self.folder / "plover.toml"
        book.write_text(book.read_text(encoding="utf-8") + "\n# changed\n", encoding="utf-8")
        self.assertEqual(run("recode", "--quiet", self.db, "--codebook", book).returncode, 0)
        self.assertNotEqual(self.records()["eight"]["story"], self.records()["wire"]["story"])
        decisions = self.rows("--decisions")
        self.assertEqual({d["decision"] for d in decisions}, {"split"})
        self.assertEqual(len(decisions), 3)
        self.assertIn("kidnapped", decisions[0]["first"]["text"])
        self.assertEqual(run("stories", self.db, "--join", records["eight"]["id"], records["wire"]["story"]).returncode, 0)
        self.assertEqual(self.records()["eight"]["story"], self.records()["wire"]["story"])
        self.assertEqual(run("check", self.db).stdout, b"the store is whole\n")

    def test_wrong_arguments(self):
        for status, arguments in ((1, ("--show", "s1")), (1, ("--split", "0123456789abcdef")), (1, ("--join", "s1", "s2")),
                                  (2, ("--join", "s1")), (2, ("--split", self.records()["talks"]["id"]))):
            with self.subTest(arguments=arguments):
                done = run("stories", self.db, *arguments)
                self.assertEqual((done.returncode, done.stdout), (status, b""), done.stderr.decode())
                self.assertEqual(done.stderr.count(b"\n"), 1)


if __name__ == "__main__":
    unittest.main()
