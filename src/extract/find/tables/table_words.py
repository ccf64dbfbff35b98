"""The words of tables, from the word lists bang_*.txt: what a label or a header is."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from extract.find.tables.table_values import Units
from extract.rules.book import Rulebook
from extract.rules.wording import wording
from extract.values.text import fold

BLANK = 8  # the rank of a row without number or mark
_RANK = {"-": 9, "+": 10, "*": 11, "•": 11, "o": 11}
_BLANKS = re.compile(r"\s+")
_ORDER = (
    (re.compile(r"[A-ZĐ]"), 1),
    (re.compile(r"[IVX]+"), 2),
    (re.compile(r"\d{1,5}"), 3),
    (re.compile(r"\d{1,3}(?:\.\d{1,3})"), 4),
    (re.compile(r"\d{1,3}(?:\.\d{1,3}){2,5}"), 5),
    (re.compile(r"[a-zđ]"), 6),
    (re.compile(r"\(\d{1,2}\)|\d{1,2}\)"), 7),
)
_NUMBERED = re.compile(
    r"(?P<stt>[A-ZĐ]|[IVX]{1,5}|\d{1,3}(?:\.\d{1,3}){0,5}|[a-zđ]|\(\d{1,2}\))[.)/:-]{1,2}\s*(?=\S)"
)
_MARKED = re.compile(r"(?P<mark>[-+*•–—])\s*(?=[^\W\d])")
_BRACKETS = re.compile(r"\s*\([^()]*\)\s*$")
_REFERRED = re.compile(
    r"[(=:]\s*=?\s*(?P<sum>[A-ZĐ\d.]{1,8}(?:\s*[-+]\s*[A-ZĐ\d.]{1,8})+)\s*\)?[.:]?$"
)
_SHARE = re.compile(r"(?<=\w)[^\w\d%]{0,3}\b[0-9]{1,3}(?:[.,][0-9]{1,2})? ?%")
_SO_MANY = re.compile(r" [0-9]{1,3} [^\W\d_]+(?: [^\W\d_]+)?\Z")  # Cộng 05 địa bàn
_BY_RATE = wording("table_words.by_rate")
_EDGES = " .:;,*-–_"


class Words:
    """The word lists compiled for one rulebook."""

    def __init__(self, book: Rulebook) -> None:
        def words(name: str) -> list[str]:
            return sorted((fold(t) for t in book.lexicon[name]), key=len, reverse=True)

        self.units = Units(book)
        self.totals = frozenset(words("bang_tong"))
        self.orders = frozenset(words("bang_stt"))
        self.no_figures = frozenset(words("bang_khong_so"))
        self.unit_heads = frozenset(words("bang_don_vi"))
        self.frames = tuple(words("bang_khung"))
        apart = words("bang_khong_cong")
        self._total = _opening(words("bang_tong"))
        self._partial = _opening(words("bang_trong_do"))
        self._less = _opening(words("bang_tru"))
        self._by = _opening(words("bang_theo"))
        self._apart = _opening(apart)
        self._apart_within = re.compile(
            r"(?<!\w)(?:" + "|".join(re.escape(w) for w in apart if " " in w) + r")(?!\w)"
        )
        self._grade = _opening(words("bang_xep_loai"))
        shared = _opening(words("bang_trung_nhau"))
        self._shared = re.compile(rf"(?<!\w){shared.pattern}")
        self._plain = fold(book.lexicon["bang_ten"][0])
        titles = "|".join(map(re.escape, words("bang_ten")))
        self._caption = re.compile(
            rf"(?:{titles})"
            r" (?:[0-9]{1,3}(?:[.\-/][0-9a-z]{1,4})*[a-z]?|[ivx]{1,5}|[a-z])(?!\w)"
        )

    def name(self, caption: str) -> str | None:
        """How a caption calls its table: "1" for Bảng 1, else “Mẫu biểu số 02”."""
        m = self._caption.match(fold(caption))
        if m is None:
            return None
        plain = m[0].rpartition(" ")[0] == self._plain
        return caption[: m.end()].rpartition(" ")[2] if plain else f"“{caption[: m.end()]}”"

    def total(self, label: str) -> str:
        """ "exact" for Tổng cộng, Cộng 05 xã, "like" for Tổng thu …, else ""."""
        words = _SO_MANY.sub("", key(_BRACKETS.sub("", label)))
        if words in self.totals or (words.rpartition(" ")[0] in self.totals and _tail(label)):
            return "exact"
        return "like" if self._total.match(words) else ""

    def partial(self, label: str) -> str | None:
        """What follows `Trong đó:` and its like; None where a label does not begin so."""
        m = self._partial.match(fold(label))
        return None if m is None else label[m.end() :].strip(" :;,.")

    def undivided(self, header: str) -> bool:
        """True for headers that have no columns below them (STT, Đơn vị tính)."""
        words = key(header)
        return words in self.orders or words in self.unit_heads

    def by(self, label: str) -> bool:
        """True for `Theo nguồn vốn`: another way to divide the same total."""
        return self._by.match(key(label)) is not None

    def lessens(self, label: str) -> bool:
        """True where a row may take away from a total, or is a balance (Giảm, Số dư)."""
        return self._less.match(key(label)) is not None

    def shared(self, label: str) -> bool:
        """True where what the label counts may stand in several parts: Số khách hàng."""
        return self._shared.search(key(label)) is not None

    def adds(self, label: str, beside: Iterable[str] = (), *, column: bool = False) -> bool:
        """True where figures under this label may be parts of a sum: the share that the name of a
        row tells besides ("Khá 40%", "Dự phòng (2%)") makes it no row of rates, and "Trung bình"
        with other grades `beside` it is no mean."""
        words = key(label)
        if "%" in (label if column else _SHARE.sub("", _without_rate(label))):
            return False
        if self._apart.match(words):
            return self._grade.match(words) is not None and any(map(self._graded, beside))
        return not (column and self._apart_within.search(words))

    def _graded(self, label: str) -> bool:
        """True for a grade that is no word of a mean: Khá, Yếu."""
        words = key(numbered(label)[2])
        return self._grade.match(words) is not None and not self._apart.match(words)


def _without_rate(label: str) -> str:
    """A folded label without the sign of the rate by which something is divided."""
    told = fold(label)
    m = _BY_RATE.search(told)
    return told if m is None else told[: m.start()] + told[m.end() :]


def _opening(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(r"(?:" + "|".join(map(re.escape, words)) + r")(?!\w)")


def _tail(label: str) -> bool:
    """True where the last word of a label is a row's number (Cộng I)."""
    return rank_of(label.strip(_EDGES).rpartition(" ")[2]) in (1, 2)


