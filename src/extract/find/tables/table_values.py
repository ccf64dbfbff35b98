"""What stands in a cell: a figure with its digits, a unit, or neither."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from extract.rules.book import Rulebook
from extract.values.numerals import SCALE, Numeral, parse_digits, straight
from extract.values.text import fold

ONE = Decimal(1)
RATES = frozenset("%‰")
_NUMBER = re.compile(
    r"(?P<sign>[-+−–]?)(?P<num>[0-9]{1,3}(?: [0-9]{3})+(?:,[0-9]+)?|[0-9]+(?:[.,]{1,2}[0-9]+)*)"
    r"(?P<tail> ?[%‰]| [^\W\d_][^\d|]{0,24}|(?:vn)?đ(?:ồng)?|ha|kg|km)?"
    r"(?P<share> ?\([0-9]+(?:[.,][0-9]+)? ?[%‰]\))?"
    r"(?: ?\([0-9]+(?:[.,][0-9]+)*(?: [^\W\d_]+){0,2}\))?"  # some of them: 12 (8), 12 (8 nữ)
)
_DIGITS = re.compile(r"[-+−–(]?[0-9]{1,9}[.,][0-9.,]{0,30}[0-9]\)?(?: ?[%‰])?")
_DAY = re.compile(r"[0-9]{1,2}\.[0-9]{1,2}(?:\.(?:[0-9]{2}){1,2})?")
_BLANKS = re.compile(r"[\s\u00a0\u202f\u2009]+")
_DOTTED = re.compile(r"(?<![0-9.,])[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?(?![0-9.,])")
_COMMA = re.compile(r"(?<![0-9.,])[0-9]+,(?:[0-9]{1,2}|[0-9]{4,})(?![0-9.,])")
_FOREIGN = re.compile(
    r"(?<![0-9.,])(?:[0-9]{1,3}(?:,[0-9]{3})+\.[0-9]+|[0-9]{1,3}(?:,[0-9]{3}){2,}"
    r"|[0-9]+\.(?:[0-9]{1,2}|[0-9]{4,}))(?![0-9.,])"
)
_BRACKETED = re.compile(r"\((?:[^\W\d]|[%‰])[^()]*\)|\(1[. ]?000 ?[^\W\d][^()]*\)")
_THOUSANDS = re.compile(r"1[. ]?000(?: ?[x*])? ")
_EDGES = " .:;,()[]*-–"
_NILS = frozenset({"", "-", "–", "—", "−", "…", "...", "..", ".", "x", "//", "\\-"})
_MINUS = frozenset("-−–")
_YEARS = (Decimal(1900), Decimal(2100))
_LONG_UNIT = 4  # words
_PARTS = 2  # that show a column to be one of shares
_MARKS = 2  # from which on the order of marks tells whether digits make a number
_GROUP = 3  # digits between two marks for thousands
_BEFORE = 3  # columns before it of which it may tell shares


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure and the scale word before it: 10**6 and "đồng" of triệu đồng."""

    name: str | None
    scale: Decimal = ONE


@dataclass(frozen=True, slots=True)
class Value:
    """A figure in a cell: signed value as written, decimal places, where it ends in the text, the
    unit word or percent sign after it; `shared`: its share stands in brackets behind it."""

    value: Decimal
    decimals: int
    end: int
    tail: str
    plain_year: bool
    shared: bool = False


class Units:
    """Reads units as headers and captions write them."""

    def __init__(self, book: Rulebook) -> None:
        self._words = sorted(map(fold, book.lexicon["bang_don_vi"]), key=len, reverse=True)
        self._vague = {w for w in self._words for v in self._words if v != w and v.startswith(w)}
        self._measures = {fold(t) for t in book.lexicon["don_vi_do"]} | RATES
        self._known = self._measures | {fold(t) for t in book.lexicon["don_vi_dem"]}
        pairs = (entry.split(" = ") for entry in book.lexicon["bang_don_vi_tat"])
        self._short = {fold(short): fold(full) for short, full in pairs}

    def read(self, text: str) -> Unit | None:
        """The unit that `text` names as a whole ("Triệu đồng", "1.000 USD", "%"), or None."""
        words = fold(_BLANKS.sub(" ", text)).strip(_EDGES)
        words = self._short.get(words.replace(".", "").replace(" ", ""), words)
        scale = ONE
        if m := _THOUSANDS.match(words):
            scale, words = Decimal(1000), words[m.end() :]
        while True:
            head, _, rest = words.partition(" ")
            if head not in SCALE or not rest:
                break
            scale, words = scale * SCALE[head], rest
        if words in SCALE:
            return Unit(None, scale * SCALE[words])
        if words in self._known:
            return Unit("đồng" if words in ("đ", "vnđ", "vnd") else words, scale)
        if scale != ONE and 0 < len(words.split()) <= _LONG_UNIT:
            return Unit(words, scale)
        return None

    def announced(self, text: str) -> Unit | None:
        """The unit after `ĐVT:` or `Đơn vị tính:` in `text`, one not known too; after `Đơn vị:`,
        which may name a body, a known one only."""
        words = fold(_BLANKS.sub(" ", text)).strip(" .()*_")
        for opening in self._words:
            at = words.find(opening + ":")
            if at < 0:
                at = words.find(opening + " :")
            if at >= 0 and (at == 0 or not words[at - 1].isalnum()):
                rest = words[at:].partition(":")[2].strip(_EDGES)
                unit = self.read(rest)
                named = opening not in self._vague and 0 < len(rest.split()) <= _LONG_UNIT
                if unit is None and named and "," not in rest:
                    unit = Unit(rest)
                return unit
        return None

    def heads(self, header: str, cells: Iterable[str]) -> bool:
        """True where a column of such a header names the units of its rows; one headed "Đơn vị"
        may name bodies: then most of its cells are units that are known, or one word."""
        if header not in self._words:
            return False
        filled = [cell for cell in cells if not is_nil(cell)]
        units = sum(len(cell.split()) == 1 or self.read(cell) is not None for cell in filled)
        return header not in self._vague or 2 * units > len(filled)

    def in_brackets(self, label: str) -> Unit | None:
        """The unit in brackets of a label: "Sản lượng (triệu tấn)"; none of "Dự phòng (3%)"."""
        for m in _BRACKETED.finditer(label):
            inner = m[0][1:-1]
            unit = self.announced(inner) or self.read(inner)
            if unit is not None:
                return unit
        return None

    def bracketed(self, header: str) -> Unit | None:
        """The unit in brackets of a header, or the `%` that it begins with or is."""
        unit = self.in_brackets(header)
        if unit is not None:
            return unit
        if fold(header).strip().startswith("%") or header.rstrip(" )").endswith("%"):
            return Unit("%")
        return None

    def step_of(self, value: Value, unit: Unit, rounded: bool) -> Decimal:
        """The worth of the last digit written: 0 for a count, which stands for itself."""
        if value.decimals:
            return unit.scale.scaleb(-value.decimals)
        return unit.scale if rounded or self.measures(unit) else Decimal(0)

    def measures(self, unit: Unit) -> bool:
        """True for what is measured, money too, and for scaled figures: no count of things."""
        return unit.scale != ONE or unit.name in self._measures


