"""Every finding code: its severity, its sentence in two languages, and what triggers it.

A1xx arithmetic, S2xx structure, C3xx citations, D4xx dates. `docs/findings.md` is made from
this table (`python -m extract.check.codes`), so the documentation cannot drift.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from extract.model import Severity

Lang = Literal["vi", "en"]


@dataclass(frozen=True, slots=True)
class Code:
    """One finding code; `vi` and `en` are format strings over the finding's args."""

    code: str
    severity: Severity
    vi: str
    en: str
    trigger: str
    example: str
    silent: str


_TABLE: tuple[Code, ...] = (
    # -- A1xx: arithmetic -------------------------------------------------------------------
    Code(
        "A101",
        "error",
        "Chênh lệch không khớp: văn bản nêu {stated}, nhưng {left} = {computed} (lệch {gap}).",
        "The difference does not agree: the text states {stated}, but {left} = {computed} "
        "(off by {gap}).",
        "A, B and their difference C are stated together (từ A xuống còn B, giảm C) and A - B is not C",
        "trước sắp xếp có 1.813 thôn, sau còn 1.446 thôn, giảm 368 thôn",
        "two figures that happen to differ, with no word that announces a difference",
    ),
    Code(
        "A102",
        "error",
        "Tỷ lệ tăng/giảm không khớp: văn bản nêu {stated}, nhưng {left} = {computed} "
        "(lệch {gap} điểm).",
        "The rate of change does not agree: the text states {stated}, but {left} = {computed} "
        "(off by {gap}).",
        "a percentage of change whose base and change are stated",
        "giảm từ 22.475 xuống còn 20.553 (giảm 9,65%)",
        "a percentage that agrees when rounded or cut, or whose base the text does not name",
    ),
    Code(
        "A103",
        "error",
        "Tỷ lệ không khớp: văn bản nêu {stated}, nhưng {left} = {computed} (lệch {gap} điểm).",
        "The share does not agree: the text states {stated}, but {left} = {computed} "
        "(off by {gap}).",
        "a share stated beside its part and whole (x/y đạt P%, chiếm P% tổng số)",
        "có 31/72 xã đạt chuẩn (46,3%)",
        "đạt 100% kế hoạch with no plan figure beside it",
    ),
    Code(
        "A104",
        "error",
        "Tổng không khớp: văn bản nêu {stated}, nhưng {left} = {computed} (lệch {gap}).",
        "The sum does not agree: the text states {stated}, but {left} = {computed} "
        "(off by {gap}).",
        "a whole whose parts are announced as all (gồm, bao gồm, bullets under a total)",
        "kinh phí 48.600 triệu đồng, gồm: 30.000 triệu đồng và 17.600 triệu đồng",
        "trong đó có, chủ yếu, như: an openly partial or overlapping breakdown",
    ),
    Code(
        "A105",
        "error",
        "Chiều tăng/giảm ngược với số liệu: văn bản nêu {stated}, nhưng {left} = {computed}.",
        "A fall is called a rise or the reverse: the text states {stated}, but {left} = {computed}.",
        "a fall between two stated levels that rise, or a rise between levels that fall",
        "giảm từ 14 xuống 17 (giảm 03)",
        "tăng, giảm without both levels",
    ),
    Code(
        "A106",
        "error",
        "Không có số gốc nguyên nào cho tỷ lệ {stated}: {left} gần nhất là {computed}.",
        "No whole base gives {stated}: the nearest to {left} is {computed}.",
        "a count and its percentage with no base stated, where no whole base fits (GRIM)",
        "giảm 05 khoa (23,5%)",
        "giảm 07 đơn vị (24,14%): 7/29",
    ),
    Code(
        "A107",
        "error",
        "Số lượng liệt kê không khớp: văn bản nêu {stated}, nhưng liệt kê {computed}.",
        "The list does not agree: the text states {stated} but names {computed}.",
        "a stated count followed by a list of another length",
        "gồm 5 xã: A, B, C, D, E, F",
        "a list whose items cannot be told apart for sure",
    ),
    Code(
        "A108",
        "error",
        "Số và chữ không khớp: văn bản viết {stated}, nhưng bằng chữ là {computed}.",
        "Figure and words do not agree: the text writes {stated} but in words {computed}.",
        "a figure followed by another number in words",
        "12.900.000.000 đồng (Bằng chữ: Mười hai tỷ chín mươi triệu đồng)",
        "07 (bảy)",
    ),
    Code(
        "A109",
        "error",
        "Tích không khớp: văn bản nêu {stated}, nhưng {left} = {computed} (lệch {gap}).",
        "The product does not agree: the text states {stated}, but {left} = {computed} "
        "(off by {gap}).",
        "a rate, a count and their product stated together",
        "36 nhà × 24,5 triệu đồng = 892 triệu đồng",
        "a rate with no count",
    ),
    Code(
        "A110",
        "error",
        "Cùng một số liệu nhưng nêu khác nhau: {stated} và {computed}.",
        "One fact stated twice with different figures: {stated} and {computed}.",
        "a figure said to equal another one, or repeated for the same thing and time",
        "316 hồ sơ in a footnote, 361 hồ sơ in the body for the same thing",
        "the same noun with another scope or period",
    ),
    # -- S2xx: structure --------------------------------------------------------------------
    Code(
        "S201",
        "warning",
        "Nhãn “{label}” phá vỡ thứ tự: sau “{previous}” phải là “{expected}”.",
        "Label “{label}” breaks its sequence: “{expected}” should follow “{previous}”.",
        "a numbered section or item whose label does not follow its sibling's",
        "2.6 … then 1.7 …",
        "a list that starts again under a new heading",
    ),
    Code(
        "S210",
        "warning",
        "Số gọi chú thích “{marker}” không có nội dung chú thích.",
        "Footnote call “{marker}” has no note.",
        "a footnote call whose note stands nowhere in the document",
        "… thành lập Ban Chỉ đạo<sup>4</sup> and no note 4",
        "exponents such as m<sup>2</sup>, numbers in brackets inside tables",
    ),
    Code(
        "S211",
        "note",
        "Chú thích “{marker}” không có số gọi trong bài.",
        "Note “{marker}” is called nowhere.",
        "a footnote body whose number is called nowhere in the text",
        "a note 5 at a page's end and no call 5",
        "a note whose call stands a page earlier or later",
    ),
    Code(
        "S212",
        "note",
        "Số chú thích không liên tục: sau “{previous}” là “{marker}”, phải là “{expected}”.",
        "Footnote numbers are out of order: “{marker}” follows “{previous}”, not “{expected}”.",
        "footnote calls whose numbers skip or go back",
        "calls 1, 2, 4",
        "numbers that start again at 1 on each page, one note called twice in a row",
    ),
)

CODES: dict[str, Code] = {c.code: c for c in _TABLE}


def message(code: str, args: dict[str, str], lang: Lang) -> str:
    """The sentence of a finding in the language asked for."""
    entry = CODES[code]
    return (entry.vi if lang == "vi" else entry.en).format(**args)
