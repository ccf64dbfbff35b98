"""Digits that count nothing: names, labels, codes, telephone numbers."""

from __future__ import annotations

import re

from extract.find.figures.nouns import Nouns
from extract.find.figures.timed_digits import part_of_year, time_of_day
from extract.rules.engine import Text
from extract.rules.wording import terms, wording
from extract.values.letters import LOWER, UPPER

_TO_PLAN = wording("numbers.to_plan")
_PHONE = wording("numbers.contact")
_PERIODS = wording("numbers.term")
_SUMS_OF = wording("numbers.sums_of")
_LABELS_BEFORE = wording("numbers.labels")
_LONGEST_RUN = 60
_RANKED_IN = 24  # characters before a figure that name a group somebody is ranked in, or its sort
_NOTE_DIGITS = 2
_PAGE_DIGITS = 3
_PROSE = 60  # characters of a line of prose
_CAPITAL = re.compile(rf" [{UPPER}][{LOWER}]")
_RATED = re.compile(r" \([^()]{0,12}[0-9,]+ ?%")
_OVER = re.compile(r" ?%? ?(?:[^\W\d_]+,? ?){0,8}/ ?")  # 28.050 hộ/28.740 hộ, 83%/50%
_BARE_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_COUNTED_YEAR = wording("numbers.counted_year")
_COUNTED_NEXT = wording("numbers.counted_next")
_CENTRAL = wording("numbers.central")
_DURATION = wording("numbers.duration")
_MONTH_NAMED = wording("numbers.month_named")
_MONTH_GOES_ON = wording("numbers.month_goes_on")
_MONTHS_LISTED = wording("numbers.months_listed")
_PART_OF_MONTH = wording("numbers.part_of_month")
_MONTH = re.compile(r"0?[1-9]|1[0-2]")
_NEXT_MONTH = re.compile(r" tháng [0-9]")
_LUNAR = wording("numbers.lunar_month")
_COMPARED = wording("numbers.compared")
_MONTH_OF = wording("numbers.month_of")
_SOME = wording("numbers.some")
_VIRUS = wording("numbers.virus")
_LESSONS = wording("numbers.lessons")
_VERSION = re.compile(r"[1-5]\.0")
_QUOTED_LABEL = re.compile(r"[0-9]{1,2}(?:\.|\)) ?[A-ZÀ-ỸĐ]")
_CODE = re.compile(r"0[0-9]+\.[0-9]{3,}")  # 01.003, a rank of officials; 080.42850, a telephone
_HOTLINE = re.compile(r"1[89]00[. ]?[0-9]{4,6}")
_ROW_NUMBER = re.compile(r"(?<=\n)[0-9]{1,3} ?\|")  # of a table whose bars lost their lines
_SITE = wording("numbers.site")
_HAMLET = wording("numbers.hamlet")
_BOARD = wording("numbers.board")
_OF_NAME = wording("numbers.of_name")
_RENAMED = wording("numbers.renamed")
_NUMBERED = re.compile(r"[0-9]{1,2}(?![0-9/]|[.,][0-9])")
_ARC_NEXT = re.compile(r" ?[°'′] ?(?=[0-9'])")  # 21°15'20"
_ARC_BEFORE = re.compile(r"[0-9] ?[°'′] ?$")
_PINNED = wording("numbers.pinned")
_NTH_OF_YEAR = wording("numbers.nth_of_year")
_SHEET = wording("numbers.sheet")
_TIED_NEXT = wording("numbers.tied_next")
_GRADE = re.compile(r"[1-9]|1[0-2]")  # of a school
_LEVELS = re.compile(r"[0-9]{1,2}-[0-9]{1,2}(?=[,.;:)\n]|$)")  # gió cấp 8-9, lớp 6-9
_FIGURE = re.compile(r"[0-9]{1,2}\.[0-9]{1,2}")  # Bảng 12.1
_CASES = wording("numbers.cases")
_SLOGAN = wording("numbers.slogan")
_PER_MANY = wording("numbers.per_many")
_RANKED = wording("numbers.ranked")
_RANK = wording("numbers.rank")
_CLASSED = wording("numbers.rated")
_RATING = wording("numbers.rating")
_RATING_ENDS = wording("numbers.rating_ends")
_RATINGS_APART = 120  # characters between one class and the next
_SUBSCRIBED = wording("numbers.subscribed")
_FILED = wording("numbers.filed")  # Lưu: VT, 35 bản
_UNIT_TOLD = wording("numbers.unit_told")
_ROUND = ("1.000", "1000", "1 000", "1.000.000")  # Đơn vị tính: 1.000 đồng
_THOUSANDS = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3})+")
_MARK = re.compile(r"[0-9]{1,2}(?=(?P<sign>[-.)/]) )")  # "2- 100% chi bộ …" after "1- …"
_MARKS_BACK = 2_000  # characters before such a mark in which the one before it stands
_MARKED = re.compile(r"(?:^|[.;:!?] |\n) *$")
_RUN = 150  # characters around a bracketed number in which others of its row stand
_BEHIND_NAME = wording("numbers.behind_name")
_INLINE_LABEL = re.compile(r"\([0-9]{1,2}\)(?! ?[%‰])")


