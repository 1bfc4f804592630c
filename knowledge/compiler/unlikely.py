"""Words that look like toponyms and seldom are: the reference list less what news does mean as places."""

import csv

from .fold import fold
from .tables import own_rows


def read(reference, own):
    with open(reference / "places/non-placenames.csv", encoding="utf-8", newline="") as lines:
        words = {fold(row[0]) for row in csv.reader(lines) if row and row[0] and not row[0].startswith("#")}
    for row in own_rows(own / "unlikely-places.tsv"):
        (words.discard if row["likely"] == "yes" else words.add)(fold(row["word"]))
    return sorted(words - {"", "exclusion"})
