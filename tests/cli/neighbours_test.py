"""Nearest examples of the codebook as a user meets them. DATELINE_PROGRAM names the program."""

import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest

PROGRAM = os.environ["DATELINE_PROGRAM"]
SOURCE = pathlib.Path(__file__).resolve().parents[2]
CODEBOOKS = SOURCE / "codebooks"
TEXT = "Rebels attacked an army post near Goma on Tuesday."


def run(*arguments):
    return subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, timeout=300, check=False, text=True)


class Explained(unittest.TestCase):
    def test_a_record_names_its_example_and_its_text_is_shown(self):
        done = run("explain", TEXT)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        named = re.search(r"example:(ASSAULT#(\d+)) 0\.\d\d", done.stdout)
        self.assertTrue(named, done.stdout)
        line = (CODEBOOKS / "plover.toml").read_text(encoding="utf-8").splitlines()[int(named[2]) - 1]
        shown = re.search(re.escape(named[1]) + r' is "(.*)"', done.stdout)[1]
        self.assertIn(shown, re.sub(r"\{\w:([^}]*)\}", r"\1", line))


class Index(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="dateline-neighbours-")
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        for name in ("mine-clearance.toml", "cameo.toml"):
            shutil.copy(CODEBOOKS / name, self.folder)
        self.codebook = self.folder / "mine-clearance.toml"
        self.index = self.folder / "mine-clearance.neighbours"

    def check(self):
        return run("codebook", "index", "--check", self.codebook)

    def test_is_written_beside_the_codebook(self):
        missing = self.check()
        self.assertEqual(missing.returncode, 5)
        self.assertIn("there is no index", missing.stderr)
        done = run("codebook", "index", self.codebook)
        self.assertEqual((done.returncode, done.stdout), (0, ""))
        self.assertRegex(done.stderr, r"^\d+ examples indexed, \d+ left out$")
        self.assertEqual(self.check().returncode, 0)
        before = self.index.read_bytes()
        run("codebook", "index", self.codebook, "-o", self.folder / "again")
        self.assertEqual((self.folder / "again").read_bytes(), before)

    def test_survives_changed_senses_but_not_changed_examples(self):
        run("codebook", "index", self.codebook)
        text = self.codebook.read_text(encoding="utf-8")
        self.codebook.write_text("# a remark\n" + text.replace("weight = 0.9", "weight = 0.8"), encoding="utf-8")
        self.assertEqual(self.check().returncode, 0)
        self.codebook.write_text(text.replace("} on ", "} upon ").replace("} in ", "} within "), encoding="utf-8")
        stale = self.check()
        self.assertEqual(stale.returncode, 5)
        self.assertIn("of other examples", stale.stderr)
        coded = run("explain", "--codebook", self.codebook, TEXT)
        self.assertEqual(coded.returncode, 0)
        self.assertIn("not used", coded.stderr)

    def test_damaged_is_an_error(self):
        run("codebook", "index", self.codebook)
        data = bytearray(self.index.read_bytes())
        data[-1] ^= 1
        self.index.write_bytes(data)
        done = run("explain", "--codebook", self.codebook, TEXT)
        self.assertEqual((done.returncode, done.stdout), (5, ""))
        self.assertIn("mine-clearance.neighbours: the checksum does not match", done.stderr)
        self.assertIn("codebook index", done.stderr)
        self.assertEqual(run("codebook", "index", self.codebook).returncode, 0)
        self.assertEqual(self.check().returncode, 0)

    def test_named_and_missing_is_an_error(self):
        done = run("explain", "--neighbours", self.folder / "none", TEXT)
        self.assertEqual(done.returncode, 3)

    def test_cannot_be_written_everywhere(self):
        done = run("codebook", "index", self.codebook, "-o", self.folder / "no/such/folder")
        self.assertEqual(done.returncode, 3)
        self.assertIn("cannot be written", done.stderr)


class LeftOut(unittest.TestCase):
    def test_score_can_do_without(self):
        with tempfile.TemporaryDirectory(prefix="dateline-neighbours-") as name:
            pairs = pathlib.Path(name) / "pairs.tsv"
            pairs.write_text("id\tmarked_sentence\troot\tquad\n1\t<s>Oslo</s> sent <t>Lima</t> food.\tAID\t2\n")
            for part in ("neighbours", "triggers"):
                done = run("score", "plv", pairs, "--without", part)
                self.assertEqual((done.returncode, done.stderr), (0, ""))
            self.assertEqual(run("score", "plv", pairs, "--without", "luck").returncode, 2)


if __name__ == "__main__":
    unittest.main()
