"""What is drawn on a page of a PDF beside text: ruled lines, a picture that covers it."""

from __future__ import annotations

import ctypes
from itertools import pairwise
from typing import Any

import pypdfium2.raw as c

from extract.readers.pdf import calls as call
from extract.readers.pdf.beside import LARGE
from extract.readers.pdf.runs import Plan, Rule, Sheet
from extract.readers.pdf.unseen import Colours, bounds

_MAX_OBJECTS = 20_000  # of one page that are looked at
_MAX_SEGMENTS = 20_000
_MAX_BACKS = 1_000  # boxes on one page: more are taken for all of it
_THIN = 3.0  # points: a filled box that is thinner is a ruled line
_DEPTH = 4  # forms inside forms

Matrix = tuple[float, float, float, float, float, float]
_SAME: Matrix = (1, 0, 0, 1, 0, 0)


class Drawn:
    """Looks through the objects of one page; `plan` says how user space becomes that page."""

    def __init__(self, out: Sheet, plan: Plan) -> None:
        self.out = out
        self.plan = plan
        self.large: list[Rule] = []  # pictures that may hold a table or a page
        self.backs: list[Rule] = []  # pictures and filled boxes, on which white text is seen
        self._colours = Colours()
        self._objects = self._segments = 0
        self._matrix = c.FS_MATRIX()
        self._to_matrix = ctypes.byref(self._matrix)
        self._fill, self._stroke = ctypes.c_int(), ctypes.c_int()
        self._modes = ctypes.byref(self._fill), ctypes.byref(self._stroke)
        self._x, self._y = ctypes.c_float(), ctypes.c_float()
        self._point = ctypes.byref(self._x), ctypes.byref(self._y)

    def see(self, page: Any) -> None:
        """Add the ruled lines of `page` to its sheet, and tell whether a picture covers it."""
        self._each(call.page_object, call.handle(page), c.FPDFPage_CountObjects(page), _SAME, 0)
        beyond = self._objects >= _MAX_OBJECTS or self._segments > _MAX_SEGMENTS
        if beyond or len(self.backs) > _MAX_BACKS:
            self.backs = [Rule(0, 0, self.out.width, self.out.height)]

    def _each(self, get: Any, source: Any, count: int, outer: Matrix, depth: int) -> None:
        """Look at the objects of a page or form; `outer` is the matrix of the form."""
        for i in range(min(count, _MAX_OBJECTS - self._objects)):
            self._objects += 1
            address = get(source, i)
            kind = call.object_type(address)
            if kind == c.FPDF_PAGEOBJ_TEXT:
                continue
            drawn = call.handle(address)
            if kind == c.FPDF_PAGEOBJ_PATH:
                self._path(drawn, address, outer)
            elif kind == c.FPDF_PAGEOBJ_SHADING:
                self._back(address, outer)
            elif kind == c.FPDF_PAGEOBJ_IMAGE:
                self._picture(_product(self._own(drawn), outer))
            elif kind == c.FPDF_PAGEOBJ_FORM and depth < _DEPTH:
                size = c.FPDFFormObj_CountObjects(ctypes.cast(address, c.FPDF_PAGEOBJECT))
                inner = _product(self._own(drawn), outer)
                self._each(call.form_object, drawn, size, inner, depth + 1)

    def _picture(self, m: Matrix) -> None:
        """Tell a picture, drawn as the unit square under `m`, by its size."""
        area = abs(m[0] * m[3] - m[1] * m[2])
        if area > 0.5 * self.out.width * self.out.height:
            self.out.pictured = True
        box = self._box(Rule(0, 0, 1, 1), m)
        self.backs.append(box)
        if area >= LARGE:
            self.large.append(box)

    def _back(self, address: Any, outer: Matrix) -> None:
        """Keep in mind where something is filled with a colour."""
        found = bounds(address)
        if found is not None and min(found.x1 - found.x0, found.bottom - found.top) > _THIN:
            self.backs.append(self._box(found, outer))

    def _box(self, box: Rule, m: Matrix) -> Rule:
        """The box on the page of one that is drawn under `m`."""
        corners = [
            self.plan.displayed(m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5])
            for x in (box.x0, box.x1)
            for y in (box.top, box.bottom)
        ]
        xs, ys = zip(*corners, strict=True)
        return Rule(min(xs), min(ys), max(xs), max(ys))

    def _own(self, drawn: Any) -> Matrix:
        """The matrix of an object."""
        m = self._matrix
        m.a, m.b, m.c, m.d, m.e, m.f = _SAME
        call.object_matrix(drawn, self._to_matrix)
        return m.a, m.b, m.c, m.d, m.e, m.f

    def _path(self, path: Any, address: Any, outer: Matrix) -> None:
        """Add the ruled lines of a path: its straight strokes, its thin filled boxes."""
        count = call.segments(path)
        self._segments += count
        if count < 2 or self._segments > _MAX_SEGMENTS:
            return
        self._fill.value = self._stroke.value = 0
        call.draw_mode(path, *self._modes)
        if not self._fill.value and not self._stroke.value:
            return
        if self._fill.value and not self._colours.is_white(path):
            self._back(address, outer)
        a, b, c_, d, e, f = _product(self._own(path), outer)
        plan, x, y = self.plan, self._x, self._y
        parts: list[list[tuple[float, float]]] = []
        for i in range(count):
            segment = call.handle(call.segment(path, i))
            kind = call.segment_type(segment)
            if kind == c.FPDF_SEGMENT_BEZIERTO:
                return
            call.segment_point(segment, *self._point)
            px, py = x.value, y.value
            point = plan.displayed(a * px + c_ * py + e, b * px + d * py + f)
            if kind == c.FPDF_SEGMENT_MOVETO or not parts:
                parts.append([point])
            else:
                parts[-1].append(point)
            if call.segment_closes(segment):
                parts[-1].append(parts[-1][0])
        for part in parts:
            self._part(part, bool(self._stroke.value))

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


def _product(m: Matrix, n: Matrix) -> Matrix:
    """First `m`, then `n`."""
    return (
        m[0] * n[0] + m[1] * n[2],
        m[0] * n[1] + m[1] * n[3],
        m[2] * n[0] + m[3] * n[2],
        m[2] * n[1] + m[3] * n[3],
        m[4] * n[0] + m[5] * n[2] + n[4],
        m[4] * n[1] + m[5] * n[3] + n[5],
    )