def is_name(
    text: Text, start: int, number_end: int, end: int, before: int | None, nouns: Nouns
) -> bool:
    """True where the digits are part of a name, a label, a phone number or a time of day.

    The digits are `start`..`number_end`, with their unit they reach to `end`; `before` is where
    the number before them ends.
    """
    folded, view = text.fold, text.view
    after = folded[end : end + 1]
    previous = folded[start - 1 : start]
    if previous == "+" and folded[start - 2 : start - 1].isalnum():
        return True
    if _ARC_NEXT.match(folded, number_end) or _ARC_BEFORE.search(folded[max(0, start - 4) : start]):
        return True
    near = max(0, start - _RANKED_IN)
    if _PINNED.search(folded, near, start) or _NTH_OF_YEAR.match(folded, start):
        return True
    if number_end - start == 1 and _SHEET.search(folded, near, start):
        return True
    behind = view[number_end : number_end + 2]
    planned = _TO_PLAN.match(folded, end) is not None  # "46.210 ha/KH 45.800 ha"
    if behind[:1] == "/" and behind[1:].isupper() and not planned:
        return True
    if folded[start:number_end] in ("24/7", "24/24"):
        return True
    if previous == "/":
        over = before is not None and _OVER.fullmatch(folded, before, start)
        aside = (
            folded[max(0, start - 3) : start - 1].rstrip()[-1:] == ")"
        )  # 176 đơn (160 khiếu nại, 16 tố cáo)/221 đơn
        if not over and not (aside and nouns.unit_at(end + 1) is not None):
            return True
        if _PER_MANY.match(folded, start):
            return True
    if text.view[start - 1 : start] in ("", "\n") and _alone_or_label(text.view, start, end, nouns):
        return True
    if _VIRUS.search(folded, max(0, start - 12), start):
        return True
    if _in_slogan(folded, start) or _of_site(text, start, end, nouns):
        return True
    if _of_hamlet(text, start, end, nouns) or _of_board(text, start, end, nouns):
        return True
    if previous == '"' and folded.endswith("số ", 0, start - 1) and after == '"':
        return True  # phao số "0"
    if _ranks(text, start, number_end) or is_mark(folded, start):
        return True
    rated = folded[number_end - 1] in "%‰"
    if behind[:1].isupper() and not behind[1:].isalpha() and not rated:
        return True  # 4G, 3A
    glued = _glued_word(view, end) or (after.islower() and nouns.unit_at(end) is not None)
    if after.isalnum() and not rated and not glued:
        return True
    if after == "-" and folded[end + 1 : end + 2].isalpha() and view[end + 1].isupper():
        return True
    if after == "/" and view[end + 1 : end + 2].isupper() and not planned:
        return True
    if previous == "(" and _INLINE_LABEL.match(folded, start - 1):
        if _counts_names(view, start):
            return False
        if _COMPARED.search(folded, max(0, start - 60), start - 1):
            return False  # "tăng 13 so với năm 2019 (51)"
        return nouns.unit_before(start - 1) is None or not folded[start - 2 : start - 1].isspace()
    if folded.endswith("ngày ", 0, start) and folded.startswith(" tháng", number_end):
        return True  # ngày 26 tháng … năm 2031: the month is lost
    if _MONTH_OF.match(folded, number_end) and folded.endswith("tháng ", 0, start):
        return True  # tháng 6 năm trước
    if _in_month(folded, start, number_end):
        return True
    if (
        previous in (" ", ":")
        and end == number_end
        and not rated
        and _named(text, start, end, nouns)
    ):
        return True
    if _VERSION.fullmatch(folded, start, end) and nouns.unit_at(end + 1) is None:
        return True  # cách mạng 4.0
    if folded[start:number_end] == "1" and _SOME.match(folded, number_end):
        return True
    if time_of_day(text, start, number_end, nouns) or part_of_year(folded, start, number_end):
        return True
    if previous == '"' and _QUOTED_LABEL.match(view, start):
        return True  # "1. Người lao động …" in an act that amends another
    digits = folded[start:end]
    if _CODE.fullmatch(digits) or _HOTLINE.fullmatch(digits) or _ROW_NUMBER.match(folded, start):
        return True
    if _FILED.search(folded, max(0, start - 60), start):
        return True
    if (
        folded[start:number_end] in _ROUND
        and end > number_end
        and _UNIT_TOLD.search(folded, max(0, start - 24), start)
    ):
        return True
    if _BARE_YEAR.fullmatch(digits) and not _counted_year(folded, start, end, nouns):
        return True
    measured = end > number_end  # doanh thu di động đạt 7.404 tỷ đồng
    coded = len(digits) >= 3 and not rated and not measured and "," not in digits
    if coded and _PHONE.search(folded, max(0, start - 45), start):
        return not _subscribers(folded, start, end, nouns)
    return digits.isdigit() and len(digits) > 3 and digits[0] == "0"


