"""The database as an XLSX workbook: one sheet a kind, as people read tables.

Text is written as text and never as a formula; numbers that a spreadsheet can hold exactly are
numbers, whole dates are dates.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Self

from extract.check.codes import Lang
from extract.output.columns import Column
from extract.store import contents
from extract.store.database import Store
from extract.store.headings import heading, sheet
from extract.store.records import Tuple
from extract.store.tables import KINDS
from extract.store.terms import TERMS, term

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

MOST_ROWS = 1_048_576  # of a sheet, its heading counted
LONGEST = 32_767  # UTF-16 units in a cell
_DIGITS = 15  # significant digits that a number of a spreadsheet keeps
_MADE = datetime(2000, 1, 1)
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_DAYS = {("documents", "date"), ("citations", "date"), ("dates", "value")}
_WIDE = {"passage": 80, "message": 70, "warnings": 40, "subject": 50, "title": 50, "caption": 40,
         "document": 36, "name": 36, "expression": 36, "suggestions": 50, "operands": 24,
         "noun": 24, "issuer": 28, "row_label": 36, "column_label": 28, "sha256": 20,
         "stated_text": 16, "number": 20, "key": 24, "note": 24}  # fmt: skip
_TEXT_WIDE = {"passages": 100, "citations": 50, "cells": 36}
_WRAPPED = frozenset("passage message warnings subject title suggestions text caption".split())
_LINE, _MOST_LINES = 15, 20  # points; a row may be 409 points high
_FILL = 0.95  # how much of a line's width is filled where words are kept whole
_NARROW = {"int": 10, "real": 10, "bool": 9, "decimal": 18, "text": 14}
_FIRST = ("documents", "findings", "suggestions")  # sheets that people look for
_TRUTH = {"vi": ("không", "có"), "en": ("no", "yes")}


def write(
    store: Store, path: Path, kinds: list[str], lang: Lang, progress: Callable[[str, int], None]
) -> None:
    """Write the kinds to a workbook at `path`, with scratch files beside it; OSError where that
    cannot be done."""
    import xlsxwriter
    from xlsxwriter.exceptions import XlsxWriterException

    with (
        tempfile.TemporaryDirectory(prefix=".tmp-", dir=path.parent) as folder,
        open(path, "wb") as file,
        _Target(file) as target,
    ):
        options = {"constant_memory": True, "tmpdir": folder, "use_zip64": True}
        book = xlsxwriter.Workbook(target, options)
        book.set_properties({"created": _MADE, "title": "Đối soát"})
        formats = _Formats(book)
        try:
            for kind in sorted(kinds, key=lambda kind: kind not in _FIRST):
                writer = _Sheets(book, formats, kind, lang)
                for rows in contents.chunks(store, kind):
                    for row in rows:
                        writer.add(row)
                    progress(kind, len(rows))
                writer.close()
            book.close()
        except XlsxWriterException as e:
            raise OSError(str(e)) from e


class _Target:
    """The file of a workbook. XlsxWriter's archive writes to it until it is thrown away; after a
    failure that goes nowhere, instead of failing once more where none can catch it."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._at = 0
        self._lost = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *rest: object) -> None:
        self._lost = kind is not None

    def write(self, data: bytes) -> int:
        if not self._lost:
            self._file.write(data)
        self._at += len(data)
        return len(data)

    def seek(self, offset: int, whence: int = 0) -> int:
        self._at = offset if self._lost else self._file.seek(offset, whence)
        return self._at

    def tell(self) -> int:
        return self._at

    def flush(self) -> None:
        if not self._lost:
            self._file.flush()

    def seekable(self) -> bool:
        return True


def clean(text: str) -> str:
    """`text` as a cell can hold it: without the characters that XML forbids, cut with … at the
    longest that a cell holds."""
    text = _FORBIDDEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    if len(text) > LONGEST // 2 and len(text.encode("utf-16-le")) // 2 > LONGEST:
        text = text.encode("utf-16-le")[: 2 * (LONGEST - 1)].decode("utf-16-le", "ignore") + "…"
    if text.startswith("<r>") and text.endswith("</r>"):  # XlsxWriter takes that for its own XML
        text += " "
    return text


def number(value: str) -> float | None:
    """A decimal as a number, where a spreadsheet holds it exactly; else None."""
    digits = value.lstrip("-").replace(".", "").lstrip("0")
    return float(value) if len(digits) <= _DIGITS else None


def day(value: str) -> date | None:
    """A whole date of the calendar that a spreadsheet knows, from 1901 on; else None."""
    if _DAY.fullmatch(value) is None or value < "1901":
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None


