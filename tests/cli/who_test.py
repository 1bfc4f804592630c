"""`dateline who`: what the knowledge tables know of a name on a day. DATELINE_PROGRAM names the program."""

import json
import os
import subprocess
import tempfile
import unittest

PROGRAM = os.environ["DATELINE_PROGRAM"]


def run(*arguments):
    return subprocess.run([PROGRAM, "who", *arguments], capture_output=True, timeout=60, check=False)


class Who(unittest.TestCase):
    def readings(self, name, *arguments, kind=None):
        done = run(name, *arguments, "--format", "json")
        self.assertEqual((done.returncode, done.stderr), (0, b""))
        self.assertEqual(done.stdout.count(b"\n"), 1)
        found = json.loads(done.stdout)
        self.assertEqual(found["name"], name)
        return [r for r in found["readings"] if kind in (None, r["kind"])]

    def held(self, reading):
        return [o["office"] for o in reading["offices"] if o["held"]]

    def test_a_person_holds_the_office_of_that_day(self):
        before = self.readings("Sergei Shoigu", "--on", "2023-05-01", kind="person")[0]
        after = self.readings("Sergei Shoigu", "--on", "2025-05-01", kind="person")[0]
        self.assertEqual((before["country"], before["sector"]), ("RUS", "GOV"))
        self.assertIn("defence minister", self.held(before))
        self.assertNotIn("defence minister", self.held(after))
        self.assertIn("security council secretary", self.held(after))
        for office in after["offices"]:
            self.assertTrue("from" not in office or "to" not in office or office["from"] <= office["to"])

    def test_an_office_names_its_holder_of_that_day(self):
        for phrase in ("the Russian defence minister", "Russia's defence minister", "defence minister of Russia"):
            for day, holder in (("2023-05-01", "Sergei Shoigu"), ("2025-05-01", "Andrei Belousov")):
                with self.subTest(phrase=phrase, day=day):
                    offices = self.readings(phrase, "--on", day, kind="office")
                    self.assertEqual([o["person"] for o in offices[0]["offices"]], [holder])

    def test_other_kinds(self):
        for name, kind, wanted in (("Kenya", "country", {"country": "KEN"}),
                                   ("Kenyan", "nationality", {"country": "KEN"}),
                                   ("Hamas", "organisation", {"country": "PSE", "sector": "REB"}),
                                   ("Goma", "place", {"country": "COD", "detail": "city"}),
                                   ("gunman", "role", {"sector": "UAF"})):
            with self.subTest(name=name):
                first = self.readings(name, kind=kind)[0]
                self.assertEqual({k: first[k] for k in wanted}, wanted)

    def test_ambiguous_names_give_every_reading(self):
        self.assertEqual({r["country"] for r in self.readings("Korean", kind="nationality")}, {"KOR", "PRK"})
        self.assertGreater(len(self.readings("Georgia")), 1)

    def test_an_unknown_name_is_told_with_exit_status_1(self):
        done = run("Xyzzy Plugh", "--format", "table")
        self.assertEqual((done.returncode, done.stdout), (1, b""))
        self.assertEqual(done.stderr.decode(), 'dateline: the knowledge tables know no "Xyzzy Plugh"\n')
        self.assertEqual(json.loads(run("Xyzzy Plugh", "--format", "json").stdout)["readings"], [])

    def test_a_table_says_who_and_when(self):
        done = run("Sergei Shoigu", "--on", "2023-05-01", "--format", "table")
        self.assertEqual((done.returncode, done.stderr), (0, b""))
        self.assertRegex(done.stdout.decode(), r"person +Sergei Shoigu\n +country +Russia \(RUS\)")
        self.assertRegex(done.stdout.decode(), r"\* 2012-11-06 to 2024-05-\d\d  Minister of Defen[cs]e")

    def test_pipes_get_json(self):
        self.assertEqual(run("Kenya").stdout, run("Kenya", "--format", "json").stdout)

    def test_faults(self):
        for arguments, status in ((("Kenya", "--on", "soon"), 4), ((), 2), (("Kenya", "--format", "xml"), 2),
                                  (("Kenya", "--knowledge", tempfile.gettempdir() + "/nowhere.tables"), 5)):
            with self.subTest(arguments=arguments):
                done = run(*arguments)
                self.assertEqual((done.returncode, done.stdout), (status, b""))
                self.assertEqual(done.stderr.count(b"\n"), 1)

    def test_help_tells_the_exit_status(self):
        done = run("-h")
        self.assertEqual((done.returncode, done.stderr), (0, b""))
        self.assertIn("exit status is 1", " ".join(done.stdout.decode().split()))


if __name__ == "__main__":
    unittest.main()