def _in_month(folded: str, start: int, end: int) -> bool:
    """True for the number of a month, or of a part of one, that counts nothing that follows:
    "trong tháng 8 tỉnh đã …", "tháng 3,4 năm 2025", "kỳ 1 tháng 3/2025"."""
    before = folded[max(0, start - 16) : start]
    if before.endswith("tháng ") and _MONTHS_LISTED.match(folded, start):
        return True
    if _MONTH.fullmatch(folded, start, end) is None:
        return False
    named = _MONTH_NAMED.search(before) and _MONTH_GOES_ON.match(folded, end)
    part = _PART_OF_MONTH.search(before) and _NEXT_MONTH.match(folded, end)
    return bool(named or part)


def _counted_year(folded: str, start: int, end: int, nouns: Nouns) -> bool:
    """True where digits that may be a year count what stands behind them."""
    if nouns.unit_at(end + 1) is not None:
        return True
    told = _COUNTED_YEAR.search(folded, max(0, start - _RANKED_IN), start) is not None
    return told and _COUNTED_NEXT.match(folded, end) is not None


def _counts_names(view: str, start: int) -> bool:
    """True where bracketed numbers behind names count what each has, and do not number them: "tại
    Tân An (18), Bến Lức (5), Cần Đước (1)"."""
    near = view[max(0, start - _RUN) : start + _RUN]
    told = [int(m["n"]) for m in _BEHIND_NAME.finditer(near)]
    return len(told) > 2 and told != list(range(told[0], told[0] + len(told)))


def _alone_or_label(view: str, start: int, end: int, nouns: Nouns) -> bool:
    """True for digits at the head of a line that number it ("3 Theo Tổng cục …": a note whose call
    was lost), or that are all there is of it below prose (the number of a page)."""
    if end - start <= _NOTE_DIGITS and _CAPITAL.match(view, end):
        return nouns.unit_at(end + 1) is None
    if not view[start:end].isdigit() or end - start > _PAGE_DIGITS or view[end : end + 1] != "\n":
        return False
    before = view[view.rfind("\n", 0, start - 1) + 1 : start - 1] if start else ""
    return len(before) >= _PROSE or before.endswith((".", ";"))


def is_mark(folded: str, start: int) -> bool:
    """True for the number of an item that goes on in the line of the one before: "1- Mỗi xã … . 2-
    100% chi bộ …"."""
    m = _MARK.match(folded, start)
    if m is None or int(m[0]) < 2 or not _MARKED.search(folded, max(0, start - 4), start):
        return False
    before = f"{int(m[0]) - 1}{m['sign']} "
    at = folded.rfind(before, max(0, start - _MARKS_BACK), start)
    return at >= 0 and _MARKED.search(folded, max(0, at - 4), at) is not None


