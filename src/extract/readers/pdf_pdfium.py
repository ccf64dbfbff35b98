"""PDF -> sheets through PDFium: characters with their places, ruled lines.

PDFium is asked through its C functions, with plain integers for pointers and `map` as the loop:
one call a character for its box, the rest once for each text object. PDFium is not thread-safe.
"""

from __future__ import annotations

import ctypes
from array import array
from collections import Counter, deque
from dataclasses import dataclass
from itertools import pairwise, repeat
from math import hypot
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as c

from extract.readers.pdf_runs import Font, Rule, Run, Sheet, axes, font_of, strange_in, turn_of

_MAX_OBJECTS = 20_000  # of one page that are looked at for ruled lines
_MAX_SEGMENTS = 20_000
_THIN = 3.0  # points: a filled box that is thinner is a ruled line
_BODY = 0.3  # of a page's characters: a font of more is that of the body, which is not bold
_INVISIBLE = 3  # text render mode


def _fast(function: Any, result: Any, *arguments: Any) -> Any:
    """The C function without pypdfium2's checks of argument types, for tight loops."""
    address = ctypes.cast(function, ctypes.c_void_p).value or 0
    return ctypes.PYFUNCTYPE(result, *arguments)(address)


_P, _I = ctypes.c_void_p, ctypes.c_int
_object_at = _fast(c.FPDFText_GetTextObject, _P, _P, _I)
_box_at = _fast(c.FPDFText_GetLooseCharBox, _I, _P, _I, _P)
_origin_at = _fast(c.FPDFText_GetCharOrigin, _I, _P, _I, _P, _P)
_matrix_at = _fast(c.FPDFText_GetMatrix, _I, _P, _I, _P)
_size_at = _fast(c.FPDFText_GetFontSize, ctypes.c_double, _P, _I)
_unmapped_at = _fast(c.FPDFText_HasUnicodeMapError, _I, _P, _I)
_mode_of = _fast(c.FPDFTextObj_GetTextRenderMode, _I, _P)
_font_of = _fast(c.FPDFTextObj_GetFont, _P, _P)


def sheet_of(document: pdfium.PdfDocument, number: int, most: int) -> Sheet:
    """What stands on a page; of one with more than `most` characters only that it is skipped.

    Raises PdfiumError where the page cannot be opened.
    """
    page = document[number - 1]
    try:
        return _Reader(page, number, most).sheet()
    finally:
        page.close()


@dataclass(slots=True)
class _Plan:
    """How user space becomes a displayed page: X = a*x + b*y + e, Y = c*x + d*y + f."""

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float


def _plan(page: pdfium.PdfPage) -> tuple[_Plan, float, float]:
    """The plan of a page, its displayed width and height."""
    left, bottom, right, top = page.get_bbox()
    wide, high = right - left, top - bottom
    turned = page.get_rotation()
    if turned == 90:
        return _Plan(0, 1, 1, 0, -bottom, -left), high, wide
    if turned == 180:
        return _Plan(-1, 0, 0, 1, right, -bottom), wide, high
    if turned == 270:
        return _Plan(0, -1, -1, 0, top, right), high, wide
    return _Plan(1, 0, 0, -1, -left, top), wide, high


