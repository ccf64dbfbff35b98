"""Sections, footnotes, contents and what the head and the end of a document say of it."""
