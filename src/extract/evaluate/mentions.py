"""Mentions against labels: exact places, then the attributes of what was matched.

* citations, dates, quantities: the same `start` and `end`; the sign before a figure may stand
  within its span or before it, and its value be the amount;
* sections: the same `start` and label;
* footnotes: the same marker, call and beginning of the body, as spans (`ref`, `body`) or, where
  the labels only give lines, as lines counted from 1 (`ref_line`, `body_line`).

A label with `optional: true` counts neither for nor against, nor does a hit that overlaps one.

Attributes, compared on required labels that were found, without regard to case, Unicode form,
kind of dash and placement of tone marks:

* citations: type, number, date, issuer; `issuer_head` is lenient (one begins with the other);
* dates: value;
* quantities: value, of, value_to, unit, direction, bound, and `noun`, lenient (one holds the
  other); `direction_said` and `bound_said` leave out those that have none on both sides;
* sections: depth, and the first 40 characters of the title;
* footnotes: the end of the body (where labelled).
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from extract.evaluate.labels import Label, Labels, check_span, number, unsigned
from extract.evaluate.scores import Fault, Tally
from extract.model import Citation, DateMention, Footnote, Quantity, Report, Section
from extract.values.text import fold

Thing = Section | Footnote | Citation | DateMention | Quantity
Compare = Callable[[Label, Any], bool | None]  # None: does not apply
TITLE = 40
_LENIENT = ("_head", "_said")  # second views of an attribute: counted, not listed as faults


@dataclass(frozen=True, slots=True)
class _Place:
    """A label or a hit: what identifies it, and the span it covers."""

    key: Hashable
    start: int
    end: int
    what: Any


def score_mentions(kind: str, labels: Labels, report: Report) -> Tally:
    """The tally of one kind (sections, footnotes, citations, dates, quantities)."""
    text = report.document.text
    wanted = [_labelled(kind, label, text) for label in labels[kind]]
    by_line = kind == "footnotes" and any("ref_line" in label for label in labels[kind])
    free: dict[Hashable, list[_Place]] = defaultdict(list)
    for hit in _hits(kind, report, by_line):
        free[hit.key].append(hit)
    required = [w for w in wanted if not w.what.get("optional")]
    optional = [w for w in wanted if w.what.get("optional")]
    faults: list[Fault] = []
    found = 0
    tests = _ATTRIBUTES[kind]
    attributes = {name: (0, 0) for name in tests}
    for want in required:
        shown = _shown(kind, want, text)
        if not free[want.key]:
            faults.append(Fault(kind, "missed", want.start, want.end, shown))
            continue
        found += 1
        hit = free[want.key].pop(0)
        for name, right in tests.items():
            ok = right(want.what, hit.what)
            if ok is None:
                continue
            done = attributes[name]
            attributes[name] = (done[0] + ok, done[1] + 1)
            if not ok and not name.endswith(_LENIENT):
                detail = f"{_of_label(want.what, name)!r} is right, not {_of_hit(hit.what, name)!r}"
                fault = Fault(kind, f"wrong {name}", want.start, want.end, shown, detail)
                faults.append(fault)
    rest = [hit for hits in free.values() for hit in hits]
    false = [h for h in rest if not any(h.start < o.end and o.start < h.end for o in optional)]
    for hit in sorted(false, key=lambda h: h.start):
        detail = _of_rule(hit.what)
        shown = _shown(kind, hit, text)
        faults.append(Fault(kind, "false", hit.start, hit.end, shown, detail))
    return Tally(len(required), found, len(false), len(optional), attributes, tuple(faults))


def _labelled(kind: str, label: Label, text: str) -> _Place:
    if kind == "sections":
        start = label["start"]
        return _Place(
            (start, str(label["label"])), start, start + max(1, len(str(label["label"]))), label
        )
    if kind == "footnotes":
        marker = str(label["marker"])
        if "ref_line" in label:
            lines = label["ref_line"], label.get("body_line")  # None: no call, no body
            at = _line_start(text, lines[0] or lines[1] or 1)
            return _Place((marker, *lines), at, at + 1, label)
        ref, body = label.get("ref"), label.get("body")
        key = (marker, _pair(ref), body and body["start"])
        at = (ref or body or {"start": 0})["start"]
        return _Place(key, at, at + 1, label)
    check_span(text, label, kind)
    start, end = label["start"], label["end"]
    span = unsigned(text, start, end) if kind == "quantities" else (start, end)
    return _Place(span, start, end, label)


def _hits(kind: str, report: Report, by_line: bool) -> Iterator[_Place]:
    if kind == "sections":
        for s in report.sections:
            yield _Place((s.start, s.label), s.start, s.start + max(1, len(s.label)), s)
    elif kind == "footnotes":
        text = report.document.text
        for f in report.footnotes:
            at = (f.ref or f.body or (0, 0))[0]
            if by_line:
                lines = [None if x is None else _line(text, x[0]) for x in (f.ref, f.body)]
                yield _Place((f.marker, *lines), at, at + 1, f)
            else:
                yield _Place((f.marker, f.ref, f.body and f.body[0]), at, at + 1, f)
    else:
        for m in getattr(report, kind):
            span = (m.start, m.end)
            if kind == "quantities":
                span = unsigned(report.document.text, *span)
            yield _Place(span, m.start, m.end, m)


def _pair(span: dict[str, int] | None) -> tuple[int, int] | None:
    return None if span is None else (span["start"], span["end"])


def _line(text: str, at: int) -> int:
    return text.count("\n", 0, at) + 1


def _line_start(text: str, line: int) -> int:
    at = 0
    for _ in range(line - 1):
        at = text.find("\n", at) + 1 or len(text)
    return at


def _shown(kind: str, place: _Place, text: str) -> str:
    what = place.what
    if kind == "sections":
        label = what["label"] if isinstance(what, dict) else what.label
        return f"{label} | {' '.join(text[place.start : place.start + 60].split())}"
    if kind == "footnotes":
        marker = what["marker"] if isinstance(what, dict) else what.marker
        return f"note {marker} | {' '.join(text[place.start : place.start + 40].split())}"
    return " ".join(text[place.start : place.end].split())


# ---- attributes ---------------------------------------------------------------------------------


def norm(value: object) -> str | None:
    """A value as it is compared: NFC, folded, blanks as one."""
    if value is None:
        return None
    return " ".join(fold(unicodedata.normalize("NFC", str(value))).split())


def _same(name: str) -> Compare:
    return lambda label, thing: norm(label.get(name)) == norm(getattr(thing, name))


def _same_number(name: str) -> Compare:
    def compare(label: Label, thing: Any) -> bool:
        want: Decimal | None = number(label.get(name))
        have: Decimal | None = getattr(thing, name)
        if want is not None and have is not None and thing.text[0] in "-−–":
            return abs(want) == abs(have)
        return want == have

    return compare


def _same_said(name: str) -> Compare:
    same = _same(name)

    def compare(label: Label, thing: Any) -> bool | None:
        silent = label.get(name) is None and getattr(thing, name) is None
        return None if silent else same(label, thing)

    return compare


def _issuer_head(label: Label, thing: Citation) -> bool:
    a, b = norm(label.get("issuer")), norm(thing.issuer)
    if a is None or b is None:
        return a == b
    return a.startswith(b) or b.startswith(a)


def _noun(label: Label, thing: Quantity) -> bool:
    a, b = norm(label.get("noun")), norm(thing.noun)
    if a is None or b is None:
        return a == b
    return a in b or b in a


def _title(label: Label, thing: Section) -> bool:
    a, b = (_bare(t) for t in (label.get("title") or "", thing.title))
    size = min(len(a), TITLE)
    return a[:size] == b[:size]


def _bare(title: str) -> str:
    return " ".join(re.sub(r"[*#_]", " ", norm(title) or "").split()).strip(" .:;,")


def _body(label: Label, thing: Footnote) -> bool:
    return "body" not in label or _pair(label["body"]) == thing.body


_ATTRIBUTES: dict[str, dict[str, Compare]] = {
    "sections": {"depth": _same("depth"), "title": _title},
    "footnotes": {"body": _body},
    "citations": {
        "type": _same("type"),
        "number": _same("number"),
        "date": _same("date"),
        "issuer": _same("issuer"),
        "issuer_head": _issuer_head,
    },
    "dates": {"value": _same("value")},
    "quantities": {
        "value": _same_number("value"),
        "of": _same_number("of"),
        "value_to": _same_number("value_to"),
        "unit": _same("unit"),
        "direction": _same("direction"),
        "direction_said": _same_said("direction"),
        "bound": _same("bound"),
        "bound_said": _same_said("bound"),
        "noun": _noun,
    },
}


def _of_label(label: Label, name: str) -> object:
    return label.get(name)


def _of_hit(thing: Thing, name: str) -> object:
    value = getattr(thing, name)
    return value if value is None or isinstance(value, int | tuple) else str(value)


def _of_rule(thing: Thing) -> str:
    rule = getattr(thing, "rule", "")
    return f"rule {rule}" if rule else ""
