"""Text that a page shows as it was typed (`pre`): the lines of a plain text, with its tables."""

from __future__ import annotations

from collections.abc import Iterator

from extract.readers.docx.tables import as_markdown
from extract.readers.docx.text import one_line
from extract.readers.text.aligned import SLACK
from extract.readers.text.reader import read_text
from extract.values.columns import aligned_tables
from extract.values.glued import unglued
from extract.values.segments import segments


def typed_lines(text: str) -> list[str]:
    """The lines of the reading text that `text` becomes: paragraphs put together as in a plain
    text, tables set with spaces or tabs, or with bars, as Markdown rows."""
    lines = text.split("\n")
    placed = unglued([segments(line, 0, len(line)) for line in lines])
    texts = [[segment for segment, _, _ in line] for line in placed]
    out: list[str] = []
    at = 0
    for table in aligned_tables(texts, SLACK):
        rows = [[" ".join(texts[n][k].text for n, k in cell) for cell in row] for row in table.rows]
        out += [*_paragraphs("\n".join(lines[at : table.first]))]
        out += ["", *as_markdown(rows, table.heads), ""]
        at = table.last + 1
    return [*out, *_paragraphs("\n".join(lines[at:]))]


def _paragraphs(text: str) -> Iterator[str]:
    """The paragraphs of a plain text, each on a line, and the rows of its tables."""
    if not text.strip("\ufeff \n\t"):
        return
    document = read_text(text, "")
    done = 0
    for block in document.blocks:
        start, end = document.source_span(block.vs, block.ve)
        start = max(done, text.rfind("\n", 0, start) + 1)
        done = text.find("\n", end)
        done = len(text) if done < 0 else done
        rows = [line.strip() for line in text[start:done].split("\n")]
        yield from ["", *rows, ""] if block.kind == "table" else [one_line(" ".join(rows))]
