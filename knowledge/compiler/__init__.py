"""Compiles fact tables into the one file that Dateline maps at start (docs/formats/knowledge.md)."""