def is_nil(text: str) -> bool:
    """True where a cell says that there is nothing (blank, dash, dots)."""
    return text in _NILS or not text.strip("-–—.… ")


def vietnamese(cells: Iterable[str]) -> bool | None:
    """How a table writes figures: with `.` for thousands and `,` for decimals (True), the other
    way (False), or with nothing that tells (None)."""
    home = foreign = 0
    for text in cells:
        if "," in text or "." in text:
            home += bool(_COMMA.search(text) or _DOTTED.search(text))
            foreign += bool(_FOREIGN.search(text))
    return None if home == foreign else home > foreign


def is_broken(text: str) -> bool:
    """True where a cell holds nothing but digits and marks that make no number and no day."""
    return _DIGITS.fullmatch(text) is not None and _DAY.fullmatch(text) is None


def read_value(text: str, home: bool | None) -> Value | None:
    """The figure that is all a cell says (blanks as one), but for its share (1.250 (12,5%)); `home`
    is what `vietnamese` tells."""
    opened = text[0] == "(" and text[-1] == ")"
    m = _NUMBER.fullmatch(text, int(opened), len(text) - opened)
    if m is None:
        return None
    digits = m["num"].replace(" ", "")
    if len(digits) > 30 or (digits[0] == "0" and digits[1:].isdigit() and len(digits) > 3):
        return None
    numeral = _read(digits, home)
    if numeral is None:
        return None
    tail = (m["tail"] or "").strip()
    return Value(
        value=-numeral.value if opened or m["sign"] in _MINUS else numeral.value,
        decimals=numeral.decimals,
        end=len(text) if opened else m.end("tail" if tail in RATES else "num"),
        tail=tail,
        plain_year=len(digits) == 4 and digits.isdigit() and _YEARS[0] <= numeral.value < _YEARS[1],
        shared=m["share"] is not None,
    )


def _read(digits: str, home: bool | None) -> Numeral | None:
    """The number that digits say; None where the marks are in no order that makes one."""
    if not _well_marked(digits):
        mended = straight(digits)
        if mended is None:
            return None
        digits = mended
    return parse_digits(digits, measure=home is True, comma_decimal=home is not False)


def _well_marked(digits: str) -> bool:
    """True where the marks in digits part thousands and decimals as they should."""
    marks = [c for c in digits if c in ".,"]
    if len(marks) < _MARKS:
        return True
    if len(set(marks)) > 1:
        return marks[-1] not in marks[:-1] and all(re.split(r"[.,]", digits))
    first, *rest = re.split(r"[.,]", digits)
    return len(first) <= _GROUP and all(len(group) == _GROUP for group in rest)


class Kinds(NamedTuple):
    """How many cells of a column are text, figures, plain years among them, percentages."""

    text: int
    figures: int
    years: int
    shares: int

    @property
    def worded(self) -> bool:
        """True for a column that is more text than figures."""
        return self.text > self.figures


def kinds_of(cells: Sequence[str], values: Sequence[Value | None]) -> Kinds:
    """What the cells of a column, as text and as values, are."""
    text = figures = years = shares = 0
    for cell, value in zip(cells, values, strict=True):
        if value is not None:
            figures += 1
            years += value.plain_year
            shares += value.tail in RATES
        elif not is_nil(cell):
            text += 1
    return Kinds(text, figures, years, shares)


def shares_of_before(rows: Sequence[Sequence[Value | None]], column: int) -> bool:
    """True for a column of percentages whose header does not say so: 100 for the first or the last
    row, and for nearly all others what they are of it in one of the columns before."""
    told = [(row, y) for row in rows if (y := row[column]) is not None]
    for whole, hundred in (told[0], told[-1]) if len(told) > _PARTS else ():
        for base in range(max(0, column - _BEFORE), column) if hundred.value == 100 else ():
            full = whole[base]
            if full is None or full.value <= 0:
                continue
            parts = [(x, y) for row, y in told if row is not whole and (x := row[base])]
            held = sum(
                abs(100 * x.value / full.value - y.value) <= Decimal(1).scaleb(-y.decimals)
                for x, y in parts
                if y.decimals
            )
            if held >= _PARTS and held * 5 >= len(parts) * 4:
                return True
    return False
