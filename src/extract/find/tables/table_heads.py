"""The header of a table: which rows it has, column numbers, merged cells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from extract.find.tables.table_values import Value, is_nil
from extract.rules.wording import wording
from extract.values.text import fold

Values = Sequence[Sequence[Value | None]]
_KEY = re.compile(r"[A-ZĐ]|[0-9]{1,3}[a-z]?")
_INNER = re.compile(r"\(([^()]*(?:\([^()]*\)[^()]*)*)\)\s*$")
_TRAIL = re.compile(r"(?:^|\s)([(\[]?\d{1,2}[)\]]?\s*=\s*[\d()\[\]+\-*/:xX×.%…\s]{3,60})$")
_COLUMN = wording("table_heads.mark")
_MONTHS = wording("table_heads.months")  # "6 tháng đầu năm": a title that begins with a number
_PLAIN = {"[": "(", "]": ")", "(%)": "%", "x": "x"}  # the word for a column is left out
_MOST_HEADS = 5  # header rows


def header_rows(texts: list[list[str]], values: Values, ruled: int | None, merged: int) -> int:
    """The number of header rows: the `ruled` ones above the rule row, else those without figures,
    of which the first has text in most cells or the next below those that have none; at least the
    `merged` ones, in which cells are merged."""

    def figures(n: int) -> int:
        """The figures of a row that are no years, no column numbers and at the top no periods."""
        if is_numbering(texts[n]):
            return 0
        top = n < (ruled or 1)
        return sum(
            v is not None and not v.plain_year and not (top and _MONTHS.fullmatch(fold(text)))
            for v, text in zip(values[n], texts[n], strict=True)
        )

    count = ruled or 0
    if count > _MOST_HEADS or any(figures(n) > 1 for n in range(count)):
        count = 0
    count = max(count, merged)
    if not count and not figures(0):
        filled = sum(map(bool, texts[0]))
        parted = filled > 1 and len(texts) > 2 and _fills(texts[1], texts[0]) and not figures(1)
        if 2 * filled > len(texts[0]) or (parted and any(map(figures, range(2, len(texts))))):
            count = 1
    while 0 < count < min(len(texts), _MOST_HEADS):
        row, above = texts[count], texts[count - 1]
        if is_numbering(row):
            return count + 1
        below = _fills(row, above)
        whole = not above[0] and not all(above[1:]) and all(row)
        again = (whole or row[0] in ("", above[0])) and not figures(count)
        if not (again and (below or _repeats(above)) and sum(map(bool, row)) > 1):
            break
        if count + 1 == len(texts) or any(is_nil(c) and c for c in row):
            break
        count += 1
    if not count and is_numbering(texts[0]):
        return 1
    return count


def _fills(row: list[str], above: list[str]) -> bool:
    """True where a row has text below a cell that has none, which one beside it reaches over."""
    return any(cell and not up for cell, up in zip(row, above, strict=True))


def _repeats(row: list[str]) -> bool:
    return any(a and a == b for a, b in pairwise(row))


def is_numbering(row: list[str]) -> bool:
    """True for a row of column numbers: (1) (2) (3=1+2), A B 1 2."""
    keys = [keyed(cell)[0] for cell in row if cell]
    if len(keys) < 2 or not all(keys):
        return False
    letters = [k for k in keys if k.isalpha()]
    numbers = [int(k) for k in keys[len(letters) :] if k.isdecimal()]
    if len(letters) + len(numbers) < len(keys) or letters != sorted(letters):
        return False
    return len(numbers) > 1 and numbers[0] <= 3 and all(0 < b - a < 3 for a, b in pairwise(numbers))


def keyed(cell: str) -> tuple[str, str]:
    """A column number and its formula: `(3=1+2)` -> "3", "1+2"; ("", "") where it is none."""
    text = cell.replace(" ", "")
    if "=" in text:
        text = _COLUMN.sub(lambda m: _PLAIN.get(m[0].lower(), ""), text)
    left, _, right = text.partition("=")
    if left.startswith("(") and not left.endswith(")"):
        left, right = left[1:], right.removesuffix(")")
        if right.count("(") > right.count(")"):
            right += ")"
    left = left.strip("()[].")
    if not _KEY.fullmatch(left) or (not right and "=" in text):
        return "", ""
    return left, right


def keyed_header(header: str) -> tuple[str, str]:
    """The column number and formula at the end of a header: `Tổng số (3=1+2)`."""
    m = _TRAIL.search(header, max(0, len(header) - 80))
    if m is not None and keyed(m[1])[0]:
        return keyed(m[1])
    m = _INNER.search(header, max(0, len(header) - 80))
    if m is None or not any(ch.isdigit() for ch in m[1]):
        return "", ""
    return keyed(f"({m[1]})")


def unkeyed(header: str) -> str:
    """A header without its column number and formula."""
    m = _TRAIL.search(header, max(0, len(header) - 80))
    if m is not None and keyed(m[1])[0]:
        return header[: m.start()]
    m = _INNER.search(header, max(0, len(header) - 80))
    return header[: m.start()] if m and keyed_header(header)[0] else header


def leaves_of(named: list[list[str]], width: int) -> tuple[list[str], list[tuple[int, int] | None]]:
    """For each column the lowest header text, and the place of the merged cell above it."""
    leaves = [""] * width
    groups: list[tuple[int, int] | None] = [None] * width
    deep = [-1] * width
    for r, row in enumerate(named):
        for c in range(width):
            if row[c]:
                leaves[c], deep[c] = row[c], r
    for r, row in enumerate(named):
        start = -1
        for c in range(width):
            if row[c] and not (start >= 0 and row[c] == row[start]):
                start = c
            if (
                start >= 0
                and deep[c] > r
                and deep[start] > r
                and named[deep[c]][c] != named[r][start]
            ):
                groups[c] = (r, start)
            elif not row[c]:
                start = -1 if deep[c] < r else start
    return leaves, groups


def paths_of(named: list[list[str]], width: int) -> list[list[tuple[int, int]]]:
    """For each column the places of all header cells it stands under, from the top: its own and
    merged ones, which reach right to where the row below them ends."""
    deep = [max((r for r, row in enumerate(named) if row[c]), default=-1) for c in range(width)]
    paths: list[list[tuple[int, int]]] = [[] for _ in range(width)]
    for r, row in enumerate(named):
        start = -1
        for c in range(width):
            if row[c]:
                start = c
                paths[c].append((r, c))
            elif start >= 0 and deep[start] > r and deep[c] > r:
                paths[c].append((r, start))
            else:
                start = -1
    return paths
