"""Compile marked sources (corpus/marked/NAME.txt|md) into texts with labels.

    python corpus/build.py            write corpus/NAME.txt|md and corpus/NAME.labels.json
    python corpus/build.py --check    exit 1 when a file on disk differs or a label is wrong

The markup is described in corpus/README.md. Nothing here is shared with the product: numbers and
dates are read by corpus/arithmetic.py, so that a mistake in the product cannot hide in its labels.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from arithmetic import SCALE, Figure, LabelError, check, date_value, number, plain, spell

HERE = Path(__file__).parent
OPEN, BAR, CLOSE = "⟦", "|", "⟧"
FLAGS: dict[str, tuple[str, Any]] = {
    "-": ("direction", "decrease"),
    "+": ("direction", "increase"),
    "?": ("optional", True),
    ">=": ("bound", "at_least"),
    "<=": ("bound", "at_most"),
    "<": ("bound", "less_than"),
    ">": ("bound", "more_than"),
    "~": ("bound", "about"),
}
LOOKALIKES = str.maketrans(
    "АВЕКМНОРСТ", "ABEKMHOPCT"
)  # Cyrillic capitals that an author may have typed in a number
LIST_OF = {"s": "sections", "fb": "footnotes", "c": "citations", "d": "dates", "q": "quantities"}


@dataclass
class Span:
    """One marked stretch of the finished text, with its annotation split into parts."""

    start: int
    end: int
    text: str
    kind: str
    name: str | None
    words: list[str]
    keys: dict[str, Any] = field(default_factory=dict)


def split_marks(source: str) -> tuple[str, list[Span]]:
    """Take the marks out of `source`; return the text and the spans in order of their ends."""
    out: list[str] = []
    stack: list[tuple[int, int | None]] = []  # (start of the span, place of its last bar)
    spans: list[Span] = []
    for char in source:
        if char == OPEN:
            stack.append((len(out), None))
        elif char == CLOSE:
            if not stack or stack[-1][1] is None:
                raise LabelError(f"stray {CLOSE} after {''.join(out[-40:])!r}")
            start, bar = stack.pop()
            note = "".join(out[bar:])[1:]
            del out[bar:]
            spans.append(make_span(start, "".join(out[start:]), note))
        else:
            if char == BAR and stack:
                stack[-1] = (stack[-1][0], len(out))
            out.append(char)
    if stack:
        raise LabelError(f"{OPEN} never closed: {''.join(out[stack[-1][0] :])[:60]!r}")
    return "".join(out), spans


def make_span(start: int, text: str, note: str) -> Span:
    """Read `kind name; word; word; key=value; flags` into a Span."""
    head, *rest = [part.strip() for part in note.split(";")]
    kind, _, name = head.partition(" ")
    span = Span(start, start + len(text), text, kind, name or None, [])
    for part in rest:
        key, eq, value = part.partition("=")
        if part and all(flag in FLAGS for flag in part.split()):
            span.keys.update(FLAGS[flag] for flag in part.split())
        elif eq and re.fullmatch(r"[a-z_]+", key):
            span.keys[key] = None if value == "null" else value
        else:
            span.words.append(part)
    return span


def quantity(span: Span, text: str) -> Figure:
    """The label of a quantity; a scale word right after it (or x=tỷ) multiplies the value."""
    raw, words, keys = span.text, list(span.words), dict(span.keys)
    percent = raw.rstrip()[-1] in "%‰"
    unit = raw.rstrip()[-1] if percent else (words.pop(0) if words else None)
    after = re.match(r"\s*(tỷ|tỉ|triệu|nghìn|ngàn|vạn)(?!\w| lệ)", text[span.end :])
    scale = SCALE[keys.pop("x")] if "x" in keys else SCALE[after[1]] if after and not percent else 1
    parts = (
        re.split(r"\s*(?:/|đến|[-–])\s*", re.sub(r"\s*[%‰]", "", raw))
        if "value" not in keys
        else []
    )
    if len(parts) > 2:
        raise LabelError(f"no number: {raw!r}")
    value = number(parts[0]) * scale if parts else Decimal(str(keys.pop("value")))
    label: dict[str, Any] = {
        "start": span.start,
        "end": span.end,
        "text": raw,
        "value": plain(value),
        "unit": unit,
        "noun": words[0] if words and words[0] != "=" else unit,
        "direction": None,
        "bound": None,
    }
    if len(parts) == 2 and "/" in raw:
        label["of"] = plain(number(parts[1]) * scale)
    elif len(parts) == 2:
        label |= {"bound": "range", "value_to": plain(number(parts[1]) * scale)}
    label |= keys
    if {"of", "value_to"} & keys.keys():
        label["bound"] = label["bound"] or ("range" if "value_to" in keys else None)
    decimals = len(parts[0].rpartition(",")[2]) if parts and "," in parts[0] else 0
    if parts and percent and re.fullmatch(r"\d+\.\d{1,2}", parts[0]):
        decimals = len(parts[0].partition(".")[2])
    exact = not parts or (decimals == 0 and scale == 1 and not percent)
    return Figure(value, Decimal(0) if exact else Decimal(scale) / 10**decimals / 2, label)


def citation(span: Span, inner: list[Span]) -> dict[str, Any]:
    """Type, number and date of a citation, read from its text unless given."""
    hit = re.match(
        r"([^\W\d]+(?:\s[^\W\d]+)*?)?[:,]?\s*(?:số:?\s*)?([\w/.-]*\d[\w/.-]*[-/]\w[\w/.-]*)",
        span.text,
    )
    date = next((s.keys.get("value") or date_value(s.text) for s in inner if s.kind == "d"), None)
    law = "Luật" if span.text.startswith("Luật") else " ".join(span.text.split()[:2])
    kind = " ".join((hit[1] if hit and hit[1] else law).split())
    found = {
        "type": kind,
        "number": hit[2] if hit else None,
        "date": date,
        "issuer": span.words[0] if span.words else None,
    }
    label: dict[str, Any] = {"start": span.start, "end": span.end, "text": span.text} | found
    label |= span.keys
    plain_text = re.sub(r"\s+", " ", span.text).translate(LOOKALIKES)
    if (label["number"] and label["number"] not in plain_text) or (
        date and span.keys.get("date", date) != date
    ):
        raise LabelError(f"citation {span.text!r}: {label['number']}, {label['date']}")
    if label["type"] not in (None, kind) and not re.match(
        r"(?:các )?" + label["type"] + r"|số\b|\d", plain_text
    ):
        raise LabelError(f"citation {span.text!r}: type {label['type']}")
    return label


def section(span: Span) -> dict[str, Any]:
    """Label, depth and title of a heading; the depth is the annotation's name."""
    hit = re.match(
        r"((?i:Phần|Chương|Mục|Điều|Phụ lục)\s+)?(\([\w.]+\)|[\w.]*\w)(\s*[.)/:–-]+|,)?\s*",
        span.text,
    )
    if hit is None or span.name is None:
        raise LabelError(f"section {span.text!r}")
    title = re.sub(r"[*#\s]+", " ", span.text[hit.end() :]).strip(" .:;*")
    return {
        "label": hit[2].strip("()."),
        "depth": int(span.name),
        "title": title,
        "start": span.start,
    } | span.keys


