"""Counted nouns and label words beside a number, from the word lists."""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import normalize

from extract.rules.book import Rulebook
from extract.rules.engine import Text
from extract.rules.sources import halves
from extract.rules.wording import terms, wording
from extract.values.letters import UPPER
from extract.values.text import fold

_LEAD = wording("nouns.lead")
_ONWARD = wording("nouns.onward")
_END = wording("nouns.end")
_TAIL = wording("nouns.tail")
_COUNTING = wording("nouns.counting")
_NAMES = wording("nouns.names")
_SAID = wording("nouns.said")
_NONE = wording("nouns.none")
_MORE = wording("nouns.more")
_ALL_OF = wording("nouns.all_of")
_WHERE = wording("nouns.where")
_SHORT = re.compile(rf"\((?<=\w \()([{UPPER}]{{2,8}})\)")  # hồ sơ (HS)
_STOP = re.compile(r"[.;\n](?!\d)")
_TIME = wording("nouns.time")
_MAX = 120
_SENTENCE = wording("nouns.sentence")


class Nouns:
    """Looks up units, nouns and labels around places of one text."""

    def __init__(self, book: Rulebook, text: Text) -> None:
        self._text = text
        self._tables = _tables(book)
        self._short = self._abbreviated()

    def _abbreviated(self) -> dict[str, str]:
        """The counted nouns that the text shortens in brackets: "hs" of "hồ sơ (HS)" is hồ sơ; the
        letters must be those that its words begin with."""
        found: dict[str, str] = {}
        for m in _SHORT.finditer(self._text.view):
            letters = fold(m[1])
            bare = normalize("NFD", letters)
            words = self._text.fold[max(0, m.start() - _MAX) : m.start()].split()[-len(letters) :]
            if "".join(normalize("NFD", w)[0] for w in words) == bare:
                unit = self._tables.units.match(" ".join(words))
                if unit and letters not in self._tables.unit_set:
                    found.setdefault(letters, self._tables.synonyms.get(unit[0], unit[0]))
        return found

    def after(self, at: int, unit: str | None) -> tuple[int, int, str | None]:
        """(start, end, unit) of the counted noun after `at`; the unit as measured if given."""
        folded, tables = self._text.fold, self._tables
        start = at + folded.startswith(" ", at)
        if unit == "%" and (onward := _ONWARD.match(folded, start)):
            start = onward.end()
        lead = _LEAD.match(folded, start)
        start = lead.end() if lead else start
        if unit in tables.measured and _SENTENCE.match(self._text.plain, start):
            return start, start, tables.synonyms.get(unit, unit)  # "14 ha Thị trấn Hòa An là …"
        counted = tables.units.match(folded, start)
        head = counted.end() if counted else start
        stop = tables.noun_stop.search(folded, head, start + _MAX)
        end = stop.start() if stop else min(start + _MAX, len(folded))
        if not stop and end < len(folded):
            end = folded.rfind(" ", head, end)
        end = head if counted and self._names_listed(head) else max(end, head)
        while end > start and folded[end - 1] in " -,":
            end -= 1
        if unit is None and end > start:
            unit = counted[0] if counted else _unknown(folded[start:end])
        if unit is not None:
            unit = tables.synonyms.get(unit, self._short.get(unit, unit))
        return start, max(start, end), unit

    def _names_listed(self, at: int) -> bool:
        """True where proper names are listed at `at`: "3 xã Hòa An, Tân Lợi, Minh Thọ"."""
        m = _NAMES.match(self._text.view, at)
        if m is None or not m["next"].isupper():
            return False
        return all(word[0].isupper() for word in m["name"].split())

    def name(self, start: int, end: int) -> str | None:
        """The counted noun at start..end as the text writes it, without a joining word at its end
        ("và", "trong năm"); None where nothing else stands there."""
        if _NONE.match(self._text.fold, start, end):
            return None
        time = _TIME.match(self._text.fold, start, end)
        if time is not None:
            return self._text.view[start : time.end("unit")]
        tail = _TAIL.search(self._text.fold[start:end])
        return self._text.view[start : start + tail.start() if tail else end] or None

    def whole_name(self, start: int, end: int) -> str | None:
        """The noun at start..end, as `after` found it, with what goes on behind the stop there:
        "thôn, bản, tổ dân phố", "phòng và tương đương"."""
        folded = self._text.fold
        while (more := _MORE.match(folded, end)) is not None:
            stop = self._tables.noun_stop.search(folded, more.end(), start + _MAX)
            end = stop.start() if stop else more.end()
            while folded[end - 1] == " ":
                end -= 1
        return self.name(start, end)

    def unit_at(self, at: int) -> str | None:
        """The counted noun or measure that begins at `at`."""
        window = self._text.fold[at : at + 40]
        m = self._tables.units.match(window) or self._tables.measures.match(window)
        return m[0] if m else None

    def unit_in(self, words: str) -> str | None:
        """The counted noun that a name begins with: "đơn vị" of "Tổng số đơn vị"; None where it
        begins with none, or with a proper name (Hồ Chí Minh)."""
        folded = fold(words)
        lead = _COUNTING.match(folded)
        m = self._tables.units.match(folded, lead.end() if lead else 0)
        if m is None or any(c.isupper() for c in words[m.start() + 1 : m.end() + 2]):
            return None
        return self._tables.synonyms.get(m[0], m[0])

    @staticmethod
    def counted_in(name: str) -> str:
        """What a name counts: "lãnh đạo phòng" of "Tổng số lãnh đạo phòng"."""
        lead = _ALL_OF.match(fold(name))
        return name[lead.end() :] if lead else name

    @staticmethod
    def said_of(name: str) -> str | None:
        """What a name says of the things it counts: "thụ lý mới" of "Số thụ lý mới"; None where
        it begins with no word of counting."""
        lead = _SAID.match(fold(name))
        return name[lead.end() :] if lead else None

    def counted_before(self, noun: str, since: int, at: int) -> bool:
        """True where the figure at `at`, whose `noun` only tells a place, counts what the figure
        before it does, which ends at `since`: "09 tổ chức của tỉnh, 07 ở cấp huyện"."""
        return _WHERE.match(fold(noun)) is not None and not _STOP.search(self._text.fold, since, at)

    def unit_before(self, at: int) -> str | None:
        """The counted noun that ends at `at`, if any."""
        words = self._text.fold[max(0, at - 30) : at].split()
        return words[-1] if words and words[-1] in self._tables.unit_set else None

    def label_before(self, at: int) -> str | None:
        """The label word (Điều, khoản, thứ …) that ends at `at`, the longest; None where it ends a
        word that is no label (hình: tử hình)."""
        before = self._text.fold[max(0, at - 25) : at]
        m = self._tables.labels.search(before)
        if m is None:
            return None
        longer = self._tables.no_labels.search(before)
        return None if longer is not None and longer.start(1) < m.start(1) else m[1]