class _Formats:
    """The few formats that cells have."""

    def __init__(self, book: Workbook) -> None:
        top: dict[str, Any] = {"valign": "top"}
        self.head = book.add_format(
            {
                "bold": True,
                "text_wrap": True,
                "valign": "vcenter",
                "bg_color": "#DDE7F0",
                "bottom": 1,
            }
        )
        self.plain = book.add_format(top)
        self.whole = book.add_format({**top, "num_format": "#,##0"})
        self.day = book.add_format({**top, "num_format": "dd/mm/yyyy", "align": "left"})
        self._text: dict[tuple[bool, bool], Format] = {
            (wrapped, quoted): book.add_format(
                {**top, "text_wrap": wrapped, "quote_prefix": quoted, "align": "left", "indent": 1}
            )
            for wrapped in (False, True)
            for quoted in (False, True)
        }

    def text(self, wrapped: bool, text: str) -> Format:
        """That of a text; one that begins like a formula stays a text when it is edited."""
        return self._text[wrapped, text[:1] in ("=", "+", "-", "@")]


class _Sheets:
    """The sheet of a kind, and further ones where it has more rows than a sheet holds."""

    def __init__(self, book: Workbook, formats: _Formats, kind: str, lang: Lang) -> None:
        self._book = book
        self._formats = formats
        self._kind = kind
        self._lang: Lang = lang
        self._columns = KINDS[kind]
        self._cells = [self._writer(c) for c in self._columns]
        self._wrapped = [
            (n, self._width(c)) for n, c in enumerate(self._columns) if c.name in _WRAPPED
        ]
        self._sheets = 0
        self._open()

    def add(self, row: Tuple) -> None:
        """Write one more row."""
        if self._next == MOST_ROWS:
            self.close()
            self._open()
        lines = max((self._lines(row[n], width) for n, width in self._wrapped), default=1)
        if lines > 1:
            self._sheet.set_row(self._next, _LINE * min(lines, _MOST_LINES))
        for told in (self._sheet.row_info, self._sheet.row_sizes):  # of rows that are written
            told.pop(self._next - 2, None)  # XlsxWriter would keep a million of them
        for n, value in enumerate(row):
            if value is not None:
                self._cells[n](n, value)
        self._next += 1

    def close(self) -> None:
        """Finish the sheet."""
        self._sheet.autofilter(0, 0, max(self._next - 1, 0), len(self._columns) - 1)

    def _open(self) -> None:
        self._sheets += 1
        name = sheet(self._kind, self._lang)
        self._sheet: Worksheet = self._book.add_worksheet(
            name if self._sheets == 1 else f"{name} ({self._sheets})"
        )
        self._sheet.freeze_panes(1, 1 if self._columns[0].name == "document" else 0)
        self._sheet.set_landscape()
        self._sheet.set_paper(8)  # A3
        self._sheet.fit_to_pages(1, 0)
        self._sheet.repeat_rows(0)
        for n, column in enumerate(self._columns):
            self._sheet.set_column(n, n, self._width(column))
        self._sheet.set_row(0, 48)
        for n, column in enumerate(self._columns):
            title = heading(self._kind, column.name, self._lang)
            self._sheet.write_string(0, n, title, self._formats.head)
        self._next = 1

    def _lines(self, text: str | None, width: float) -> int:
        """How many lines a wrapped text takes: not every program finds that out by itself."""
        return int(len(text) // (width * _FILL)) + 1 if text else 1

    def _width(self, column: Column) -> float:
        if column.name == "text":
            return _TEXT_WIDE.get(self._kind, 20)
        return _WIDE.get(column.name, _NARROW[column.type])

    def _writer(self, column: Column) -> Callable[[int, Any], None]:
        if column.type in ("int", "real"):
            return self._number
        if column.type == "bool":
            return self._flag
        if column.type == "decimal":
            return self._decimal
        if (self._kind, column.name) in _DAYS:
            return self._day
        if self._lang == "vi" and (self._kind, column.name) in TERMS:
            return partial(self._term, column.name)
        return partial(self._text, column.name in _WRAPPED)

    def _number(self, n: int, value: float) -> None:
        self._sheet.write_number(self._next, n, value, self._formats.plain)

    def _flag(self, n: int, value: bool) -> None:
        self._text(False, n, _TRUTH[self._lang][bool(value)])

    def _decimal(self, n: int, value: str) -> None:
        exact = number(value)
        if exact is None:
            self._text(False, n, value)
        else:
            form = self._formats.whole if Decimal(value) % 1 == 0 else self._formats.plain
            self._sheet.write_number(self._next, n, exact, form)

    def _day(self, n: int, value: str) -> None:
        found = day(value)
        if found is None:
            self._text(False, n, value)
        else:
            self._sheet.write_datetime(
                self._next, n, datetime(found.year, found.month, found.day), self._formats.day
            )

    def _term(self, column: str, n: int, value: str) -> None:
        self._text(False, n, term(self._kind, column, value))

    def _text(self, wrapped: bool, n: int, value: str) -> None:
        text = clean(value)
        if text:
            form = self._formats.text(wrapped, text)
            self._sheet.write_string(self._next, n, text, form)