def compile_source(source: str, name: str) -> tuple[str, dict[str, Any]]:
    """The finished text and its labels; LabelError for anything that is not true."""
    marked, _, tail = source.partition("\n=====\n")
    text, spans = split_marks(marked.rstrip("\n") + "\n")
    labels: dict[str, Any] = (
        {"source": name} | {key: [] for key in LIST_OF.values()} | {"checks": []}
    )
    figures: dict[str, Figure] = {}
    items: dict[str, int] = {}
    calls = {s.text: {"start": s.start, "end": s.end} for s in reversed(spans) if s.kind == "fc"}
    for span in sorted(spans, key=lambda s: (s.start, -s.end)):
        inner = [s for s in spans if span.start <= s.start and s.end <= span.end and s is not span]
        if span.kind == "q":
            figure = quantity(span, text)
            if span.name and figures.setdefault(span.name, figure) is not figure:
                raise LabelError(f"two quantities named {span.name}")
            labels["quantities"].append(figure.label)
            if (
                re.fullmatch(r"[^\W\d]+(?: (?!phần)[^\W\d]+)+", span.text)
                and spell(span.text) != figure.value
            ):
                raise LabelError(f"{span.text!r} is {spell(span.text)}, not {figure.value}")
        elif span.kind == "d":
            label = {
                "start": span.start,
                "end": span.end,
                "text": span.text,
                "value": None,
            } | span.keys
            label["value"] = label["value"] or date_value(span.text)
            labels["dates"].append(label)
        elif span.kind == "c":
            labels["citations"].append(citation(span, inner))
        elif span.kind == "s":
            labels["sections"].append(section(span))
        elif span.kind == "fb":
            body = {"start": span.start, "end": span.end}
            labels["footnotes"].append(
                {"marker": span.name, "ref": calls[str(span.name)], "body": body}
            )
        elif span.kind == "i":
            items[str(span.name)] = items.get(str(span.name), 0) + 1
        elif span.kind not in ("x", "fc"):
            raise LabelError(f"unknown kind {span.kind!r} at {span.text!r}")
    labels["checks"] = [
        check(line, figures, items) for line in tail.splitlines() if line.strip() and line[0] != "#"
    ]
    for place in uncovered(text, spans):
        raise LabelError(f"digits with no mark: …{text[max(0, place - 30) : place + 20]!r}…")
    return text, labels


