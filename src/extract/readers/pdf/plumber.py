"""PDF -> sheets through pdfplumber: the same runs, read slowly, to hold the fast way against."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Sequence
from typing import Any

from extract.readers.pdf.beside import LARGE, count_beside, is_typed
from extract.readers.pdf.runs import Font, Rule, Run, Sheet, axes, font_of, strange_in, turn_of

_THIN = 3.0
_RAISED = 0.1  # heights by which a character stands above or below its line


def sheet_of(document: Any, number: int, most: int) -> Sheet:
    """What stands on a page; of one with more than `most` characters only that it is skipped."""
    page = document.pages[number - 1]
    try:
        return _sheet(page, most)
    finally:
        page.close()


def _sheet(page: Any, most: int) -> Sheet:
    """All of one page."""
    out = Sheet(page.page_number, float(page.width), float(page.height))
    fonts: dict[str, Font] = {}
    runs: dict[int, Run] = {}
    if len(page.chars) > most:
        out.skipped = True
        return out
    level = _levels(page.chars)
    for char in page.chars:
        font = fonts.setdefault(char["fontname"], font_of(str(char["fontname"])))
        _add(out, char, font, runs, _above(char) - level[char["fontname"]])
    for line in (*page.lines, *page.rects):
        box = Rule(line["x0"], line["top"], line["x1"], line["bottom"])
        if min(box.x1 - box.x0, box.bottom - box.top) <= _THIN:
            out.rules.append(box)
        elif line.get("stroke"):
            out.rules += [
                Rule(box.x0, box.top, box.x1, box.top),
                Rule(box.x0, box.bottom, box.x1, box.bottom),
                Rule(box.x0, box.top, box.x0, box.bottom),
                Rule(box.x1, box.top, box.x1, box.bottom),
            ]
    pictures = [Rule(i["x0"], i["top"], i["x1"], i["bottom"]) for i in page.images]
    large = [p for p in pictures if (p.x1 - p.x0) * (p.bottom - p.top) >= LARGE]
    out.beside = count_beside(out, large)
    out.typed = sum(_is_typed(annotation["data"]) for annotation in page.annots)
    area = out.width * out.height
    out.pictured = any(i["width"] * i["height"] > 0.5 * area for i in page.images)
    return out


def _is_typed(annotation: dict[str, Any]) -> bool:
    """True for an annotation that shows words."""
    subtype, field = (str(getattr(annotation.get(k), "name", "")) for k in ("Subtype", "FT"))
    said = annotation.get("Contents" if subtype == "FreeText" else "V")
    shown = subtype in ("FreeText", "Widget") and isinstance(said, (bytes, str))
    return shown and is_typed(subtype, field, str(said))


def _above(char: Any) -> float:
    """How far the box of a character begins above the line its matrix tells, in parts of its
    height: the font's descent, and how far the character is raised (Ts), which the matrix leaves
    out."""
    height = float(char["height"]) or 1.0
    return round((float(char["y0"]) - float(char["matrix"][5])) / height, 2)


def _levels(chars: Sequence[Any]) -> dict[str, float]:
    """What `_above` gives for most characters of each font: those that are not raised."""
    seen: dict[str, Counter[float]] = {}
    for char in chars:
        seen.setdefault(char["fontname"], Counter())[_above(char)] += 1
    return {font: counts.most_common(1)[0][0] for font, counts in seen.items()}


def _add(out: Sheet, char: Any, font: Font, runs: dict[int, Run], raised: float) -> None:
    """Put a character behind the run it goes on with, or begin one; `runs` holds each turn's
    last. `raised` by so many heights, it stands on a higher line."""
    text = char["text"]
    a, b, _, _, e, f = char["matrix"]  # pdfminer has turned the page; y counts upwards
    turn = turn_of(a, -b)
    if turn is None:
        out.slanted += not text.isspace()
        return
    kx, ky, shift, mx, my, drop = axes(turn, out.width, out.height)
    top = out.height - f
    if not (-1 <= e <= out.width + 1 and -1 <= top <= out.height + 1):
        return
    if turn == 0 and abs(raised) > _RAISED:
        top -= raised * char["height"]
    base = mx * e + my * top + drop
    x0, x1 = sorted(
        kx * char[x] + ky * char[y] + shift for x, y in (("x0", "top"), ("x1", "bottom"))
    )
    size = char["width"] if turn in (90, 270) else char["height"]
    if text.startswith("(cid:"):
        text = "\ufffd"
        out.strange += 1
    if not 1 <= size < 2000:
        return
    if not text.isspace():
        out.characters += 1
        out.strange += strange_in(text, font.symbols)
    run = runs.get(turn)
    step = (x1 - x0) / len(text)
    if (
        run is None
        or run.font is not font
        or abs(run.size - size) > 0.01
        or abs(run.base - base) > 0.01
        or not -0.3 * size < x0 - run.x1[-1] < size
    ):
        run = runs[turn] = Run("", array("f"), array("f"), base, size, font)
        out.runs.setdefault(turn, []).append(run)
    for k, one in enumerate(text):
        run.text += one
        run.x0.append(x0 + k * step)
        run.x1.append(x0 + (k + 1) * step)
