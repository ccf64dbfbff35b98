"""PDF -> sheets through PDFium: characters with their places, ruled lines.

One call a character for its box, the rest once for each text object (`pdf/calls`). PDFium is not
thread-safe.
"""

from __future__ import annotations

import ctypes
from array import array
from collections import Counter
from math import hypot

import pypdfium2 as pdfium
import pypdfium2.raw as c

from extract.readers.pdf import calls as call
from extract.readers.pdf.beside import count_beside, typed_on
from extract.readers.pdf.drawn import Drawn
from extract.readers.pdf.runs import (
    Font,
    Plan,
    Rule,
    Run,
    Sheet,
    axes,
    font_of,
    strange_in,
    turn_of,
)
from extract.readers.pdf.unseen import INVISIBLE, Unseen

_BODY = 0.3  # of a page's characters: a font of more is that of the body, which is not bold
_LEAST = 0.1  # em: a character is as wide


def sheet_of(document: pdfium.PdfDocument, number: int, most: int) -> Sheet:
    """What stands on a page; of one with more than `most` characters only that it is skipped.

    Raises PdfiumError where the page cannot be opened.
    """
    page = document[number - 1]
    try:
        plan, width, height = _plan(page)
        out = Sheet(number, width, height)
        drawn = Drawn(out, plan)
        drawn.see(page.raw)
        out.typed = typed_on(page.raw)
        text_page = page.get_textpage()
        try:
            count = c.FPDFText_CountChars(text_page.raw)
            if count > most:
                out.skipped = True
            elif count > 0:
                _Text(out, plan, text_page, count, drawn.backs).read()
                _distrust_weights(out)
            out.beside = count_beside(out, drawn.large)
        finally:
            text_page.close()
        return out
    finally:
        page.close()


def _plan(page: pdfium.PdfPage) -> tuple[Plan, float, float]:
    """The plan of a page, its displayed width and height."""
    left, bottom, right, top = page.get_bbox()
    wide, high = right - left, top - bottom
    turned = page.get_rotation()
    if turned == 90:
        return Plan(0, 1, 1, 0, -bottom, -left), high, wide
    if turned == 180:
        return Plan(-1, 0, 0, 1, right, -bottom), wide, high
    if turned == 270:
        return Plan(0, -1, -1, 0, top, right), high, wide
    return Plan(1, 0, 0, -1, -left, top), wide, high


