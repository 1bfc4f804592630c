"""The program as its users meet it: what it writes where, and with which exit status.

DATELINE_PROGRAM names the program. Every run's standard error is compared in full: what is not expected there fails.
"""

import json
import os
import pathlib
import re
import subprocess
import tempfile
import unittest

PROGRAM = os.environ["DATELINE_PROGRAM"]
SOURCE = pathlib.Path(__file__).resolve().parents[2]
EXAMPLES = sorted((SOURCE / "examples").glob("*.txt"))
COMMANDS = ["code", "add", "find", "show", "mark", "recode", "check", "explain", "score", "codebook", "who"]
DATA = {
    "--model": "models/dateline.model",
    "--knowledge": "knowledge/dateline.tables",
    "--codebook": "codebooks/plover.toml",
}
SUMMARY = re.compile(
    r"\A(\d+) reports, (\d+) sentences, (\d+) words, (\d+) records; (\d+) skipped, (\d+) repaired or incomplete\Z")

ATTACK = "Rebels attacked an army post near Goma on Tuesday and killed four soldiers, the Congolese army said."
TALKS = "The presidents of Kenya and Ethiopia met in Nairobi on Monday to discuss trade."
SANCTIONS = "The European Union imposed sanctions on Belarus. “Minsk must answer,” said Zoë Müller \U0001F5DE in Brussels."


def run(*arguments, stdin=b"", environment=None):
    """Runs the program with pipes for all three streams."""
    return subprocess.run([PROGRAM, *map(str, arguments)], input=stdin, capture_output=True, timeout=300,
                          env={**os.environ, **(environment or {})}, check=False)


def report(identity, text, published="2024-05-15"):
    return {"id": identity, "published": published, "text": text}


def lines_of(*reports):
    return "".join(json.dumps(r, ensure_ascii=False) + "\n" for r in reports).encode()


class ProgramTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="dateline-cli-")
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)

    def file(self, name, content):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def records(self, done):
        """Standard output as records; it must be JSON lines and nothing else."""
        out = done.stdout.decode("utf-8")
        self.assertTrue(out == "" or out.endswith("\n"))
        return [json.loads(line) for line in out.splitlines()]

    def coded(self, *arguments, status=0, complaints=(), stdin=b""):
        """Runs `code`; checks status, complaints and summary; returns the records and the summary's numbers."""
        done = run("code", *arguments, stdin=stdin)
        err = done.stderr.decode().splitlines()
        self.assertEqual(done.returncode, status, done.stderr.decode())
        self.assertEqual(err[:-1], [f"dateline: {c}" for c in complaints])
        numbers = SUMMARY.match(err[-1])
        self.assertIsNotNone(numbers, err)
        records = self.records(done)
        names = ("reports", "sentences", "words", "records", "skipped", "repaired")
        summary = dict(zip(names, map(int, numbers.groups())))
        self.assertEqual(summary["records"], len(records))
        return records, summary

    def fails(self, status, pattern, *arguments, stdin=b""):
        """Runs a command that must fail with one line on standard error and nothing on standard output."""
        done = run(*arguments, stdin=stdin)
        err = done.stderr.decode()
        self.assertEqual(done.returncode, status, err)
        self.assertEqual(done.stdout, b"")
        self.assertEqual(err.count("\n"), 1, err)
        self.assertTrue(err.startswith("dateline: "), err)
        self.assertRegex(err, pattern)


class Help(ProgramTest):
    def test_of_the_program_names_every_command(self):
        done = run("-h")
        self.assertEqual((done.returncode, done.stderr), (0, b""))
        for command in COMMANDS:
            self.assertRegex(done.stdout.decode(), rf"\n  {command} ")

    def test_of_every_command(self):
        for command in COMMANDS:
            for flag in ("-h", "--help"):
                with self.subTest(command=command, flag=flag):
                    done = run(command, flag)
                    self.assertEqual((done.returncode, done.stderr), (0, b""))
                    self.assertIn("Options:", done.stdout.decode())

    def test_version(self):
        done = run("--version")
        self.assertEqual((done.returncode, done.stderr), (0, b""))
        self.assertRegex(done.stdout.decode(), r"\A\d+\.\d+\.\d+\n\Z")


