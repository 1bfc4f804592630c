"""The formats of others, read with other people's readers. DATELINE_PROGRAM names the program."""

import csv
import io
import json
import os
import pathlib
import re
import subprocess
import tempfile
import unittest

PROGRAM = os.environ["DATELINE_PROGRAM"]
GOLDEN = pathlib.Path(__file__).parent.parent / "formats" / "golden"
NEWS = ("Rebels attacked an army post near Goma on Tuesday, killing \"at least\" 12 soldiers.\n\n"
        "Egypt's foreign minister met his Sudanese counterpart in Port Sudan on Monday.\n\n"
        "France did not send troops to Mali.\n\nNorway promised to send aid to Ukraine.\n")
# Everything that ends lines and cells, in every field that a report has; and a report that has none of them.
AWKWARD = b"".join(json.dumps(report).encode() + b"\n" for report in (
    {"id": "a\t\"b\"\r\n\u2028c", "url": "https://x.example/;\t?q=\"1\"", "title": "=A,\tB\n\"C\"; \u0085\x07 \u00abD\u00bb",
     "publisher": "P;\t'Q'\n\"R\", \u65b0\u805e", "published": "2025-06-17", "text": "Police in S\u00e3o Paulo arrested 12 protesters on Monday."},
    {"text": "Protesters burned tyres in Lima."}))
TABLES = {"polecat": 40, "icews": 20, "gdelt": 61, "gdelt-mentions": 16, "phoenix": 26, "petrarch": 8}
ACTOR_CODE = re.compile(r"([A-Z]{3})*|---")


def run(*arguments, stdin=b""):
    return subprocess.run([PROGRAM, *arguments], input=stdin, capture_output=True, timeout=600, check=False)


def number(text, kind, low, high):
    return text == "" or low <= kind(text) <= high