class _Text:
    """Reads the text of one page."""

    def __init__(
        self, out: Sheet, plan: Plan, text_page: pdfium.PdfTextPage, count: int, backs: list[Rule]
    ) -> None:
        self.out = out
        self.unseen = Unseen(backs)
        self.plan = plan
        self.count = count
        self.page = call.handle(text_page.raw)
        self.text = text_page.get_text_range(0, count)
        if len(self.text) != count:  # one beyond U+FFFF, or one that PDFium leaves out
            codes = (c.FPDFText_GetUnicode(text_page.raw, i) for i in range(count))
            self.text = "".join(chr(u) if 0 < u < 0x110000 else "\ufffd" for u in codes)
        self.boxes = call.char_boxes(self.page, count)
        self.fonts: dict[int, Font] = {}
        self._matrix = c.FS_MATRIX()
        self._to_matrix = ctypes.byref(self._matrix)
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._origin = ctypes.byref(self._x), ctypes.byref(self._y)
        self._edges = [ctypes.c_double() for _ in range(4)]
        self._tight = [ctypes.byref(edge) for edge in self._edges]

    def read(self) -> None:
        """Add all runs."""
        at = 0
        while at < self.count:
            drawn = call.text_object(self.page, at)
            if drawn is None:  # a space or line break that PDFium has made up
                at += 1
                continue
            end = self._end_of(drawn, at)
            self._run(drawn, at, end)
            at = end
        self.unseen.drop_from(self.out)

    def _end_of(self, drawn: int, at: int) -> int:
        """Where the characters of the text object `drawn`, which begin at `at`, end.

        They stand together, most often up to the line's end, or it is one letter: else doubling
        steps and then halving find the end in a few calls.
        """
        page, count, object_at = self.page, self.count, call.text_object
        following = object_at(page, at + 1) if at + 1 < count else None
        if following is not None and following != drawn:  # None: a space that PDFium has made up
            return at + 1
        low, step = at, 1
        line = self.text.find("\r", at)
        high = line if line > at else count
        if object_at(page, high - 1) == drawn:
            if high == count or object_at(page, high) != drawn:
                return high
            low, high = high, count
        while low + step < high and object_at(page, low + step) == drawn:
            low += step
            step *= 2
        high = min(low + step, high)
        while high - low > 1:
            middle = (low + high) // 2
            if object_at(page, middle) == drawn:
                low = middle
            else:
                high = middle
        return high

    def _run(self, drawn: int, at: int, end: int) -> None:
        """Add the run of the text object `drawn`, whose characters are those from `at` to `end`."""
        out, plan, page = self.out, self.plan, self.page
        text = self.text[at:end]
        shown = len(text) - text.count(" ")
        if not shown:
            return
        call.char_matrix(page, at, self._to_matrix)
        ma, mb, mc, md = self._matrix.a, self._matrix.b, self._matrix.c, self._matrix.d
        size = call.font_size(page, at) * hypot(mc, md)
        if not 1 <= size < 2000:
            return
        turn = turn_of(plan.a * ma + plan.b * mb, plan.c * ma + plan.d * mb)
        if turn is None:
            out.slanted += shown
            return
        call.char_origin(page, at, *self._origin)
        across, down = plan.displayed(self._x.value, self._y.value)
        if not (-1 <= across <= out.width + 1 and -1 <= down <= out.height + 1):
            return
        a, b, shift, d, e, drop = axes(turn, out.width, out.height)
        # frame x = kx*x + ky*y + shift of user space; one of kx, ky is 0, the other 1 or -1
        kx, ky = a * plan.a + b * plan.c, a * plan.b + b * plan.d
        shift += a * plan.e + b * plan.f
        if ma > 0 and abs(mb) < 0.01 * ma:
            k = kx or ky
            low, high = (0, 2) if k > 0 else (2, 0)
            x0 = self.boxes[4 * at + low : 4 * end : 4]
            x1 = self.boxes[4 * at + high : 4 * end : 4]
            if k > 0 and abs(mc) > 0.01 * abs(md):
                _upright(x0, x1, self.boxes[4 * at : 4 * end], mc / md, self._y.value)
            if k != 1 or shift:
                x0 = array("f", [k * v + shift for v in x0])
                x1 = array("f", [k * v + shift for v in x1])
        else:  # the library's boxes are wrong for text that is turned by its own matrix
            x0 = array("f")
            for i in range(at, end):
                call.char_origin(page, i, *self._origin)
                x0.append(kx * self._x.value + ky * self._y.value + shift)
            x1 = x0[1:]
            x1.append(max(self._end(end - 1, kx, ky) + shift, x0[-1] + _LEAST * size))
        font = self._font(drawn)
        out.characters += shown
        unmapped = "\x00" in text or (call.is_unmapped(page, at) == 1 and not font.symbols)
        out.strange += shown if unmapped else strange_in(text, font.symbols)
        mode = call.render_mode(drawn)
        if mode == INVISIBLE:
            out.hidden += shown
        base = d * across + e * down + drop
        run = Run(text, x0, x1, base, size, font)
        out.runs.setdefault(turn, []).append(run)
        self.unseen.see(run, drawn, mode, across, down)

    def _end(self, at: int, kx: float, ky: float) -> float:
        """How far a turned character reaches along its line: kx*x + ky*y of user space."""
        call.char_edges(self.page, at, *self._tight)
        left, right, bottom, top = (edge.value for edge in self._edges)
        return max(kx * left + ky * bottom, kx * right + ky * top)

    def _font(self, drawn: int) -> Font:
        """The font of a text object."""
        address = call.font(drawn) or 0
        found = self.fonts.get(address)
        if found is None:
            name, weight = b"", 400
            if address:
                pointer = ctypes.cast(address, c.FPDF_FONT)
                buffer = ctypes.create_string_buffer(256)
                c.FPDFFont_GetBaseFontName(pointer, buffer, 256)
                name, weight = buffer.value, c.FPDFFont_GetWeight(pointer)
            made = font_of(name.decode("utf-8", "replace"), weight)
            found = next((font for font in self.fonts.values() if font == made), made)
            self.fonts[address] = found
        return found


def _upright(
    x0: array[float], x1: array[float], boxes: array[float], lean: float, base: float
) -> None:
    """Take from the sides of characters, in place, by how much their boxes lean: type that is made
    italic by its matrix (`lean`: to the right, a unit up) has boxes around what leans."""
    for i in range(len(x0)):
        ends = [lean * (y - base) for y in boxes[4 * i + 1 : 4 * i + 4 : 2]]
        low, high = x0[i] - min(ends), x1[i] - max(ends)
        if low < high:
            x0[i], x1[i] = low, high


def _distrust_weights(out: Sheet) -> None:
    """Go by its name where a font that sets much of the page is bold by its weight alone: some
    makers (Ghostscript) write the same weight for all. Equal fonts are one object."""
    runs = [run for found in out.runs.values() for run in found]
    if not any(run.font.bold for run in runs):
        return
    fonts = {id(run.font): run.font for run in runs}
    shown: Counter[int] = Counter()
    for run in runs:
        shown[id(run.font)] += len(run.text)
    much = _BODY * shown.total()
    plain = {
        key: named
        for key, font in fonts.items()
        if font.bold and shown[key] > much and not (named := font_of(font.name)).bold
    }
    for run in runs if plain else ():
        run.font = plain.get(id(run.font), run.font)
