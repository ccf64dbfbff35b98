"""Pages without text -> sheets, read by Tesseract from pictures of the pages.

Pictures are drawn one after the other, read by as many processes as
the machine has processors, and let go: at most that many and one more are held at a time.
A page that lies askew is put straight first; one that reads badly is tried again turned upright, or
without what is grey. Ruled lines are taken out of the picture
first; a page with a table is read with them, too, and at a lower resolution, and the reading with
most text is kept. What failed is told page by page.
"""

from __future__ import annotations

import math
import os
from array import array
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image

from extract.document import Scan
from extract.readers.ocr.again import count_strokes, read_again, tell_semicolons
from extract.readers.ocr.case import mend_cases
from extract.readers.ocr.labels import mend_labels
from extract.readers.ocr.lines import Part, Row, settled, straightened, tilt_of
from extract.readers.ocr.marks import DROPPED, number_notes, sharpen
from extract.readers.ocr.picture import askew, cleaned, turned, without_greys
from extract.readers.ocr.reading import Reading
from extract.readers.ocr.repair import mend
from extract.readers.ocr.rules import is_grid, ruled_lines, without_borders, without_rules
from extract.readers.ocr.tall_cells import read_tall_rows
from extract.readers.ocr.tesseract import Line, OcrError, program, read_page, turn_needed
from extract.readers.ocr.twice import joined
from extract.readers.ocr.words import mend_words
from extract.readers.pdf.runs import Rule, Run, Sheet, font_of

if TYPE_CHECKING:
    from extract.readers.ocr.scans import Progress
    from extract.readers.ocr.tesseract import Grey
    from extract.readers.pdf.process import PdfFile

DPI = 300
MAX_PIXELS = 24_000_000  # of one picture; A4 at 300 dpi has 8.7 million
_BADLY = 0.6  # mean confidence below which a page may be turned
_CELL_DPI, _FINER = 200, 1.15  # at which cells are read; a page that is so much finer
_LONG = 3  # letters: a word that is wider than high
_HULL = (min, min, max, max)  # of the boxes of its letters
_GREYS = 0.0002  # of a page in grey marks: more, and it is read without them, too
_RAISED_SIZE, _RAISED_BASE = 0.6, 0.33  # of the line's size: raised numbers
_FONT = font_of("OCR")


@dataclass(frozen=True, slots=True)
class Picture:
    """A page to read: its number, its size in points as displayed, its pixels."""

    number: int
    width: float
    height: float
    pixels: Grey


@dataclass(slots=True)
class _Page:
    """A page as read."""

    picture: Picture  # without its pixels
    turn: int
    rows: list[Row]
    rules: list[Rule]
    lost: int
    repaired: int  # figures
    tilt: float  # of the page as scanned


def pictures(file: PdfFile, numbers: Sequence[int]) -> Iterator[Picture]:
    """The pages of a PDF with these numbers as pictures; those that fail are told in `file`."""
    for number, (width, height, pixels) in file.each("picture", numbers, DPI, MAX_PIXELS):
        yield Picture(number, width, height, pixels)


def read_pictures(
    found: Iterable[Picture], total: int, progress: Progress | None = None
) -> Reading:
    """Read the pictures of pages; InputError where Tesseract or its Vietnamese is missing.

    `progress` is called with the number of pages read and `total`.
    """
    path = program()
    workers = os.cpu_count() or 1
    out = Reading()
    pages: list[_Page] = []
    waiting: deque[tuple[int, Future[_Page]]] = deque()
    pool = ThreadPoolExecutor(workers)

    def take() -> None:
        number, future = waiting.popleft()
        try:
            pages.append(future.result())
        except OcrError as e:
            out.failed[number] = e.said
        if progress is not None:
            progress(len(pages) + len(out.failed), total)

    try:
        if progress is not None:
            progress(0, total)
        for picture in found:
            waiting.append((picture.number, pool.submit(_read, path, picture)))
            if len(waiting) > workers:
                take()
        while waiting:
            take()
    finally:
        pool.shutdown(cancel_futures=True)
    rows = [page.rows for page in pages if page.rows]
    out.mended = mend(rows) + mend_cases(rows) + mend_words(rows) + number_notes(rows)
    for page in pages:
        out.lost += page.lost
        out.mended += page.repaired
        number = page.picture.number
        if page.rows:
            out.sheets[number] = _sheet(page)
            out.scans[number] = _scan(page)
        else:
            out.silent.append(number)
    return out


