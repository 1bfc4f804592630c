"""Reading of tab-separated tables: the project's own (with comments) and others'."""

import csv


def own_rows(path):
    """Rows of one of our tables as dictionaries; "#" opens a comment line, the first other line names the columns."""
    columns = None
    with open(path, encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            line = line.rstrip("\n")
            if not line or line.startswith("#"):
                continue
            cells = line.split("\t")
            if columns is None:
                columns = cells
                continue
            if len(cells) > len(columns):
                raise SystemExit(f"{path}:{number}: {len(cells)} cells, {len(columns)} columns")
            yield dict(zip(columns, cells + [""] * (len(columns) - len(cells))))


def tab_rows(path):
    """Rows of a tab-separated file with a header line, as dictionaries; nothing is quoted."""
    with open(path, encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


def aliases(cell):
    return [alias.strip() for alias in cell.split("|") if alias.strip()]