def key(label: str) -> str:
    """A label as it is compared: folded, blanks as one, without marks at its ends."""
    return _BLANKS.sub(" ", fold(label)).strip(_EDGES)


def rank_of(stt: str) -> int | None:
    """How deep a row's number stands (A 1, I 2, 1 3, 1.1 4 …); None where it is no number."""
    bare = stt.strip(" *_")
    if bare in _RANK:
        return _RANK[bare]
    bare = bare.rstrip(".,:/") or bare
    if set(bare) <= {"I", "V", "X"} and bare:
        return 2
    for pattern, rank in _ORDER:
        if pattern.fullmatch(bare):
            return rank
    return 6 if re.fullmatch(r"[a-zđ]\)", bare) else None


def numbered(label: str) -> tuple[str, int, str]:
    """The number or mark that a label begins with, its rank, and the rest."""
    if m := _MARKED.match(label):
        mark = "-" if m["mark"] in "–—" else m["mark"]
        return mark, _RANK[mark], label[m.end() :]
    if m := _NUMBERED.match(label):
        rank = rank_of(m["stt"])
        if rank is not None:
            return m["stt"], rank, label[m.end() :]
    return "", BLANK, label


def referred(label: str) -> tuple[tuple[str, int], ...]:
    """The rows that a label says it is the sum of: `(I+II-III)` -> I, II and III with signs."""
    m = _REFERRED.search(label[-60:])
    if m is None:
        return ()
    parts = re.findall(r"([-+]?)\s*([^-+\s]+)", m["sum"])
    found = tuple((stt.rstrip("."), -1 if sign == "-" else 1) for sign, stt in parts)
    return found if all(rank_of(stt) is not None for stt, _ in found) else ()


@lru_cache(maxsize=4)
def words_of(book: Rulebook) -> Words:
    """The words of a rulebook, compiled once."""
    return Words(book)