def _read(path: str, picture: Picture) -> _Page:
    """Read one page, put straight and turned if need be."""
    scale = picture.width / picture.pixels.shape[1]
    paper = cleaned(picture.pixels)
    degrees = askew(paper)
    if degrees:
        paper = turned(paper, degrees)
    rules = borders = ruled_lines(paper, scale)
    bare, turn = without_rules(paper, rules, scale), 0
    lines, pixels, repaired = read_page(path, bare), bare, 0
    if _sureness(lines) < _BADLY or _is_sideways(lines):
        turn = turn_needed(path, bare)
        if turn:
            paper = np.ascontiguousarray(np.rot90(paper, -turn // 90))
            borders = ruled_lines(paper, scale)
            pixels = without_rules(paper, borders, scale)
            lines = read_page(path, pixels)
    if is_grid(borders):  # its columns may be told by the borders alone
        lines = without_borders(lines, borders, scale)
        ruled = without_borders(read_page(path, paper), borders, scale)
        if _legible(ruled) > _legible(lines):
            lines, pixels = ruled, paper
        small = without_borders(_read_smaller(path, pixels, scale), borders, scale)
        if _legible(small) > _legible(lines):
            lines, small = small, lines
        repaired = joined(lines, small)
        lines = read_tall_rows(path, lines, pixels, borders, scale)
    dark, greys = without_greys(pixels)
    if greys > _GREYS:  # a stamp over the text, or faint text
        again = read_page(path, dark)
        if _legible(again) > _legible(lines):
            lines, pixels = again, dark
    sharpen(lines, pixels)
    repaired += read_again(path, lines, pixels) + mend_labels(path, lines, pixels)
    repaired += count_strokes(lines, pixels)
    repaired += tell_semicolons(lines, pixels)
    wide, high = picture.width, picture.height
    tilt = tilt_of(lines)
    rules = [straightened(r, tilt, wide, high) if tilt else r for r in rules]
    if turn in (90, 270):
        wide, high = high, wide
    rows, lost = settled(lines, tilt, scale, wide, high)
    empty = Picture(picture.number, picture.width, picture.height, np.zeros((0, 0), np.uint8))
    return _Page(empty, turn, rows, rules, lost, repaired, tilt + math.tan(math.radians(degrees)))


def _read_smaller(path: str, page: Grey, scale: float) -> list[Line]:
    """The lines of a page read at `_CELL_DPI`, in the pixels of the page: letters that stand alone
    in cells are read better where they are not large. None where it is hardly finer than that."""
    factor = _CELL_DPI * scale / 72
    if factor * _FINER > 1:
        return []
    image = Image.fromarray(page)
    size = round(factor * image.width), round(factor * image.height)
    lines = read_page(path, np.asarray(image.resize(size, Image.Resampling.LANCZOS)))
    for line in lines:
        for word in line.words:
            word.boxes = [
                (a / factor, b / factor, c / factor, d / factor) for a, b, c, d in word.boxes
            ]
    return lines


def _legible(lines: list[Line]) -> float:
    """How many letters have been read, each for as much as it is sure."""
    return sum(word.sure * len(word.text) for line in lines for word in line.words)


def _is_sideways(lines: list[Line]) -> bool:
    """True where most words run down the page: they are read, but in no order, and without their
    places."""
    words = [word for line in lines for word in line.words if len(word.text) >= _LONG]
    down = 0
    for word in words:
        x0, top, x1, bottom = (
            pick(v) for pick, v in zip(_HULL, zip(*word.boxes, strict=True), strict=True)
        )
        down += bottom - top >= x1 - x0
    return 2 * down > len(words)


def _sureness(lines: list[Line]) -> float:
    """The mean confidence of the letters of a page; 0 for none."""
    words = [word for line in lines for word in line.words]
    letters = sum(len(w.text) for w in words)
    return sum(w.sure * len(w.text) for w in words) / letters if letters else 0.0


def _sheet(page: _Page) -> Sheet:
    """The page as the layout wants it: a run for each word."""
    runs = [_run(part, row) for row in page.rows for part in row.parts]
    return Sheet(
        page.picture.number,
        page.picture.width,
        page.picture.height,
        runs={page.turn: runs},
        rules=page.rules,
        characters=sum(len(p.text) for row in page.rows for p in row.parts),
    )


def _run(part: Part, row: Row) -> Run:
    """The run of one word; its characters touch, so that no gap in it looks like a space."""
    x0 = array("f", [box[0] for box in part.boxes])
    x1 = array("f", [*x0[1:], part.boxes[-1][2]])
    text = part.text
    if not part.glued:
        text += " "
        x0.append(x1[-1])
        x1.append(x1[-1])
    base, size = row.base, row.size
    if part.raised:
        base, size = base - _RAISED_BASE * size, _RAISED_SIZE * size
    return Run(text, x0, x1, base, size, _FONT)


def _scan(page: _Page) -> Scan:
    """The words of the page with their places and confidences."""
    x0, x1, base, size, sure = (array("f") for _ in range(5))
    out = Scan(x0, x1, base, size, sure, [], page.tilt)
    for row in page.rows:
        for part in row.parts:
            out.x0.append(part.boxes[0][0])
            out.x1.append(part.boxes[-1][2])
            out.base.append(row.base)
            out.size.append(row.size)
            out.sure.append(part.sure)
            out.was.append(part.was.replace(DROPPED, "") if part.was != part.text else "")
    return out
