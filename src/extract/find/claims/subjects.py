"""What a figure is about: "Thu nội địa" of "Thu nội địa ước đạt 1.256 tỷ đồng, tăng 8,4%".

A count says it itself ("12 đơn vị sự nghiệp"). Money, measures, rates and counts whose noun names
nothing ("Số thụ lý mới là 45 vụ") are about the words before them in their clause, without its
label, lead, date and verb; a figure whose clause names nothing ("…, tăng 8,4%") is about what the
figure before it in the sentence is about. The words are data (patterns/wording/subjects.toml).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from extract.find.claims.clause_names import ClauseNames
from extract.model import DateMention, Quantity
from extract.rules.wording import terms, wording
from extract.values.text import fold
from extract.values.units import PERCENT_UNITS

_LABEL = wording("subjects.label")
_BREAK = wording("subjects.break")
_LABEL_TAIL = wording("subjects.label_tail")
_PART_OPENS = wording("subjects.part_opens")
_MORE = wording("nouns.more")
_RESPECT = wording("subjects.respect")
_GIVEN = wording("subjects.given")
_PLAN = wording("subjects.plan")
_NAMING = wording("subjects.naming")
_GENERIC = wording("subjects.generic")
_CLASS = wording("subjects.class")
_CLASSED = wording("subjects.classed")
_STRIVING = wording("subjects.striving")
_MOVED = wording("subjects.moved")
_SCOPE = wording("claims.scope")
_OUT_OF = wording("subjects.out_of")
_COPULA = wording("subjects.copula")
_NAMED = wording("subjects.named")
_PAIRED = wording("subjects.paired")
_WHOLE = wording("subjects.whole")
_THIS = wording("subjects.this")
_PLACE = wording("subjects.place")
_REACH = 240  # characters before a figure within which its subject is named
_TO_LASTING = 24  # characters of the words before a stretch of time
_LASTING = wording("subjects.lasting")
_EACH = wording("subjects.each")
_AGENT = wording("subjects.agent")
TIMES = ("năm", "quý", "tháng", "tuần", "ngày")


class Subjects(ClauseNames):
    """Finds the subjects of a document's figures, which are asked for in their order."""

    def __init__(self, view: str, fold: str, dates: Sequence[DateMention]) -> None:
        """`view` is the document as read, `fold` its folded form; positions are positions in it."""
        super().__init__(view, fold, dates)
        self._sentence = self._done = -1
        self._before: str | None = None
        self._last: str | None = None  # what the figure before is about, in whatever sentence
        self._of_unit: dict[str, str] = {}  # unit -> what its last figure in the sentence is about
        self._unit: str | None = None  # the unit of the figure before
        self._pair: str | None = None  # what the first of "32 vụ/47 bị can" before is about
        self._outer: str | None = None  # the subject before the bracket that is open
        self._first: str | None = None  # what the first figure of the sentence is about
        self._earlier: str | None = None  # and that of the sentence before

    def of(self, q: Quantity, low: int, title: tuple[int, int] | None = None) -> str | None:
        """The subject of a figure whose sentence begins at `low`; None where nothing names it.

        `title` is where the title above the sentence stands: it names what "Đạt 120 tỷ đồng" is.
        """
        if self._sentence != low:
            self._sentence, self._done = low, low
            self._earlier = self._first
            self._before = self._outer = self._first = self._pair = None
            self._of_unit, self._unit = {}, None
        if q.ve <= self._spans.get(q.vs, -1):  # "6 tháng đầu năm": when, not how much
            return None
        if q.ve <= self._ages.get(q.vs, -1):  # "dân số từ 15 tuổi trở lên": part of a name
            return self._named(q.vs, low) or self._before
        gap = self._fold[self._done : q.vs]
        if gap.rfind("(") > gap.rfind(")"):
            self._outer = self._before
        elif ")" in gap and "(" not in gap:
            self._before = self._outer or self._before
        found = q.noun
        moved = q.direction is not None and names_nothing(q.noun)
        if q.direction is None and names_nothing(q.noun) and (grade := self._grade(q.vs)):
            found = grade
        elif q.direction is not None and q.noun and q.noun_vs > q.full_ve + 1:
            found = q.noun  # "giảm 0,75% số người chết"
        elif q.direction is not None and q.unit == "%" and q.noun and not _PLAN.match(fold(q.noun)):
            found = q.noun  # "cắt giảm 20% chi phí tuân thủ"
        elif (moved or q.unit in PERCENT_UNITS) and self._goes_on(q.vs):
            found = (self._pair if q.unit in PERCENT_UNITS else None) or self._before
            if moved and q.unit != self._unit:
                found = self._of_its_unit(q, low) or found  # "12 vụ, 15 bị can, giảm 3 vụ"
        elif _is_rate(q) and not self._opens_clause(q.vs, low):
            found = self._named(q.vs, low) or self._before or q.noun
        elif gap == "/" and q.unit == self._unit and names_nothing(found):
            found = self._before  # "đàn bò 4.120 con/3.900 con"
        elif names_nothing(found):  # "Số thụ lý mới là 45 vụ"
            named = self._named(q.vs, low, nearest=found is not None)
            dated = named is None and self._is_dated(q.vs, low)
            if named is None and (dated or q.direction is not None) and self._before is None:
                named = self._moved(q.vs, low)
            if named is None and dated and found is not None:
                named = self._of_unit.get(q.unit or "")  # "(năm 2031: 112 vụ; năm 2032: 96 vụ)"
            if named is not None and _SCOPE.fullmatch(fold(named)):
                at = self._fold.rfind(fold(named), low, q.vs)
                named = self._named(at, low) if at > low else None  # "Chủ trì: Cấp tỉnh: 150.000"
                named = None if named is not None and _SCOPE.fullmatch(fold(named)) else named
            if named is not None and found is not None and _EACH.match(fold(named)):
                named = found  # "mỗi xã không quá 37 người": people, not communes
            if named is not None and found is not None and _AGENT.match(fold(named)):
                named = found  # "Cơ quan điều tra đã khởi tố 37 vụ": who did it is not counted
            if named is None and (found is None or q.direction is not None):
                named = self._carried(q)
            if named is None and found is None and title is not None:
                named = self._words(*title)
            if named is None and found is None and _GIVEN.search(self._fold, low, q.vs):
                named = self._earlier  # "Tổng thu 95 tỷ đồng. Tỉnh giao đầu năm 90 tỷ đồng."
            found = named or found
        elif found is not None and (whole := self._named_with(q, low)) is not None:
            found = whole  # "Tổng lượt khách đến tỉnh đạt 3.768 lượt khách"
        found = self._pointed(found, q, low)
        if q.direction is not None and found and (moved_by := _MOVED.match(fold(found))):
            found = found[moved_by.end() :]  # "giảm tỷ lệ hộ nghèo 1,5%"
        if q.unit != self._unit and self._pairs(q, gap):
            self._pair = self._before  # one thing in two units: a rate behind is of the first
        elif q.unit not in PERCENT_UNITS:
            self._pair = None
        is_whole = q.unit == self._unit and _OUT_OF.fullmatch(gap) is not None
        if not is_whole or self._before is None:  # "622 vụ trong tổng số 698 vụ, đạt 89,1%"
            self._before = found
        self._last = found or self._last
        self._first = self._first or found
        if q.unit is not None and q.unit not in PERCENT_UNITS and found is not None:
            self._of_unit[q.unit] = found
        self._unit = q.unit
        self._pass(q)
        return None if self._lasts(q, low) else found

    def _named_with(self, q: Quantity, low: int) -> str | None:
        """The name before a count that holds its noun and tells more: "số xã đạt chuẩn là 12 xã";
        None where another word than that of a name and its figure stands between them."""
        lead = self._fold[max(low, q.vs - _TO_LASTING) : q.vs]
        if q.direction is not None or q.noun is None or not _COPULA.search(lead):
            return None
        named = self._named(q.vs, low, nearest=True)
        if named is None or len(named) <= len(q.noun):
            return None
        words = f" {fold(named)} "
        return named if _NAMED.match(fold(named)) and f" {fold(q.noun)} " in words else None

    @staticmethod
    def _pairs(q: Quantity, gap: str) -> bool:
        """True where figure `q`, of another unit, tells what the one before it does: "32 vụ/47 bị
        can", "32 vụ, 47 bị can"."""
        return gap == "/" or (
            q.unit in terms("nhom_nguoi_pham_toi") and _PAIRED.match(gap) is not None
        )

    def _pointed(self, found: str | None, q: Quantity, low: int) -> str | None:
        """`found`, or what it points back to where it names nothing itself: "tỷ lệ này"; in a
        bracket a proper name before a count tells where: "6 người bị nạn (Hòa An 2 người)"."""
        if found is None:
            return None
        if _THIS.fullmatch(fold(found)):
            return self._before or self._last or found
        inside = self._fold.rfind("(", low, q.vs) > self._fold.rfind(")", low, q.vs)
        if q.noun is None or not inside or _PLACE.fullmatch(found) is None:
            return found
        return self._of_unit.get(q.unit or "") or found

    def _of_its_unit(self, q: Quantity, low: int) -> str | None:
        """What the last figure of the unit of change `q` in its sentence is about: in a bracket
        whatever that is, else where its name holds that unit; the unit alone where others do."""
        told = self._of_unit.get(q.unit or "")
        inside = self._fold.rfind("(", low, q.vs) > self._fold.rfind(")", low, q.vs)
        if told is None or inside:
            return told
        return told if f" {q.unit} " in f" {fold(told)} " else q.noun

    def _lasts(self, q: Quantity, low: int) -> bool:
        """True for a stretch of time that tells nothing of the words before it: "có hiệu lực sau
        10 ngày", "kế hoạch tài chính 03 năm"."""
        if q.unit not in TIMES or not names_nothing(q.noun):
            return False
        return _LASTING.search(self._fold, max(low, q.vs - _TO_LASTING), q.vs) is not None

    def _moved(self, at: int, low: int) -> str | None:
        """What a change is about that opens its own clause, or a bracket, and is the first figure
        of its sentence: "Riêng án ma túy tăng nhiều nhất (tăng 16 vụ)"."""
        for m in reversed(list(_BREAK.finditer(self._fold, max(low, at - _REACH), at))):
            if m[0][0] in ".;:\n":
                return None
            named = self._words(low, m.start())
            if named is not None:
                break
        else:
            return None
        last = list(_BREAK.finditer(self._fold, low, m.start()))
        return self._words(last[-1].end(), m.start()) if last else named

    def _carried(self, q: Quantity) -> str | None:
        """What a figure is about that no words of its clause name: what the last figure of its
        unit in the sentence is about, else what the one before it is; None where that one counts
        other things ("12 vụ, bị thương 11 (tăng 02 vụ)")."""
        if q.noun is None or q.unit is None:
            return self._before
        if q.unit in self._of_unit:
            return self._of_unit[q.unit]
        people = terms("nhom_nguoi")
        others = self._of_unit.keys() - {q.unit}
        alike = q.unit in people and not people.isdisjoint(others)
        return None if others and not alike else self._before

    def _pass(self, q: Quantity) -> None:
        """Read on behind a figure, its noun and in what respect it is told."""
        self._done = q.full_ve
        near = q.full_ve <= q.noun_vs <= q.full_ve + 1
        if q.noun and near and self._view.startswith(q.noun, q.noun_vs):  # "98% kế hoạch", "80vụ"
            self._done = q.noun_vs + len(q.noun)
            while (more := _MORE.match(self._fold, self._done)) is not None:
                self._done = more.end()  # "9/9 huyện, thành phố": one name
        if q.per is not None and self._fold.startswith("/", self._done):
            self._done += 1 + len(q.per)  # "30 giường bệnh/1 vạn dân"
        respect = _RESPECT.match(self._fold, self._done)
        if respect is not None:  # "tăng 5% về lượng và 3% về trị giá"
            self._done = respect.end()

    def _grade(self, at: int) -> str | None:
        """The class that stands right before the figure at `at` in a list of classes: "khá" of
        "tốt 15, khá 20"; its words alone would be an adverb or a verb."""
        if self._before is None or _CLASSED.search(fold(self._before)) is None:
            return None
        start = max((m.end() for m in _BREAK.finditer(self._fold, self._done, at)), default=-1)
        m = _CLASS.fullmatch(self._fold, start, at) if start >= 0 else None
        return self._view[m.start("name") : m.end("name")] if m else None

    def _goes_on(self, at: int) -> bool:
        """True where the figure at `at` goes on about the one before: "12 hộ trồng cam, quýt, tăng
        5%" is about the households."""
        if self._before is None:
            return False
        marks = list(_BREAK.finditer(self._fold, self._done, at))
        if not marks or any(self._fold[m.start()] in ";:.\n" for m in marks):
            return False
        last = marks[-1]
        if self._fold[last.start()] == "(":  # "…, Đà Nẵng (205)"
            low = marks[-2].end() if len(marks) > 1 else self._done
            if self._words(low, last.start()) is not None:
                return False
        return self._words(last.end(), at) is None

    def _opens_clause(self, at: int, low: int) -> bool:
        """True where nothing but a lead or a date stands before the figure in its clause: "…; 100%
        tổ chức đảng" is about what it counts."""
        start = max(low, self._done)
        start = max([start, *(m.end() for m in _BREAK.finditer(self._fold, start, at))])
        start = self._after_lead(start, at)
        striving = _STRIVING.match(self._fold, start, at)
        return not self._fold[striving.end() if striving else start : at].strip()

    def _is_dated(self, at: int, low: int) -> bool:
        """True where a date is all that stands before the figure in its clause of a bracket."""
        if self._fold.rfind("(", low, at) <= self._fold.rfind(")", low, at):
            return False
        marks = _BREAK.finditer(self._fold, low, at)
        start = max([low, *(m.end() for m in marks if self._fold[m.end() : at].strip())])
        k = bisect_left(self._times, start)
        dated = k < len(self._times) and self._times[k] < at
        return dated and not self._fold[self._after_lead(start, at) : at].strip(" :")

    def _named(self, at: int, low: int, nearest: bool = False) -> str | None:
        """The words that name the figure at `at`: the nearest clause of its sentence that does,
        with `nearest` its own clause only."""
        floor = max(self._done, at - _REACH)
        if floor == low:
            m = _LABEL.match(self._fold, low)
            floor = m.end() if m else low
        if self._fold[floor:at].rstrip().endswith(":"):  # "+ Quốc phòng, Biên phòng: 13 tỷ đồng"
            stop = self._fold.rindex(":", floor, at)
            open_bracket = max(self._fold.rfind("(", floor, stop), floor)
            marks = ":;\n" if ")" in self._fold[open_bracket:stop] else ":;\n("
            start = max(self._fold.rfind(mark, floor, stop) for mark in marks)
            comma = self._fold.rfind(",", max(floor, start), stop)
            if comma >= 0 and _PART_OPENS.match(self._fold, comma + 1):
                start = comma  # "vi phạm nồng độ cồn, trong đó ô tô: 12 trường hợp"
            return self._words(max(floor, start + 1), stop, _LABEL_TAIL)
        if floor == self._done > low and self._fold[floor:at].endswith(" và "):
            return None  # "96 đơn vị tự bảo đảm một phần và 385 đơn vị": the first's words
        stop = at
        names = [m.span() for m in _NAMING.finditer(self._fold, floor, at)]
        breaks = [
            m.span()
            for m in _BREAK.finditer(self._fold, floor, at)
            if not (names and any(start <= m.start() < end for start, end in names))
            and (self._before is not None or not m[0].startswith(" với"))
        ]
        while breaks:
            start, end = breaks.pop()
            if self._in_list([floor, *(after for _, after in breaks)], start, end, stop):
                continue
            found = self._words(end, stop)
            dated = self._fold[start] == ")" and breaks and self._dates_only(breaks[-1][1], start)
            if found is not None or (nearest and not dated):
                return found
            if self._fold[start] == ")" and not dated:  # "GRDP (chưa kể …), năm 2031 đạt 69 tỷ"
                while breaks and self._fold[breaks[-1][0]] != "(":
                    breaks.pop()
                stop = breaks.pop()[0] if breaks else start
                continue
            if dated:  # "dân số (năm 2031) là"
                start = breaks.pop()[0]
            stop = start
        return self._words(floor, stop)


def _is_rate(q: Quantity) -> bool:
    """True for a percentage, and for so many times a plan: "gấp 2 lần kế hoạch"."""
    times = q.unit == "lần" and q.noun is not None and _WHOLE.match(fold(q.noun)) is not None
    return q.unit in PERCENT_UNITS or times


def names_nothing(noun: str | None) -> bool:
    """True where a counted noun does not say what the count is about."""
    return noun is None or _GENERIC.fullmatch(fold(noun)) is not None