def uncovered(text: str, spans: list[Span]) -> Iterator[int]:
    """Places of digits that stand in no marked span (a section covers its label only)."""
    covered: set[int] = set()
    for span in spans:
        wide = span.kind not in ("s", "i", "fb")
        label = (
            re.match(r"[(]?(?i:Phần |Chương |Mục |Điều )?[\w.]+", span.text)
            if span.kind == "s"
            else None
        )
        end = span.end if wide else span.start + (label.end() if label else 0)
        covered.update(range(span.start, end))
    return (hit.start() for hit in re.finditer(r"\d", text) if hit.start() not in covered)


def prove(text: str, labels: dict[str, Any]) -> None:
    """Every `text` of the finished labels stands where its offsets say."""
    for key in ("citations", "dates", "quantities", "checks"):
        for label in labels[key]:
            if text[label["start"] : label["end"]] != label["text"]:
                raise LabelError(f"{key} at {label['start']}: {label['text']!r}")


def main(arguments: list[str]) -> int:
    """Build or check every marked source; the number of faults decides the exit code."""
    faults = 0
    for path in sorted((HERE / "marked").iterdir()):
        try:
            text, labels = compile_source(path.read_text(encoding="utf-8"), path.name)
            prove(text, labels)
        except (LabelError, KeyError, ValueError) as error:
            print(f"{path.name}: {type(error).__name__}: {error}", file=sys.stderr)
            faults += 1
            continue
        shown = json.dumps(labels, ensure_ascii=False, indent=1) + "\n"
        made = {HERE / path.name: text, HERE / f"{path.stem}.labels.json": shown}
        for target, content in made.items():
            if "--check" not in arguments:
                target.write_text(content, encoding="utf-8", newline="\n")
            elif not target.exists() or target.read_bytes() != content.encode("utf-8"):
                print(f"{target.name}: not what marked/{path.name} makes", file=sys.stderr)
                faults += 1
        required = [c for c in labels["checks"] if not c.get("optional")]
        wrong = sum(c["verdict"] == "inconsistent" for c in required)
        counts = ", ".join(f"{len(v)} {k}" for k, v in labels.items() if k != "source")
        print(f"{path.name}: {counts} ({len(required)} required, {wrong} inconsistent)")
    return 1 if faults else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
