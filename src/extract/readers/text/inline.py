"""Inline marks: what inside a line does not belong to the text as it is meant to be read.

`find_edits` lists them in one pass over the whole text: emphasis, struck-through text, escapes,
tags, entities, odd white space, footnote calls (`text/inline_calls`); and what is `mistyped`.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Callable

from extract.readers.text.edits import Edit
from extract.readers.text.inline_calls import call_at, widen
from extract.readers.text.lines import SPACE, THIN
from extract.readers.text.mistyped import lost_blanks, slips_in_numbers
from extract.readers.text.spelled import blanks_in_words
from extract.values.letters import POWERS

_ODD = SPACE.replace(" ", "")
_MARK = re.compile(rf"[*_~\\<&$\[^{_ODD}{THIN}{POWERS}]")
_SPACES = re.compile(rf" [{SPACE}]+")
_STAR = re.compile(r"\*+")
_UNDER = re.compile(r"_+")
_CAREFUL = frozenset(" \t\xa0)0123456789")
_BLANKS = re.compile(rf"[{SPACE}{THIN}]+")
_TAG = re.compile(r"</?[A-Za-z][^<>\n]{0,200}>")
_BREAK = re.compile(r"<br\s?/?>", re.I)
_BLANK = str.maketrans(dict.fromkeys(SPACE.replace("\t", ""), " ") | dict.fromkeys(THIN, ""))
_ENTITY = re.compile(r"&(?:#\d{1,6}|#x[0-9a-fA-F]{1,5}|[A-Za-z]{2,8});")
_LINK = re.compile(
    r"!?\[[^\[\]\n]{0,300}\]\((?:https?:|#|mailto:|[\w./%-]+\.\w{2,4})[^()\s]{0,300}\)"
)
STRUCK = re.compile(r"(?<![\w~])~~(?=[^\s~])[^~\n]{1,300}(?<!\s)~~(?!~)")
# "$12{,}5\%$": a figure as Markdown writes formulas, no sum of dollars.
_MATH = re.compile(
    r"\$(?=\S)(?:[\d.,%+\-–/=<>()\s]|\\[%,; ]|\\(?:approx|sim|leq?|geq?|times|pm)(?![a-z])|\{[.,]\}"
    r"|(?<![A-Za-z])k?m\^\{?[23]\}?|\^\{?\\circ\}?C?"
    r"|\\(?:math(?:rm|bf|it)|text(?:bf|rm)?)\{[\w .,%/]{1,30}\}(?:\^\{?[23]\}?)?"
    r"|\\d?frac\{[\d.,]+\}\{[\d.,]+\}){1,60}(?<=\S)\$(?!\d)"
)
_LENGTH = re.compile(r"(?<![^\W\d_])[kcdmh]?m\Z")
_POWER = re.compile(r"\^[23](?!\d)(\^)?")
_SIGNS = re.compile(r"\\(?=%)|\\(?P<sign>[,; ]|[a-z]+)|(?P<over>\}\{)|[{}^]")
_MEANT = {"circ": "°", "approx": "≈", "sim": "≈", "times": "x", "pm": "±", "}{": "/"}


def find_edits(text: str) -> list[Edit]:
    """All inline edits of `text` (NFC), in order, not overlapping."""
    out: list[Edit] = []
    add = out.append
    last = 0
    size = len(text)
    for m in _MARK.finditer(text):
        start = m.start()
        if start < last:
            continue
        if m[0] == "*":
            end = start + 1
            while end < size and text[end] == "*":
                end += 1
            last = end
            if end < size and text[end] not in _CAREFUL and text[start - 1] not in "\\(":
                add(Edit(start, end, ""))
                continue
        edits = _marks(text, start, m[0])
        for edit in edits:
            if edit.call is not None and edit is edits[0]:
                widen(text, edit, out)
            add(edit)
            last = max(last, edit.end)
        last = max(last, start + 1)
    if "  " in text:
        out += [Edit(m.start(), m.end(), " ") for m in _SPACES.finditer(text)]
    out += lost_blanks(text)
    out += slips_in_numbers(text)
    out += blanks_in_words(text)
    out.sort(key=lambda e: (e.start, e.end))
    return out


def unmarked(source: str) -> str:
    """A stretch of the source without tags, entities, odd blanks and decomposed letters; its gaps
    stay."""
    if "<" in source or "&" in source:
        source = html.unescape(_TAG.sub("", _BREAK.sub("\n", source)))
    return unicodedata.normalize("NFC", source.translate(_BLANK))


def _marks(text: str, start: int, char: str) -> list[Edit]:
    """The edits for a mark that stands at `start`."""
    called = call_at(text, start)
    return _OF_MARK.get(char, _blanks)(text, start) if called is None else called


def _stars(text: str, start: int) -> list[Edit]:
    m = _STAR.match(text, start)
    end = m.end() if m else start + 1
    if _is_star_bullet(text, start, end):
        return [Edit(start, end - 1, "")] if end - start > 1 else []
    return [] if _kept_star(text, start, end) else [Edit(start, end, "")]


def _underscores(text: str, start: int) -> list[Edit]:
    m = _UNDER.match(text, start)
    end = m.end() if m else start + 1
    return [Edit(start, end, "")] if _is_emphasis(text, start, end) else []


def _tildes(text: str, start: int) -> list[Edit]:
    """Struck-through text is left out; a pair of tildes left over goes alone."""
    m = STRUCK.match(text, start)
    if m is not None:
        return [Edit(start, m.end(), "")]
    return [Edit(start, start + 2, "")] if text.startswith("~~", start) else []


def _tag(text: str, start: int) -> list[Edit]:
    """A tag or comment is left out; one that ends a line, cell or paragraph reads as a blank."""
    if text.startswith("<!--", start):
        close = text.find("-->", start, start + 5000)
        return [Edit(start, close + 3, "")] if close > 0 else []
    m = _TAG.match(text, start)
    if m is None:
        return []
    spaced = m[0][:3].lower() in ("<br", "</t", "</p", "</d", "</l")
    return [Edit(start, m.end(), " " if spaced else "")]


def _link(text: str, start: int) -> list[Edit]:
    """A Markdown link reads as its text, an image as nothing."""
    m = _LINK.match(text, start)
    if m is None:
        return []
    if start and text[start - 1] == "!":
        return [Edit(start - 1, m.end(), "")]
    close = text.index("](", start)
    return [Edit(start, start + 1, ""), Edit(close, m.end(), "")]


def _escape(text: str, start: int) -> list[Edit]:
    after = text[start + 1 : start + 2]
    escaped = after and not (after.isalnum() or after.isspace())
    return [Edit(start, start + 1, "")] if escaped else []


def _entity(text: str, start: int) -> list[Edit]:
    m = _ENTITY.match(text, start)
    read = html.unescape(m[0]) if m else ""
    if m is None or read == m[0] or len(read) != 1:
        return []
    return [Edit(start, m.end(), " " if read.isspace() else read)]


def _formula(text: str, start: int) -> list[Edit]:
    """The edits for a figure between dollar signs: these go, and signs of TeX read as they mean."""
    m = _MATH.match(text, start)
    if m is None or not any(c.isdigit() for c in m[0].replace("\\circ", "0")):
        return []
    end = m.end()
    signs = _SIGNS.finditer(text, start, end)
    inner = [Edit(m.start(), m.end(), _MEANT.get(m["sign"] or m["over"] or "", "")) for m in signs]
    return [Edit(start, start + 1, ""), *inner, Edit(end - 1, end, "")]


def _blanks(text: str, start: int) -> list[Edit]:
    """Odd white space reads as one blank, that of no width as nothing."""
    m = _BLANKS.match(text, start)
    end = m.end() if m else start + 1
    thin_only = not any(c.isspace() for c in text[start:end])
    return [Edit(start, end, "" if thin_only else " ")]


def _power(text: str, start: int) -> list[Edit]:
    """The sign before the power of a length reads as nothing: `m^2`, `km^2^`."""
    before = _LENGTH.search(text, max(0, start - 4), start)
    m = _POWER.match(text, start)
    if before is None or m is None:
        return []
    return [Edit(start, start + 1, ""), *([Edit(m.end() - 1, m.end(), "")] if m[1] else [])]


_OF_MARK: dict[str, Callable[[str, int], list[Edit]]] = {
    "*": _stars,
    "_": _underscores,
    "~": _tildes,
    "<": _tag,
    "[": _link,
    "\\": _escape,
    "&": _entity,
    "$": _formula,
    "^": _power,
}


def _is_star_bullet(text: str, start: int, end: int) -> bool:
    """True for `* text` at the head of a line (`** text*` is such a line in italics)."""
    if text[end : end + 1] not in (" ", "\t", "\xa0") or end - start > 3:
        return False
    at = start
    while at and text[at - 1] in " \t\xa0\\":
        at -= 1
    if at and text[at - 1] not in "\n\r\x0c":
        return False
    stop = text.find("\n", end)
    rest = text[end : stop if stop >= 0 else len(text)].strip(SPACE + THIN)
    return bool(rest.strip("*_")) and not (end - start > 1 and rest.endswith("**"))


def _kept_star(text: str, start: int, end: int) -> bool:
    """True for a star that is a sign of its own: `(*)`, `2 * 3`, an escaped one."""
    before = text[start - 1] if start else "\n"
    after = text[end] if end < len(text) else "\n"
    if before == "\\" and end - start == 1:
        return True
    if before == "(" and after == ")":
        return True
    if end - start == 1:
        if before == " " and after == " ":
            return start >= 2 and text[start - 2].isalnum()
        return before.isdigit() and after.isdigit()
    return False


def _is_emphasis(text: str, start: int, end: int) -> bool:
    """True for underscores at a word's edge (not a blank to fill in, not a_name)."""
    if end - start > 3 or (start and text[start - 1] in "\\_"):
        return False
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    return before.isalnum() != after.isalnum() or not (before.isalnum() or after.isalnum())