def _unknown(noun: str) -> str | None:
    """The unit of a noun that no list has: its first word, which may be a classifier ("khẩu súng"),
    or its first two where the first is no word of its own ("phân môn"), with the ending of a
    person after them ("định giá viên"); None where the noun only joins clauses ("và") or tells a
    place ("07 ở cấp huyện")."""
    if _WHERE.match(noun) or _NONE.match(noun):
        return None
    tail = _TAIL.search(noun)
    words = noun[: tail.start() if tail else len(noun)].split()
    if not words:
        return None
    first = words[0].rstrip(",")
    if first.startswith("-") or not any(c.isalpha() for c in first):
        return None  # "-12" in a row of figures
    if first not in terms("am_tiet_dau") or first != words[0]:
        return first
    person = len(words) > 2 and words[2].rstrip(",") in terms("duoi_chi_nguoi")
    if person and " ".join(words[2:4]).rstrip(",") in terms("don_vi_dem"):
        person = False  # "thông tin nhân khẩu"
    return " ".join(words[: 3 if person else 2]).rstrip(",")


class _Tables:
    """Compiled word lists of one rulebook."""

    def __init__(self, book: Rulebook) -> None:
        lex = {k: [fold(t) for t in v] for k, v in book.lexicon.items()}
        units = sorted(lex.get("don_vi_dem", ["người"]), key=len, reverse=True)
        measures = sorted(lex.get("don_vi_do", ["đồng"]), key=len, reverse=True)
        labels = sorted(lex.get("nhan_so", ["điều"]), key=len, reverse=True)
        no_labels = sorted(lex.get("nhan_ghep", ["tử hình"]), key=len, reverse=True)
        ends = sorted(lex.get("tu_dung", ["là"]), key=len, reverse=True)
        phrases = "|".join(re.escape(t) for t in ends if " " in t) or "(?!)"  # "ban hành": no ban
        self.units = re.compile(
            rf"(?!(?:{phrases})(?!\w))(?:" + "|".join(map(re.escape, units)) + r")(?!\w)"
        )
        self.unit_set = frozenset(units)
        self.measured = frozenset(measures)
        self.measures = re.compile("(?:" + "|".join(map(re.escape, measures)) + r")(?!\w)")
        self.labels = _at_end(labels)
        self.no_labels = _at_end(no_labels)
        whole = "|".join(re.escape(fold(t)) for t in lex.get("tu_ghep_dung", ["giao thông"]))
        stops = rf"(?!(?:{whole})(?!\w))(?:{'|'.join(map(re.escape, ends))})"
        stops = rf"(?<! tự )(?<! tự bảo ){stops}"  # tự bảo đảm
        self.noun_stop = re.compile(rf"(?:(?<= )|(?<![^ ])){stops}(?!\w)|{_END.pattern}")
        self.synonyms = dict(halves(lex.get("dong_nghia", ())))


def _at_end(words: list[str]) -> re.Pattern[str]:
    """One of the words at the end of a text, perhaps with a colon."""
    return re.compile(r"(?:^|[^\w])(" + "|".join(map(re.escape, words)) + r")[ :]*$")


@lru_cache(maxsize=4)
def _tables(book: Rulebook) -> _Tables:
    return _Tables(book)
