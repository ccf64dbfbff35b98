"""Notes typed at the end of a text whose calls are raised, but not their own numbers: `(1) Gồm …`.

What proves them: they are called before, nothing else is the body of those calls, they count on
through all of these, and a rule stands over them or the document ends with them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.readers.text.lines import Line
from extract.values.letters import LOWERED

_CALL = re.compile(r"[⁰¹²³⁴-⁹]+")
_NO_CALL = re.compile(r"[\s(\[]\Z|(?:[\W\d][cdk]?m)\Z")  # at a line's head, in brackets, 12 m²
_BODY = re.compile(
    r"[*_\s]{0,4}(?:\((?P<round>\d{1,3})\)|\[(?P<square>\d{1,3})\]|(?P<plain>\d{1,3})"
    r"|(?P<listed>\d{1,3})[.)])"
    r"[*_]{0,3}\s+(?=\S)"
)
_BETWEEN = 3  # further lines of a note; lines behind the last one, where no rule stands above
Body = tuple[int, str, int]  # number, kind of its brackets, where the text begins


def typed_notes(text: str, lines: Sequence[Line]) -> dict[int, tuple[str, int]]:
    """The lines that are such notes: index -> number, where the text behind it begins."""
    waiting = _waiting(text, lines)
    if not waiting:
        return {}
    shown = [n for n, line in enumerate(lines) if line.kind not in ("blank", "feed")]
    bodies = {n: body for n in shown if (body := _body(text, lines[n])) is not None}
    first, place = next(iter(waiting.items()))
    starts = [
        at for at, n in enumerate(shown)
        if n in bodies and bodies[n][0] == first and lines[n].start > place
    ]  # fmt: skip
    if not starts:
        return {}
    at = starts[-1]
    ruled = at > 0 and lines[shown[at - 1]].kind == "rule"
    if bodies[shown[at]][1] == "listed" and not ruled:
        return {}
    return _counted(shown[at:], bodies, waiting, lines, ruled)


def _waiting(text: str, lines: Sequence[Line]) -> dict[int, int]:
    """The numbers that raised calls have and no note, in order, and where each is called first."""
    calls: dict[int, int] = {}
    for m in _CALL.finditer(text):
        if not m.start() or _NO_CALL.search(text, max(0, m.start() - 3), m.start()):
            continue
        calls.setdefault(int(m[0].translate(LOWERED)), m.start())
    if calls:
        for line in lines:
            if line.kind == "note":
                digits = re.sub(r"\D", "", text[line.start : line.head].translate(LOWERED))
                calls.pop(int(digits or 0), None)
    return dict(sorted(calls.items()))


def _body(text: str, line: Line) -> Body | None:
    m = _BODY.match(text, line.start, line.end) if line.kind in ("text", "label") else None
    if m is None or m.lastgroup is None:
        return None
    return int(m[m.lastgroup]), m.lastgroup, m.end()


def _counted(
    shown: list[int],
    bodies: dict[int, Body],
    waiting: dict[int, int],
    lines: Sequence[Line],
    ruled: bool,
) -> dict[int, tuple[str, int]]:
    """The lines from shown[0] on that count through the `waiting` numbers; {} where they do not,
    count further, or stand in the midst of the text."""
    kind = bodies[shown[0]][1]
    wanted = list(waiting)
    out: dict[int, tuple[str, int]] = {}
    since = 0
    for n in shown:
        number, own, start = bodies.get(n, (0, "", 0))
        if own == kind and len(out) < len(wanted) and number == wanted[len(out)]:
            if lines[n].start < waiting[number]:
                return {}
            out[n] = str(number), start
            since = 0
        else:
            since += 1
            if own == kind and number == wanted[-1] + 1:
                return {}
        if since > _BETWEEN and not (ruled and len(out) == len(wanted)):
            return {}
    return out if len(out) == len(wanted) and (ruled or len(out) > 1 or not since) else {}
