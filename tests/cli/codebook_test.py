"""Codebooks beside PLOVER's: one of another kind, and a changed copy. DATELINE_PROGRAM names the program."""

import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

PROGRAM = os.environ["DATELINE_PROGRAM"]
SOURCE = pathlib.Path(__file__).resolve().parents[2]
MINES = SOURCE / "codebooks/mine-clearance.toml"


def run(*arguments, stdin=b""):
    return subprocess.run([PROGRAM, *map(str, arguments)], input=stdin, capture_output=True, timeout=300, check=False)


class OfAnotherKind(unittest.TestCase):
    def test_codes_its_own_types(self):
        done = run("code", "--quiet", "--codebook", MINES, SOURCE / "examples/mines-and-bridges.txt")
        self.assertEqual((done.returncode, done.stderr), (0, b""))
        found = {}
        for line in done.stdout.decode().splitlines():
            record = json.loads(line)
            found.setdefault(record["event"], []).append(record)
            self.assertNotIn("cameo", record)
        self.assertLessEqual(set(found), {"LAY", "SURVEY", "CLEAR", "DESTROY", "FUND", "REBUILD", "ACCIDENT"})
        self.assertLessEqual({"SURVEY", "CLEAR", "FUND", "REBUILD"}, set(found))
        gift = found["FUND"][0]
        self.assertEqual([a["country"] for a in gift["actors"]], ["NOR"])
        self.assertEqual([a["country"] for a in gift["recipients"]], ["BIH"])
        self.assertIn("future", [r["status"] for r in found["REBUILD"]])

    def test_is_checked_by_its_examples(self):
        done = run("codebook", "check", MINES)
        self.assertEqual((done.returncode, done.stderr), (0, b""))
        rows = {line.split()[0] for line in done.stdout.decode().splitlines()}
        self.assertLessEqual({"SURVEY", "CLEAR", "ACCIDENT", "all"}, rows)


class ChangedCopy(unittest.TestCase):
    def test_takes_its_cameo_codes_along(self):
        with tempfile.TemporaryDirectory(prefix="dateline-codebook-") as name:
            folder = pathlib.Path(name)
            copy = folder / "my.toml"
            shutil.copy(SOURCE / "codebooks/plover.toml", copy)
            text = b"Norway gave Malawi 40 million dollars for food after the drought."
            code = ("code", "--quiet", "--input-format", "text", "--published", "2025-04-11", "--codebook", copy, "-")
            alone = run(*code, stdin=text)
            self.assertEqual((alone.returncode, alone.stdout), (3, b""))
            self.assertIn("cameo.toml: no such file; copy it beside my.toml", alone.stderr.decode())
            shutil.copy(SOURCE / "codebooks/cameo.toml", folder)
            both = run(*code, stdin=text)
            self.assertEqual((both.returncode, both.stderr), (0, b""))
            self.assertEqual([json.loads(x)["cameo"] for x in both.stdout.splitlines()], ["073"])


if __name__ == "__main__":
    unittest.main()
