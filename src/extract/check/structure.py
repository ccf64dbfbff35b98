"""Structure checks: labels that break their sequence, footnotes without their other half.

Pure: takes the outline and the footnotes, gives findings with an empty id.
"""

from __future__ import annotations

from extract.model import Finding, Footnote, Outline, Section, Severity
from extract.values.labels import follows, ordinal, style_of, successor

_WARN_MAX = 60  # labels above this are more likely misread figures than labels
_BRACKET = 2  # signs between a label and the call behind it
_OF_ACTS = ("article", "clause", "point")
_BLANKS = 8  # signs of a heading and the lines around it that are no words


def check_structure(outline: Outline, footnotes: tuple[Footnote, ...]) -> list[Finding]:
    """The findings S201 (sequence), S210, S211 and S212 (footnotes), in the order of the text."""
    found = [*_sequences(outline.sections, outline.cuts), *_footnotes(footnotes, outline.sections)]
    return sorted(found, key=lambda f: (f.start, f.code))


def _sequences(sections: tuple[Section, ...], cuts: tuple[int, ...]) -> list[Finding]:
    """Labels that do not follow the sibling before them, where nothing is left out openly."""
    out: list[Finding] = []
    last: dict[tuple[str | None, str], Section] = {}
    labels = {s.id: s for s in sections}
    for section in sections:
        style = style_of(section.marker)
        if not style or style == "word":
            continue
        if style in ("letter", "lroman") and section.label in ("i", "v", "x"):
            style = "letter" if (section.parent, "letter") in last else "lroman"
        if style == "roman" and len(section.label) == 1 and (section.parent, "upper") in last:
            style = "upper" if (section.parent, "roman") not in last else style
        key = (None if style in ("article", "chapter") else section.parent, style)
        previous = last.get(key)
        last[key] = section
        if previous is None:
            finding = _first_decimal(section, labels.get(section.parent or ""), style)
        elif (
            style == "chapter"
            or follows(section.label, previous.label, style)
            or _left_out(previous, section, style, cuts)
        ):
            finding = None
        else:
            finding = _broken(section, previous, style)
        if finding is not None:
            out.append(finding)
    return out


def _left_out(a: Section, b: Section, style: str, cuts: tuple[int, ...]) -> bool:
    """True where a text quotes in part what stands between two labels: "1. … […] 9. …"; articles
    may have other lines after what is left out."""
    return b.start in cuts or (style == "article" and any(a.start < cut <= b.start for cut in cuts))


def _first_decimal(section: Section, parent: Section | None, style: str) -> Finding | None:
    """A first 1.1 under a section that is numbered 2."""
    if style != "decimal" or parent is None:
        return None
    prefix = section.label.rpartition(".")[0]
    if style_of(parent.marker) not in ("number", "decimal") or prefix == parent.label:
        return None
    if prefix.count(".") != parent.label.count("."):
        return None
    return _finding(section, parent.label, f"{parent.label}.1", "warning")


def _broken(section: Section, previous: Section, style: str) -> Finding | None:
    """What to say of a label that does not follow `previous` (None: nothing)."""
    a, b = ordinal(previous.label, style), ordinal(section.label, style)
    expected = successor(previous.label, style)
    if a is None or b is None or not expected or (b == 1 and style != "decimal"):
        return None
    if b > _WARN_MAX and style != "article":
        return None
    if a == b and section.title and section.title == previous.title and _has_text(previous):
        return None  # a heading told again at the head of its table or page
    if style == "decimal":
        if section.label == successor(previous.label.rpartition(".")[0], style):
            return None  # 2.2.1, 2.2.2, 2.3 where 2.2 itself has no label of its own
        same = previous.label.rpartition(".")[0] == section.label.rpartition(".")[0]
        severity: Severity = "note" if same and b > a else "warning"
        return _finding(section, previous.label, expected, severity)
    return _finding(section, previous.label, expected, "note" if b > a else "warning")


def _has_text(section: Section) -> bool:
    """True where more than its heading stands in a section."""
    return section.end - section.start > len(section.marker) + len(section.title) + _BLANKS


def _finding(section: Section, previous: str, expected: str, severity: Severity) -> Finding:
    args = {"label": section.label, "previous": previous, "expected": expected}
    size = max(1, len(section.marker.strip("()")))
    return Finding("", "S201", severity, section.start, section.start + size, args)


def _footnotes(footnotes: tuple[Footnote, ...], sections: tuple[Section, ...]) -> list[Finding]:
    """Calls without body, bodies without call, calls out of order."""
    out: list[Finding] = []
    last = 0
    excerpt = _is_consolidated_excerpt(footnotes, sections)
    for note in footnotes:
        args = {"marker": note.marker}
        if note.ref is None and note.body is not None:
            out.append(Finding("", "S211", "note", note.body[0], note.body[1], args))
            continue
        if note.ref is None:
            continue
        if note.body is None and not excerpt:
            out.append(Finding("", "S210", "warning", note.ref[0], note.ref[1], args))
        if note.marker.isdigit():
            number = int(note.marker)
            if number not in (last, last + 1, 1) and last:
                shown = {"marker": note.marker, "previous": str(last), "expected": str(last + 1)}
                out.append(Finding("", "S212", "note", note.ref[0], note.ref[1], shown))
            last = number
    return out


def _is_consolidated_excerpt(
    footnotes: tuple[Footnote, ...], sections: tuple[Section, ...]
) -> bool:
    """True where a call stands right behind the label of an article or clause ("Điều 66[58]."), as
    in consolidated texts, and no note follows at all: they stand at the end of the whole."""
    if any(note.body is not None for note in footnotes):
        return False
    calls = [note.ref[0] for note in footnotes if note.ref is not None]
    ends = [s.start + len(s.marker) for s in sections if s.kind in _OF_ACTS]
    return any(end - 1 <= call <= end + _BRACKET for call in calls for end in ends)