class _Reader:
    """Reads one page."""

    def __init__(self, page: pdfium.PdfPage, number: int, most: int) -> None:
        self.page = page
        self.most = most
        self.plan, width, height = _plan(page)
        self.out = Sheet(number, width, height)
        self.fonts: dict[int, Font] = {}
        self.segments = 0
        self.objects = 0

    def sheet(self) -> Sheet:
        """All of the page."""
        self._draw(None, _matrix(), 0)
        text_page = self.page.get_textpage()
        try:
            count = c.FPDFText_CountChars(text_page.raw)
            if count > self.most:
                self.out.skipped = True
            elif count > 0:
                self._text(text_page, count)
                self._distrust_weights()
        finally:
            text_page.close()
        return self.out

    def _text(self, text_page: pdfium.PdfTextPage, count: int) -> None:
        """The runs of the page."""
        raw = ctypes.cast(text_page.raw, _P).value
        text = text_page.get_text_range(0, count)
        if len(text) != count:  # a character beyond U+FFFF, or one that PDFium leaves out
            codes = (c.FPDFText_GetUnicode(text_page.raw, i) for i in range(count))
            text = "".join(chr(u) if 0 < u < 0x110000 else "\ufffd" for u in codes)
        buffer = (ctypes.c_float * (4 * count))()
        first = ctypes.addressof(buffer)
        deque(map(_box_at, repeat(raw), range(count), range(first, first + 16 * count, 16)), 0)
        boxes = array("f")
        boxes.frombytes(memoryview(buffer).cast("B"))  # left, top, right, bottom of each
        at = 0
        while at < count:
            drawn = _object_at(raw, at)
            if drawn is None:  # a space or line break that PDFium has made up
                at += 1
                continue
            end = _end_of(raw, at, count, drawn)
            self._run(raw, drawn, text[at:end], boxes, at)
            at = end

    def _run(self, raw: int | None, drawn: int, text: str, boxes: array[float], at: int) -> None:
        """Add the run of the text object `drawn`, whose first character has the index `at`."""
        out, plan = self.out, self.plan
        shown = len(text) - text.count(" ")
        if not shown:
            return
        m = _matrix()
        _matrix_at(raw, at, ctypes.addressof(m))
        across, down = plan.a * m.a + plan.b * m.b, plan.c * m.a + plan.d * m.b
        size = _size_at(raw, at) * hypot(m.c, m.d)
        if not 1 <= size < 2000:
            return
        turn = turn_of(across, down)
        if turn is None:
            out.slanted += shown
            return
        a, b, shift, d, e, drop = axes(turn, out.width, out.height)
        # frame x = kx*x + ky*y + shift of user space; one of kx, ky is 0, the other 1 or -1
        kx, ky = a * plan.a + b * plan.c, a * plan.b + b * plan.d
        shift += a * plan.e + b * plan.f
        x, y = ctypes.c_double(), ctypes.c_double()
        _origin_at(raw, at, ctypes.addressof(x), ctypes.addressof(y))
        across, down = plan.a * x.value + plan.b * y.value + plan.e, (
            plan.c * x.value + plan.d * y.value + plan.f
        )  # fmt: skip
        if not (-1 <= across <= out.width + 1 and -1 <= down <= out.height + 1):
            return
        end = at + len(text)
        if m.a > 0 and abs(m.b) < 0.01 * m.a:
            k = kx or ky
            low, high = (0, 2) if k > 0 else (2, 0)
            x0, x1 = boxes[4 * at + low : 4 * end : 4], boxes[4 * at + high : 4 * end : 4]
            if k != 1 or shift:
                x0 = array("f", [k * v + shift for v in x0])
                x1 = array("f", [k * v + shift for v in x1])
        else:  # the library's boxes are wrong for text that is turned by its own matrix
            x0 = array("f")
            for i in range(at, end):
                _origin_at(raw, i, ctypes.addressof(x), ctypes.addressof(y))
                x0.append(kx * x.value + ky * y.value + shift)
            step = (x0[-1] - x0[0]) / (len(x0) - 1) if len(x0) > 1 else 0.5 * size
            x1 = x0[1:]
            x1.append(x0[-1] + step)
        font = self._font(drawn)
        out.characters += shown
        unmapped = "\x00" in text or (_unmapped_at(raw, at) == 1 and not font.symbols)
        out.strange += shown if unmapped else strange_in(text, font.symbols)
        if _mode_of(drawn) == _INVISIBLE:
            out.hidden += shown
        base = d * across + e * down + drop
        out.runs.setdefault(turn, []).append(Run(text, x0, x1, base, size, font))

    def _font(self, drawn: int) -> Font:
        handle = _font_of(drawn) or 0
        found = self.fonts.get(handle)
        if found is None:
            name, weight = b"", 400
            if handle:
                pointer = ctypes.cast(handle, c.FPDF_FONT)
                buffer = ctypes.create_string_buffer(256)
                c.FPDFFont_GetBaseFontName(pointer, buffer, 256)
                name, weight = buffer.value, c.FPDFFont_GetWeight(pointer)
            found = self.fonts[handle] = font_of(name.decode("utf-8", "replace"), weight)
        return found

    def _distrust_weights(self) -> None:
        """Go by its name where a font that sets much of the page is bold by its weight alone: some
        makers (Ghostscript) write the same weight for all."""
        runs = [run for found in self.out.runs.values() for run in found]
        shown: Counter[Font] = Counter()
        for run in runs:
            shown[run.font] += len(run.text)
        much = _BODY * shown.total()
        plain = {
            font: named
            for font, count in shown.items()
            if font.bold and count > much and not (named := font_of(font.name)).bold
        }
        for run in runs if plain else ():
            run.font = plain.get(run.font, run.font)

    def _draw(self, form: Any, outer: Any, depth: int) -> None:
        """Collect ruled lines, and see whether a picture covers the page; forms included."""
        if form is None:
            count, get, source = c.FPDFPage_CountObjects, c.FPDFPage_GetObject, self.page.raw
        else:
            count, get, source = c.FPDFFormObj_CountObjects, c.FPDFFormObj_GetObject, form
        for i in range(min(count(source), _MAX_OBJECTS - self.objects)):
            self.objects += 1
            drawn = get(source, i)
            kind = c.FPDFPageObj_GetType(drawn)
            if kind == c.FPDF_PAGEOBJ_PATH:
                self._path(drawn, outer)
            elif kind == c.FPDF_PAGEOBJ_IMAGE:
                box = _matrix()
                c.FPDFPageObj_GetMatrix(drawn, box)
                area = abs(box.a * box.d - box.b * box.c) * abs(outer.a * outer.d)
                if area > 0.5 * self.out.width * self.out.height:
                    self.out.pictured = True
            elif kind == c.FPDF_PAGEOBJ_FORM and depth < 4:
                inner = _matrix()
                c.FPDFPageObj_GetMatrix(drawn, inner)
                self._draw(drawn, _product(inner, outer), depth + 1)

    def _path(self, path: Any, outer: Any) -> None:
        """Add the ruled lines of a path: its straight strokes, its thin filled boxes."""
        count = c.FPDFPath_CountSegments(path)
        self.segments += count
        if count < 2 or self.segments > _MAX_SEGMENTS:
            return
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        c.FPDFPath_GetDrawMode(path, fill, stroke)
        if not fill.value and not stroke.value:
            return
        own = _matrix()
        c.FPDFPageObj_GetMatrix(path, own)
        to_user = _product(own, outer)
        parts: list[list[tuple[float, float]]] = []
        x, y = ctypes.c_float(), ctypes.c_float()
        for i in range(count):
            segment = c.FPDFPath_GetPathSegment(path, i)
            kind = c.FPDFPathSegment_GetType(segment)
            if kind == c.FPDF_SEGMENT_BEZIERTO:
                return
            c.FPDFPathSegment_GetPoint(segment, x, y)
            point = self._displayed(to_user, x.value, y.value)
            if kind == c.FPDF_SEGMENT_MOVETO or not parts:
                parts.append([point])
            else:
                parts[-1].append(point)
            if c.FPDFPathSegment_GetClose(segment):
                parts[-1].append(parts[-1][0])
        for part in parts:
            self._part(part, bool(stroke.value))

    def _part(self, part: list[tuple[float, float]], stroked: bool) -> None:
        xs, ys = [p[0] for p in part], [p[1] for p in part]
        x0, x1, top, bottom = min(xs), max(xs), min(ys), max(ys)
        rules = self.out.rules
        if min(x1 - x0, bottom - top) <= _THIN:
            if max(x1 - x0, bottom - top) > _THIN:
                rules.append(Rule(x0, top, x1, bottom))
        elif stroked:
            for (xa, ya), (xb, yb) in pairwise(part):
                if min(abs(xa - xb), abs(ya - yb)) <= 0.5 < max(abs(xa - xb), abs(ya - yb)):
                    rules.append(Rule(min(xa, xb), min(ya, yb), max(xa, xb), max(ya, yb)))

    def _displayed(self, m: Any, x: float, y: float) -> tuple[float, float]:
        p = self.plan
        ux, uy = m.a * x + m.c * y + m.e, m.b * x + m.d * y + m.f
        return p.a * ux + p.b * uy + p.e, p.c * ux + p.d * uy + p.f


def _end_of(raw: int | None, at: int, count: int, drawn: int) -> int:
    """Where the characters of the text object `drawn`, which begin at `at`, end.

    They stand together, so doubling steps and then halving find the end in a few calls.
    """
    step, low = 1, at
    while low + step < count and _object_at(raw, low + step) == drawn:
        low += step
        step *= 2
    high = min(low + step, count)
    while high - low > 1:
        middle = (low + high) // 2
        if _object_at(raw, middle) == drawn:
            low = middle
        else:
            high = middle
    return high


def _matrix() -> Any:
    return c.FS_MATRIX(1, 0, 0, 1, 0, 0)


def _product(m: Any, n: Any) -> Any:
    """First `m`, then `n`."""
    return c.FS_MATRIX(
        m.a * n.a + m.b * n.c,
        m.a * n.b + m.b * n.d,
        m.c * n.a + m.d * n.c,
        m.c * n.b + m.d * n.d,
        m.e * n.a + m.f * n.c + n.e,
        m.e * n.b + m.f * n.d + n.f,
    )
