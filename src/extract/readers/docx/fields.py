"""Fields of Word that hold no result (17.16.18): what a reader sees in their place.

A formula (EQ) on one line as `docx/math` writes those of Office Math (`a/b`, `√27`, `m²`); the
character of a SYMBOL; what is chosen in a drop-down list; a box that is ticked or not.
"""

from __future__ import annotations

import re

from lxml.etree import _Element

from extract.readers.docx.notes import RaisedRuns
from extract.readers.docx.symbols import symbol
from extract.readers.docx.xml import W, is_on, number, val

_SYMBOL = re.compile(r'\s*SYMBOL\s+(0[xX][0-9A-Fa-f]{1,6}|\d{1,7})(?:.*?\\f\s+"([^"]*)")?', re.I)
_EQ = re.compile(r"\s*EQ\b", re.I)
_OPTION = re.compile(r"\\(\*|[a-z]{1,2})\s*(?:\"[^\"]*\"|-?\d+|\w+(?![\w(]))?\s*", re.I)
_SIGN = re.compile(r"\\([lrb]c)\s*\\(.)", re.I)
_SUMS = "+-−–·×*/"
_DEEPEST = 12  # formulas in formulas
_TICKED, _NOT_TICKED = "☒", "☐"


def without_result(code: str, begin: _Element | None, ending: str = "") -> str:
    """What is seen of a field without result: `code` is its instruction, `begin` its first part,
    `ending` the text before it."""
    m = _EQ.match(code)
    if m is not None:
        return _line(code[m.end() :].strip(), 0, ending)
    m = _SYMBOL.match(code)
    if m is not None:
        value = int(m[1], 0) if m[1][:2].lower() == "0x" else int(m[1])
        return symbol(value, m[2]) or (chr(value) if 31 < value < 0xD800 else "")
    return _form(begin) if begin is not None else ""


def _form(begin: _Element) -> str:
    """The state of a form field: the entry chosen (17.16.9), a box ticked or not (17.16.7)."""
    box = begin.find(f"{W}ffData/{W}checkBox")
    if box is not None:
        ticked = box.find(W + "checked")
        state = ticked if ticked is not None else box.find(W + "default")
        return _TICKED if state is not None and is_on(state.get(W + "val")) else _NOT_TICKED
    found = begin.find(f"{W}ffData/{W}ddList")
    entries = found.findall(W + "listEntry") if found is not None else []
    at = number(val(found, "result"), number(val(found, "default")))
    return entries[at].get(W + "val") or "" if 0 <= at < len(entries) else ""


def _line(text: str, depth: int, ending: str = "") -> str:
    """An expression of EQ on one line; `ending` is the text before it."""
    if depth > _DEEPEST:
        return ""
    out: list[str] = []
    at = 0
    while at < len(text):
        if text[at] == "\\" and at + 1 < len(text):
            opens = _opening(text, at)
            if opens:
                end = _closing(text, opens)
                out.append(
                    _shown(text[at:opens], text[opens + 1 : end], depth, ending + "".join(out))
                )
                at = end + 1
                continue
            m = _OPTION.match(text, at)
            if m is not None:
                at = m.end()
                continue
            at += 1
        out.append(text[at])
        at += 1
    return "".join(out)


def _opening(text: str, at: int) -> int:
    """Where the bracket of the switches at `at` opens; 0 where they have none."""
    while at < len(text) and text[at] == "\\":
        m = _SIGN.match(text, at) or _OPTION.match(text, at)
        if m is None:
            return 0
        at = m.end()
        if at < len(text) and text[at] == "(":
            return at
    return 0


def _closing(text: str, opens: int) -> int:
    """Where the bracket that opens at `opens` closes; the end of the text where it does not."""
    depth = 0
    at = opens
    while at < len(text):
        if text[at] == "\\" and text[at + 1 : at + 2] in ("(", ")", "\\"):
            at += 2
            continue
        depth += (text[at] == "(") - (text[at] == ")")
        if not depth:
            return at
        at += 1
    return len(text)


def _parts(inside: str) -> list[str]:
    """The arguments of a switch, parted by `;` or, where there is none, by `,`."""
    depth = 0
    cuts: dict[str, list[int]] = {";": [], ",": []}
    for at, char in enumerate(inside):
        depth += (char == "(") - (char == ")")
        if not depth and char in cuts and inside[at - 1 : at] != "\\":
            cuts[char].append(at)
    places = cuts[";"] or cuts[","]
    starts, ends = [0, *(at + 1 for at in places)], [*places, len(inside)]
    return [inside[a:b] for a, b in zip(starts, ends, strict=True)]


def _shown(switches: str, inside: str, depth: int, before: str) -> str:
    """What switches such as `\\f` make of their arguments; `before` is the text ahead of them."""
    kind = switches[1:2].lower()
    if kind == "s":
        text = _line(inside, depth + 1).strip()
        return RaisedRuns().read(text, before) if re.search(r"\\up", switches, re.I) else text
    parts = [_line(part, depth + 1).strip() for part in _parts(inside)]
    if kind == "f" and len(parts) == 2:
        ahead = " " if before[-1:].isdigit() else ""
        return ahead + "/".join(map(_closed, parts))
    if kind == "r":
        return (
            "√".join((parts[0], _closed(parts[1]))) if len(parts) > 1 else f"√{_closed(parts[0])}"
        )
    if kind == "b":
        signs = {m[1].lower(): m[2] for m in _SIGN.finditer(switches)}
        left = signs.get("lc") or signs.get("bc") or "("
        right = signs.get("rc") or {"(": ")", "[": "]", "{": "}"}.get(left, left)
        return f"{left}{', '.join(parts)}{right}"
    if kind == "i":
        return "∫" + " ".join(part for part in parts if part)
    if kind == "o":
        return "".join(parts)
    return ("; " if kind == "l" else " ").join(parts)


def _closed(part: str) -> str:
    """A part of a fraction or a root, in brackets where it is a sum or a product."""
    return f"({part})" if any(sign in part[1:] for sign in _SUMS) else part