def _ranks(text: Text, start: int, end: int) -> bool:
    """True for the size of the group that somebody is ranked in: thuộc nhóm 10 tỉnh dẫn đầu."""
    m = _RANKED.search(text.fold, max(0, start - _RANKED_IN), start)
    return m is not None and (m["top"] is not None or _RANK.match(text.fold, end) is not None)


def _subscribers(folded: str, start: int, end: int, nouns: Nouns) -> bool:
    """True for a figure in groups of three that counts subscribers and is no telephone number."""
    counts = nouns.unit_at(end + 1) is not None
    if counts and folded[start] != "0" and folded.endswith(", ", 0, start):
        return True  # "07 điện thoại di động, 120 cơ sở"
    if folded[start] == "0" or not _THOUSANDS.fullmatch(folded, start, end):
        return False
    if counts:
        return True
    return _SUBSCRIBED.search(folded, max(0, start - _RANKED_IN), start) is not None


def _of_site(text: Text, start: int, end: int, nouns: Nouns) -> bool:
    """True for the number in the name of a works: thủy điện Sê San 3, nhà máy nước Hòa Bình 2."""
    if end - start > 1 or nouns.unit_at(end + 1) is not None:
        return False
    m = _SITE.search(text.fold, max(0, start - _LONGEST_RUN), start)
    return m is not None and text.view[m.start("name")].isupper()


def _of_board(text: Text, start: int, end: int, nouns: Nouns) -> bool:
    """True for the number of a board: Ban 85, Ban QLDA 7."""
    if end - start > _PAGE_DIGITS or not text.view[start:end].isdigit():
        return False
    named = _BOARD.search(text.view, max(0, start - _RANKED_IN), start) is not None
    return named and nouns.unit_at(end + 1) is None


def _of_hamlet(text: Text, start: int, end: int, nouns: Nouns) -> bool:
    """True for the number in the name of a hamlet or quarter: "thôn Bản Lợi 1 - tổ 6", where a dash
    leads to another label, a colon to what is told of it, or another one of that name is told near
    it: "xóm Mới 1, xóm Mới 2"."""
    if end - start > _NOTE_DIGITS or nouns.unit_at(end + 1) is not None:
        return False
    m = _HAMLET.search(text.fold, max(0, start - _LONGEST_RUN), start)
    if m is None or not text.view[m.start("name")].isupper():
        return False
    if _RENAMED.match(text.fold, end) or text.fold.startswith(":", end):
        return True
    near = text.fold[max(0, start - _RUN) : start + _RUN]
    told = (_NUMBERED.match(piece) for piece in near.split(m["name"] + " ")[1:])
    return len({n[0] for n in told if n is not None}) > 1


def _in_slogan(folded: str, start: int) -> bool:
    """True within quotation marks that hold nothing but small numbers with a word or two each:
    "4 tại chỗ", "3 tăng, 3 giảm"."""
    opened = max(folded.rfind(mark, max(0, start - _LONGEST_RUN), start) for mark in "\"“'")
    return opened >= 0 and (m := _SLOGAN.match(folded, opened)) is not None and start < m.end()


def _ranked(text: Text, start: int, end: int) -> bool:
    """True for how many are put in a class: hoàn thành tốt nhiệm vụ 35, …; another class told
    near it shows that the classes are counted, and the number does not name a task."""
    mine = _CLASSED.search(text.fold, max(0, start - _LONGEST_RUN), start)
    if mine is None or not _RATING_ENDS.match(text.fold, end):
        return False
    around = (max(0, mine.start() - _RATINGS_APART), mine.start()), (end, end + _RATINGS_APART)
    return any(_RATING.search(text.fold, low, high) for low, high in around)


def _glued_word(view: str, at: int) -> bool:
    """True where a lower-case word of three letters or more is glued to the number."""
    j = at
    while j < len(view) and view[j].isalpha() and j - at < 8:
        j += 1
    return j - at >= 3 and view[at:j].islower()


