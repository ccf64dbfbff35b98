"""PDFium's C functions for tight loops: without the checks of arguments that take most of a call.

A function of pypdfium2 turns each argument into what C wants, at each call. Here that is done
once: a handle is made an argument by `handle`, a place to write to by `ctypes.byref`, both are
used for many calls, and integers go as they are. Nothing is checked: a bare integer for a handle
would be cut to 32 bits, but for functions that are asked once of each object: those take integers.
Functions that give a handle give an integer, None for none.
"""

from __future__ import annotations

import ctypes
from array import array
from collections import deque
from itertools import repeat
from typing import Any

import pypdfium2.raw as c

_P, _I, _D = ctypes.c_void_p, ctypes.c_int, ctypes.c_double
_AT_ONCE = 4_096  # characters; a page of dense text has 5,000


def _of(function: Any, result: Any, *arguments: Any) -> Any:
    address = ctypes.cast(function, _P).value or 0
    return ctypes.PYFUNCTYPE(result, *arguments)(address)


text_object = _of(c.FPDFText_GetTextObject, _P)  # text page, index
char_origin = _of(c.FPDFText_GetCharOrigin, _I)  # text page, index, double, double
char_matrix = _of(c.FPDFText_GetMatrix, _I)  # text page, index, matrix
char_edges = _of(c.FPDFText_GetCharBox, _I)  # text page, index, four doubles
font_size = _of(c.FPDFText_GetFontSize, _D)  # text page, index
is_unmapped = _of(c.FPDFText_HasUnicodeMapError, _I)  # text page, index
render_mode = _of(c.FPDFTextObj_GetTextRenderMode, _I, _P)  # object
fill_colour = _of(c.FPDFPageObj_GetFillColor, _I, _P)  # object, four unsigned integers
font = _of(c.FPDFTextObj_GetFont, _P, _P)  # object

page_object = _of(c.FPDFPage_GetObject, _P)  # page, index
form_object = _of(c.FPDFFormObj_GetObject, _P)  # object, index
object_type = _of(c.FPDFPageObj_GetType, _I, _P)  # object
object_matrix = _of(c.FPDFPageObj_GetMatrix, _I)  # object, matrix
draw_mode = _of(c.FPDFPath_GetDrawMode, _I)  # path, int, int
segments = _of(c.FPDFPath_CountSegments, _I)  # path
segment = _of(c.FPDFPath_GetPathSegment, _P)  # path, index
segment_type = _of(c.FPDFPathSegment_GetType, _I)  # segment
segment_point = _of(c.FPDFPathSegment_GetPoint, _I)  # segment, float, float
segment_closes = _of(c.FPDFPathSegment_GetClose, _I)  # segment

_char_box = _of(c.FPDFText_GetLooseCharBox, None)  # text page, index, four floats
_boxes = (ctypes.c_float * (4 * _AT_ONCE))()
_places = [ctypes.byref(_boxes, 16 * i) for i in range(_AT_ONCE)]
_bytes = memoryview(_boxes).cast("B")


def handle(raw: Any) -> Any:
    """A handle, of pypdfium2 or an integer, as an argument."""
    return _P.from_param(raw if isinstance(raw, int) else ctypes.cast(raw, _P).value)


def char_boxes(text_page: Any, count: int) -> array[float]:
    """Left, top, right and bottom, in user space, of each of the first `count` characters."""
    out = array("f")
    for first in range(0, count, _AT_ONCE):
        size = min(_AT_ONCE, count - first)
        deque(map(_char_box, repeat(text_page), range(first, first + size), _places), 0)
        out.frombytes(_bytes[: 16 * size])
    return out
