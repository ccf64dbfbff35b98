"""Which figures may be compared or added: the same unit, or units of one group."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from extract.model import Quantity
from extract.rules.book import Rulebook
from extract.rules.wording import terms, wording
from extract.values.letters import WORD
from extract.values.text import fold
from extract.values.units import PERCENT_UNITS, POINTS

_PAIRS = 1 << 12  # pairs of units, and names, that are remembered

EACH = wording("comparable.each")  # before what one of many gets
AVERAGE = wording("comparable.average")

_CASES = frozenset({"nhom_tin_bao", "nhom_vu_viec", "nhom_y_kien"})  # words for one sort of case

MASS = {"tấn": Decimal(1), "tạ": Decimal("0.1"), "kg": Decimal("0.001")}  # in tons
RANKS = frozenset({"bậc", "hạng", "vị trí"})  # places gained or lost, of which there is no rate


class Comparable:
    """Decides from the word lists nhom_*.txt which units count the same kind of thing."""

    def __init__(self, book: Rulebook) -> None:
        self._groups: dict[str, set[str]] = {}
        for name, listed in book.lexicon.items():
            if name.startswith("nhom_"):
                for term in listed:
                    self._groups.setdefault(fold(term), set()).add(name)
        self._known = {
            fold(t) for name in ("don_vi_dem", "don_vi_do") for t in book.lexicon.get(name, ())
        }

        self._measures = {fold(t) for t in book.lexicon.get("don_vi_do", ())} | PERCENT_UNITS
        self.units = lru_cache(maxsize=_PAIRS)(self._units)

    def measured(self, unit: str | None) -> bool:
        """True where the unit is one of measure or money, not a counted noun."""
        return unit in self._measures

    @staticmethod
    def akin(u: str | None, v: str | None) -> bool:
        """True where two units are one, one names a sort of the other (khu tái định cư, khu), or
        one is the initials of the other (hs, học sinh)."""
        if u is None or v is None:
            return u == v
        if u == v or u.startswith(v + " ") or v.startswith(u + " "):
            return True
        short, long = (u, v) if len(u) < len(v) else (v, u)
        return len(short) > 1 and short == "".join(word[0] for word in long.split(" ") if word)

    def cases(self, u: str | None, v: str | None) -> bool:
        """True where two units count the same cases by one word or by two (nguồn tin, tin báo)."""
        if u is None or v is None:
            return False
        return self.akin(u, v) or bool(
            self._groups.get(u, set()) & self._groups.get(v, set()) & _CASES
        )

    def known(self, unit: str | None) -> bool:
        """True where the unit stands in a word list (and is not just the word after a number)."""
        return unit in self._known

    def __call__(self, a: Quantity, b: Quantity) -> bool:
        """True where `a` and `b` may stand in one sum or difference; no unit fits any count."""
        if below_last_digit(a, b) or below_last_digit(b, a):
            return False
        return self.units(a.unit, b.unit)

    def _units(self, u: str | None, v: str | None) -> bool:
        """The same for two units; `units` remembers what it gave."""
        if u == v:
            return True
        if u is None or v is None:
            return (u or v) not in PERCENT_UNITS
        if u in POINTS and v in POINTS:
            return True
        if self.akin(u, v):
            return True
        return bool(self._groups.get(u, set()) & self._groups.get(v, set()))


def below_last_digit(bare: Quantity, amount: Quantity) -> bool:
    """True for a bare count smaller than what the last digit of an amount is worth: 36 of "khởi
    công 36, kinh phí 12 triệu đồng" is no amount."""
    return (
        bare.unit is None and amount.unit is not None and not bare.step and bare.value < amount.step
    )


@lru_cache(maxsize=_PAIRS)
def _words(name: str) -> frozenset[str]:
    return frozenset(WORD.findall(fold(name)))


def overlap(a: str | None, b: str | None) -> float:
    """How far two noun phrases say the same: shared words over the shorter one's, 0 to 1."""
    if not a or not b:
        return 0.5
    x, y = _words(a), _words(b)
    if not x or not y:
        return 0.5
    shared = len(x & y)
    return shared / min(len(x), len(y)) * 0.7 + shared / max(len(x), len(y)) * 0.3


def telling_words(text: str) -> frozenset[str]:
    """The words of a folded text that can tell one thing from another."""
    return frozenset(WORD.findall(text)) - terms("tu_dem_moc")