def _counted_behind(text: Text, end: int, nouns: Nouns) -> str | None:
    """The unit of what digits that a label may name count behind them; None where it has a number,
    a day or a period of its own: "Điểm 4 Nghị quyết số 38/NQ-CP"."""
    if text.fold[end : end + 1] != " " or _TIED_NEXT.match(text.fold, end):
        return None
    return nouns.unit_at(end + 1)


def _named(text: Text, start: int, end: int, nouns: Nouns) -> bool:
    """True where a label word right before makes the number a name ("Điều 5", "thứ 6"), or one
    before the short numbers that it goes on from ("các Điều 85, 88 và 89", "Mẫu số 01, 02")."""
    label = nouns.label_before(start - 1)
    if label is not None and _OF_NAME.search(text.view, max(0, start - _LONGEST_RUN), start):
        return False  # Phú Quý 24: the second half of a name is no label
    if label is None:
        m = _LABELS_BEFORE.search(text.fold, max(0, start - _LONGEST_RUN), start)
        label = nouns.label_before(m.start()) if m else None
        if m and label in terms("don_vi_dem") and text.fold.startswith(":", m.start() - 2):
            return False  # Số dự án: 12, 15
        follows = _counted_behind(text, end, nouns)
        if label in ("lớp", "khối") and not _GRADE.fullmatch(text.fold, start, end):
            return False  # "210 em học lớp 12 và 46 thí sinh tự do"
        return label in terms("nhan_chung") and follows is None and text.fold[start:end].isdigit()
    if text.fold[start - 2] == ":" and label in terms("don_vi_dem"):
        return False  # Số lớp: 12
    follows = _counted_behind(text, end, nouns)
    if (
        label.endswith("thứ") and text.fold[start:end].isdigit()
    ):  # "kỳ họp thứ 20 Hội đồng nhân dân"
        return True
    if label in terms("nhan_tai_lieu"):
        if _CASES.match(text.fold, end):
            return False  # "thu hồi quyết định 8 việc, …"
        return follows is None and _THOUSANDS.fullmatch(text.fold, start, end) is None
    if label in terms("nhan_ma") & terms("nhan_dem_duoc") & terms("don_vi_dem"):
        return follows is None and text.fold[start] != "0"  # "nhận qua tài khoản 15.612 người"
    if _CENTRAL.search(text.fold, max(0, start - _RANKED_IN), start):
        return False  # "cấp trung ương 221, cấp tỉnh 103"
    number = text.fold[start:end].isdigit()
    if follows is not None and number and label in terms("nhan_dem_duoc"):
        return False  # "đã được xếp hạng 235 cơ sở"
    if label in terms("nhan_ma") or (
        label in terms("nhan_hinh") and follows is None and _FIGURE.fullmatch(text.fold, start, end)
    ):
        return True
    if label in ("lớp", "khối", "cấp") and _LEVELS.match(text.fold, start):
        return True
    if label in ("lớp", "khối") and _GRADE.fullmatch(text.fold, start, end):
        return _LESSONS.match(text.fold, end) is None  # "lớp 1 chương trình mới" is grade 1
    if label in ("cấp", "mức", "độ"):
        return follows is None and end - start == 1
    if label.endswith(" số"):
        return follows is None
    if label == "số":
        opening = text.fold[max(0, start - 12) : start]
        return follows is None and _SUMS_OF.search(opening) is None
    if label in terms("nhan_dem_duoc"):
        counted = text.fold[start] == "0" or _RATED.match(text.fold, end)
        return follows is None and end - start <= 2 and not (counted or _ranked(text, start, end))
    if label == "kỳ" and _PERIODS.search(text.fold, max(0, start - 9), start):
        return False
    if label == "năm" and end - start == 3:
        return False  # a figure of three digits is no year: "đầu năm 286 HTX"
    if label in ("năm", "quý", "tháng", "ngày") and _THOUSANDS.fullmatch(text.fold, start, end):
        return False  # "hệ dưới 3 tháng 9.684"
    if label == "ngày" and _LUNAR.match(text.fold, end):
        return True
    if label in ("năm", "tháng", "ngày", "quý"):
        if _DURATION.search(text.fold, max(0, start - _RANKED_IN), start):
            return False  # "từ 15 năm đến 20 năm 11 bị cáo"
        return follows is None and "," not in text.fold[start:end]
    return follows is None and end - start <= 3