class Formats(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory(prefix="dateline-formats-")
        cls.addClassCleanup(folder.cleanup)
        cls.store = pathlib.Path(folder.name) / "events.db"
        run("add", "--quiet", "--published", "2025-06-18", str(cls.store), "-", stdin=NEWS.encode())
        run("add", "--quiet", str(cls.store), "-", stdin=AWKWARD)
        cls.columns = {name: json.loads(run("formats", name).stdout)["columns"] for name in [*TABLES, "csv", "columns"]}

    def sources(self, name, ending):
        """The golden file, what the program writes when it codes, and what it writes out of a store."""
        yield "golden", (GOLDEN / f"{name}.{ending}").read_bytes()
        done = run("code", "--quiet", "--published", "2025-06-18", "--format", name, "-", stdin=NEWS.encode())
        self.assertEqual((done.returncode, done.stderr), (0, b""))
        yield "program", done.stdout
        for unit in ("record", "story"):
            done = run("export", "--quiet", str(self.store), "--format", name, "--unit", unit)
            self.assertEqual((done.returncode, done.stderr), (0, b""))
            yield unit, done.stdout

    def tables(self, name):
        """Rows as dictionaries, by two readers that must agree."""
        names = [c["name"] for c in self.columns[name]]
        self.assertEqual(len(names), TABLES[name])
        self.assertEqual(len(set(names)), len(names))
        for origin, data in self.sources(name, "tsv"):
            text = data.decode("utf-8")
            rows = list(csv.reader(io.StringIO(text, newline=""), delimiter="\t"))
            self.assertEqual(rows, [line.split("\t") for line in text.splitlines()])
            if name in ("polecat", "icews"):
                self.assertEqual(rows.pop(0), names)
            self.assertGreater(len(rows), 1, origin)
            for row in rows:
                self.assertEqual(len(row), len(names))
                yield dict(zip(names, row))

    def check_types(self, name, row, missing=""):
        for column in self.columns[name]:
            value = row[column["name"]]
            if value == missing:
                continue
            if column["type"] == "int64":
                self.assertRegex(value, r"^-?\d+$", column)
            elif column["type"] == "double":
                float(value)
            elif column["type"] == "date":
                self.assertRegex(value, r"^\d{4}-\d\d-\d\d$", column)

    def test_every_table_has_its_types(self):
        for name in TABLES:
            with self.subTest(name=name):
                for row in self.tables(name):
                    self.check_types(name, row, "None" if name == "polecat" else "")

    def test_polecat(self):
        for row in self.tables("polecat"):
            self.assertNotIn("", row.values())
            self.assertRegex(row["Event Type"], r"^[A-Z]+$")
            for side in ("Actor", "Recipient"):
                names = row[f"{side} Name"].split("; ")
                if names != ["None"]:
                    for column in (f"{side} Country", f"{side} COW"):
                        self.assertIn(len(row[column].split("; ")), (1, len(names)))
            if row["Latitude"] != "None":
                self.assertLessEqual(abs(float(row["Latitude"])), 90)
                self.assertLessEqual(abs(float(row["Longitude"])), 180)

    def test_icews(self):
        for row in self.tables("icews"):
            self.assertRegex(row["CAMEO Code"], r"^(\d{3,4})?$")
            self.assertTrue(number(row["Intensity"], float, -10, 10))
            self.assertGreaterEqual(int(row["Sentence Number"]), 1)

    def test_gdelt(self):
        for row in self.tables("gdelt"):
            self.assertLess(int(row["GLOBALEVENTID"]), 2**53)
            self.assertTrue(row["EventCode"].startswith(row["EventBaseCode"]))
            self.assertTrue(row["EventBaseCode"].startswith(row["EventRootCode"]))
            self.assertTrue(number(row["QuadClass"], int, 1, 4))
            self.assertTrue(number(row["GoldsteinScale"], float, -10, 10))
            self.assertTrue(0 <= int(row["ActionGeo_Type"]) <= 5)
            self.assertRegex(row["ActionGeo_CountryCode"], r"^([A-Z]{2})?$")
            self.assertRegex(row["DATEADDED"], r"^(\d{14})?$")
            if row["SQLDATE"]:
                year, month, day = (int(row["SQLDATE"][a:b]) for a, b in ((0, 4), (4, 6), (6, 8)))
                self.assertAlmostEqual(float(row["FractionDate"]), year + (month * 30 + day) / 365, places=4)
            for code in (row["Actor1Code"], row["Actor2Code"]):
                self.assertTrue(ACTOR_CODE.fullmatch(code), code)

    def test_mentions_belong_to_events(self):
        events = {row["GLOBALEVENTID"] for row in self.tables("gdelt")}
        mentions = list(self.tables("gdelt-mentions"))
        self.assertEqual({row["GLOBALEVENTID"] for row in mentions}, events)
        for row in mentions:
            self.assertIn(int(row["Confidence"]), range(10, 101, 10))
            self.assertTrue(-1 <= int(row["ActionCharOffset"]) < int(row["MentionDocLen"]))

    def test_phoenix_and_petrarch(self):
        for row in self.tables("phoenix"):
            for side in ("Source", "Target"):
                parts = [row[f"{side}Actor{part}"] for part in ("Entity", "Role", "Attribute")]
                self.assertEqual("".join(parts), row[f"{side}ActorFull"])
            self.assertTrue(number(row["QuadClass"], int, 0, 4))
        for row in self.tables("petrarch"):
            self.assertTrue(ACTOR_CODE.fullmatch(row["source"]) and ACTOR_CODE.fullmatch(row["target"]), row)
            self.assertRegex(row["issues"], r"^([A-Z_]+,\d+(;|$))*$")

    def test_csv(self):
        for _, data in self.sources("csv", "csv"):
            rows = list(csv.reader(io.StringIO(data.decode("utf-8"), newline=""), strict=True))
            self.assertEqual(rows[0], [c["name"] for c in self.columns["csv"]])
            for row in rows[1:]:
                self.assertEqual(len(row), len(rows[0]))
                self.check_types("csv", dict(zip(rows[0], row)))

    def test_columns(self):
        kinds = {"string": str, "date": str, "int64": int, "double": (int, float), "list<string>": list, "list<double>": list}
        for _, data in self.sources("columns", "jsonl"):
            for line in data.splitlines():
                row = json.loads(line)
                self.assertEqual(list(row), [c["name"] for c in self.columns["columns"]])
                for column in self.columns["columns"]:
                    value = row[column["name"]]
                    self.assertTrue(value is None or isinstance(value, kinds[column["type"]]), (column, value))

    def test_geojson(self):
        for _, data in self.sources("geojson", "geojson"):
            found = json.loads(data)
            self.assertEqual(found["type"], "FeatureCollection")
            for feature in found["features"]:
                self.assertEqual(feature["type"], "Feature")
                if feature["geometry"]:
                    longitude, latitude = feature["geometry"]["coordinates"]
                    self.assertTrue(abs(longitude) <= 180 and abs(latitude) <= 90)

    def test_no_records_are_a_valid_file(self):
        empty = run("code", "--quiet", "--format", "geojson", "-", stdin=b"Nothing at all.\n")
        self.assertEqual(json.loads(empty.stdout)["features"], [])

    def test_help_and_faults(self):
        text = " ".join(run("code", "-h").stdout.decode().split())
        for name in [*TABLES, "csv", "columns", "geojson", "jsonl"]:
            self.assertIn(name + ":", text)
            self.assertIn(name, run("formats").stdout.decode())
        self.assertEqual(run("code", "--format", "xml", "-").returncode, 2)
        self.assertEqual(run("formats", "xml").returncode, 2)


if __name__ == "__main__":
    unittest.main()
