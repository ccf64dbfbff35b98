"""Runs of a page, drawn or recognised -> lines, columns, tables, notes, paragraphs."""