class WrongArguments(ProgramTest):
    def test_are_told_in_one_line(self):
        for arguments, pattern in (
            ((), "subcommand"),
            (("cod",), "cod"),
            (("code",), "input"),
            (("code", "--bogus", "x.txt"), "--bogus"),
            (("code", "--threads", "0", "x.txt"), "--threads"),
            (("code", "--threads", "many", "x.txt"), "--threads"),
            (("code", "--format", "xml", "x.txt"), "--format"),
            (("code", "--input-format", "pdf", "x.txt"), "--input-format"),
            (("explain",), "text"),
        ):
            with self.subTest(arguments=arguments):
                self.fails(2, pattern, *arguments)

    def test_a_date_that_is_none(self):
        self.fails(4, "--published soon is no date", "code", "--published", "soon", EXAMPLES[0])
        self.fails(4, "--published soon is no date", "explain", "--published", "soon", ATTACK)


class Code(ProgramTest):
    def check_spans(self, node, text):
        """Every span beneath `node` slices its text from the report's, counted in code points."""
        if isinstance(node, list):
            return sum(self.check_spans(item, text) for item in node)
        if not isinstance(node, dict):
            return 0
        checked = sum(self.check_spans(value, text) for key, value in node.items() if key != "report")
        if "span" in node:
            begin, end = node["span"]
            self.assertLess(begin, end)
            self.assertEqual(text[begin:end], node["text"])
            checked += 1
        return checked

    def test_the_examples(self):
        for example in EXAMPLES:
            with self.subTest(example=example.name):
                records, summary = self.coded(example)
                self.assertEqual(summary["reports"], 1)
                self.assertGreater(len(records), 0)
                self.assertEqual({r["report"]["id"] for r in records}, {example.stem})
                text = example.read_bytes().decode()
                for record in records:
                    self.assertGreaterEqual(self.check_spans(record, text), 2)

    def test_records_have_the_fields_of_version_1(self):
        known = ["id", "report", "text", "span", "trigger", "event", "mode", "contexts", "quad", "intensity", "act",
                 "cameo", "status", "actors", "recipients", "place", "date", "counts", "sources", "confidence", "because"]
        optional = {"mode", "contexts", "act", "place", "date", "counts", "sources"}
        for record in self.coded(EXAMPLES[0])[0]:
            self.assertEqual([k for k in known if k in record], list(record))
            self.assertLessEqual(set(known) - optional, set(record))
            self.assertIn(record["quad"], (1, 2, 3, 4))
            self.assertIn(record["status"], ("actual", "historical", "future", "hypothetical", "negated"))
            self.assertTrue(0 <= record["confidence"] <= 1)
            self.assertTrue(record["because"])
            self.assertRegex(record["id"], r"\A[0-9a-f]{16}\Z")

    def test_ids_are_unique_in_a_report(self):
        ids = [r["id"] for r in self.coded(EXAMPLES[0])[0]]
        self.assertEqual(len(ids), len(set(ids)))

    def test_standard_input(self):
        records, _ = self.coded("-", "--published", "2024-05-15", stdin=ATTACK.encode())
        self.assertIn("stdin", {r["report"]["id"] for r in records})
        records, summary = self.coded("-", stdin=lines_of(report("one", ATTACK), report("two", TALKS)))
        self.assertEqual(summary["reports"], 2)
        self.assertEqual({r["report"]["id"] for r in records}, {"one", "two"})

    def test_spans_count_code_points(self):
        text = "Été 🌍🌍. " + SANCTIONS + "\n\n" + ATTACK
        records, _ = self.coded("-", stdin=lines_of(report("points", text)))
        self.assertGreater(sum(self.check_spans(record, text) for record in records), 4)

    def test_broken_lines_are_named_and_the_others_coded(self):
        good = [lines_of(report(name, ATTACK)) for name in ("a", "b")]
        path = self.file("mixed.jsonl", good[0] + b'{"id": "broken", "text": \n' + b'{"id": "none"}\n' + b"[1, 2]\n" +
                         b'{"id": "when", "text": "Words.", "published": "soon"}\n' + b"\n" + good[1])
        done = run("code", path)
        err = done.stderr.decode().splitlines()
        self.assertEqual(done.returncode, 4)
        self.assertEqual({r["report"]["id"] for r in self.records(done)}, {"a", "b"})
        self.assertEqual([line.split(": ")[1] for line in err[:-1]], [f"{path}:{n}" for n in (2, 3, 4, 5)])
        self.assertTrue(all(line.endswith(" (skipped)") for line in err[:-1]), err)
        self.assertRegex(err[-1], r"\A2 reports, .*; 4 skipped, 0 repaired")

    def test_missing_files_are_named_and_the_others_coded(self):
        path = self.file("here.jsonl", lines_of(report("a", ATTACK)))
        missing = self.folder / "gone.txt"
        records, _ = self.coded(missing, path, status=3, complaints=[f"{missing}: no such file (skipped)"])
        self.assertGreater(len(records), 0)

    def test_a_file_without_permission(self):
        if os.geteuid() == 0:
            self.skipTest("the superuser may read everything")
        path = self.file("shut.txt", ATTACK)
        path.chmod(0)
        self.coded(path, status=3, complaints=[f"{path}: cannot be opened (skipped)"])

    def test_empty_files(self):
        for content in (b"", b" \n\t\n", b"\xef\xbb\xbf"):
            with self.subTest(content=content):
                path = self.file("empty.txt", content)
                self.coded(path, status=4, complaints=[f"{path}: report has no text (skipped)"])
        self.coded(self.file("empty.jsonl", b""))

    def test_text_that_is_not_utf8_is_repaired(self):
        content = "2024-05-15\n\nThe Élysée said: “France condemns the attack.”".encode("cp1252")
        path = self.file("latin.txt", content)
        records, summary = self.coded(path, complaints=[
            f"{path}: 4 bytes are not UTF-8, read as Windows-1252 (repaired or left open)"])
        self.assertEqual(summary["repaired"], 1)
        for record in records:
            self.check_spans(record, content.decode("cp1252"))

    def test_bytes_of_all_kinds_do_no_harm(self):
        path = self.file("bytes.txt", b"2024-05-15\n\n" + bytes(range(256)) * 8)
        done = run("code", path)
        self.assertEqual(done.returncode, 0, done.stderr.decode())
        self.records(done)

    def test_reports_without_a_date_are_told(self):
        path = self.file("undated.txt", ATTACK)
        self.coded(path, complaints=[f"{path}: report has no date: relative dates stay open (repaired or left open)"])
        self.coded(path, "--published", "2024-05-15")

    def test_reports_beyond_the_limit_are_named_and_the_others_coded(self):
        size = 50 << 20
        text = self.file("large.txt", (ATTACK + " ") * (size // len(ATTACK)))
        line = self.file("large.jsonl", lines_of(report("large", TALKS * (size // len(TALKS))), report("small", ATTACK)))
        records, _ = self.coded(text, line, status=4, complaints=[
            f"{text}: report is larger than 16777216 bytes (skipped)",
            f"{line}:1: report is larger than 16777216 bytes (skipped)"])
        self.assertEqual({r["report"]["id"] for r in records}, {"small"})
        small = self.file("small.txt", "2024-05-15\n\n" + ATTACK)
        self.coded("--max-bytes", "20", small, status=4, complaints=[f"{small}: report is larger than 20 bytes (skipped)"])

    def test_folders_are_read_in_the_order_of_names(self):
        self.file("news/b.txt", "2024-05-15\n\n" + ATTACK)
        self.file("news/a.jsonl", lines_of(report("first", ATTACK)))
        self.file("news/sub/c.ndjson", lines_of(report("last", ATTACK)))
        self.file("news/notes.md", "# Not a report")
        records, summary = self.coded(self.folder / "news", EXAMPLES[0])
        self.assertEqual(summary["reports"], 4)
        order = list(dict.fromkeys(r["report"]["id"] for r in records))
        self.assertEqual(order, ["first", "b", "last", EXAMPLES[0].stem])

    def test_a_folder_without_reports(self):
        (self.folder / "bare").mkdir()
        path = self.folder / "bare"
        self.coded(path, status=3, complaints=[f"{path}: no .txt, .json, .jsonl or .ndjson file in it (skipped)"])

    def test_a_json_array(self):
        path = self.file("array.json", json.dumps([report("one", ATTACK), report("two", TALKS)], indent=1))
        self.assertEqual(self.coded(path)[1]["reports"], 2)

    def test_quiet_timing_and_formats(self):
        done = run("code", "--quiet", EXAMPLES[0])
        self.assertEqual((done.returncode, done.stderr), (0, b""))
        done = run("code", "--format", "none", EXAMPLES[0])
        self.assertEqual(done.stdout, b"")
        done = run("code", "--timing", EXAMPLES[0])
        self.assertRegex(done.stderr.decode().splitlines()[1],
                         r"\A\d+\.\d\d s, \d+ words/s, \d+ % of thread time in int8 products\Z")
        done = run("code", "--format", "table", "--quiet", EXAMPLES[0])
        self.assertEqual((done.returncode, done.stderr), (0, b""))
        self.assertTrue(done.stdout.decode().startswith(EXAMPLES[0].stem))
        self.assertNotIn(b"\033", done.stdout, "colours belong on terminals")

    def test_an_output_that_cannot_be_written(self):
        with open("/dev/full", "wb") as full:
            done = subprocess.run([PROGRAM, "code", EXAMPLES[0]], stdout=full, stderr=subprocess.PIPE, check=False)
        self.assertEqual(done.returncode, 3)
        self.assertIn("standard output cannot be written", done.stderr.decode())


class SameAnswer(ProgramTest):
    def setUp(self):
        super().setUp()
        example = EXAMPLES[0].read_text(encoding="utf-8")
        self.reports = []
        for i in range(24):
            parts = [ATTACK, TALKS, SANCTIONS, example]
            chosen = parts[i % 4] if i % 3 else "\n\n".join(parts[: i % 4 + 1])
            self.reports.append(report(f"r{i:02}", chosen, f"2024-05-{i + 1:02}"))
        self.batch = self.file("batch.jsonl", lines_of(*self.reports))

    def out(self, *arguments, stdin=b"", environment=None):
        done = run("code", "--quiet", *arguments, stdin=stdin, environment=environment)
        self.assertEqual((done.returncode, done.stderr), (0, b""))
        return done.stdout

    def test_on_any_number_of_threads(self):
        one = self.out(self.batch, "--threads", 1)
        self.assertGreater(one.count(b"\n"), 24)
        for threads in (2, 5):
            self.assertEqual(one, self.out(self.batch, "--threads", threads))

    def test_alone_and_in_a_batch(self):
        alone = b"".join(self.out("-", stdin=lines_of(r)) for r in self.reports[:8])
        batch = [line for line in self.out(self.batch).splitlines(keepends=True)
                 if json.loads(line)["report"]["id"] < "r08"]
        self.assertEqual(alone, b"".join(batch))

    def test_in_any_time_zone_and_locale(self):
        here = self.out(self.batch)
        for environment in ({"TZ": "America/Anchorage"}, {"TZ": "UTC", "LC_ALL": "C"}, {"LC_ALL": "de_DE.UTF-8"}):
            self.assertEqual(here, self.out(self.batch, environment=environment))


class Explain(ProgramTest):
    def test_text_standard_input_and_file(self):
        path = self.file("a.txt", ATTACK)
        by_text = run("explain", "--published", "2024-05-15", ATTACK)
        self.assertEqual((by_text.returncode, by_text.stderr), (0, b""))
        self.assertIn(ATTACK, by_text.stdout.decode())
        self.assertIn("RECORD", by_text.stdout.decode())
        by_pipe = run("explain", "--published", "2024-05-15", "-", stdin=ATTACK.encode())
        by_file = run("explain", "--published", "2024-05-15", f"@{path}")
        self.assertEqual(by_text.stdout, by_pipe.stdout)
        self.assertEqual(by_text.stdout, by_file.stdout)

    def test_faults(self):
        self.fails(3, "gone.txt: no such file", "explain", f"@{self.folder}/gone.txt")
        self.fails(4, "no text", "explain", "  ")


class DamagedData(ProgramTest):
    def damaged(self, option):
        """Names and contents that no data file of this kind can have."""
        whole = (SOURCE / DATA[option]).read_bytes()
        middle = len(whole) // 2
        yield "empty", b""
        yield "foreign", b"\x7fELF" + bytes(4096)
        yield "cut", whole[:middle]
        if option == "--codebook":
            yield "syntax", whole[:middle] + b'\n[[type]\nname = = "X"\n' + whole[middle:]
            yield "unknown-key", whole.replace(b"\nquad =", b"\nquadrant =", 1)
        else:
            yield "flipped", whole[:middle] + bytes([whole[middle] ^ 0x10]) + whole[middle + 1:]
            yield "head", whole[:16] + bytes([whole[16] ^ 1]) + whole[17:]
            yield "longer", whole + bytes(64)

    def test_is_named_with_exit_status_5(self):
        for option in DATA:
            for name, content in self.damaged(option):
                with self.subTest(option=option, damage=name):
                    path = self.file(name, content)
                    self.fails(5, re.escape(str(path)), "code", option, path, EXAMPLES[0])

    def test_a_faulty_codebook_is_named_with_its_line(self):
        whole = (SOURCE / DATA["--codebook"]).read_text(encoding="utf-8")
        line = whole[: whole.index("\nquad =")].count("\n") + 2
        path = self.file("line.toml", whole.replace("\nquad =", "\nquadrant =", 1))
        self.fails(5, rf"line\.toml:{line}: ", "code", "--codebook", path, EXAMPLES[0])

    def test_that_is_missing(self):
        for option in DATA:
            with self.subTest(option=option):
                self.fails(5 if option == "--knowledge" else 3, "nowhere", "code", option, self.folder / "nowhere", EXAMPLES[0])


if __name__ == "__main__":
    unittest.main()
