"""Every finding code: its severity, its sentence in two languages, and what triggers it.

A1xx arithmetic, S2xx structure, C3xx citations, D4xx dates, Q5xx figures. `docs/findings.md` is
made from this table (`docs/make.py`), so the documentation cannot drift.
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
        "A, B and their difference C are stated together (từ A còn B, giảm C) and A - B is not C",
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
        "a percentage of change whose base and change are stated, or follow from the level now "
        "and the change; a multiple (gấp đôi)",
        "giảm từ 22.475 xuống còn 20.553 (giảm 9,65%); có 540 hộ, giảm 60 hộ (12%) so với năm 2022",
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
        "The sum does not agree: the text states {stated}, but {left} = {computed} (off by {gap}).",
        "a whole whose parts are announced as all (gồm, bao gồm, bullets under a total), or a "
        "closing stock that its opening stock, inflows and outflows do not give",
        "kinh phí 48.600 triệu đồng, gồm: 30.000 triệu đồng và 17.600 triệu đồng",
        "trong đó có, chủ yếu, như: an openly partial or overlapping breakdown",
    ),
    Code(
        "A105",
        "error",
        "Chiều tăng/giảm ngược với số liệu: văn bản nêu {stated}, nhưng {left} = {computed}.",
        "A fall is called a rise or the reverse: stated {stated}, but {left} = {computed}.",
        "a fall between two stated levels that rise, or a rise between levels that fall",
        "giảm từ 14 xuống 17 (giảm 03)",
        "tăng, giảm without both levels",
    ),
    Code(
        "A106",
        "error",
        "Không có số gốc nguyên nào cho tỷ lệ {stated}: {left} gần nhất là {computed}.",
        "No whole base gives {stated}: the nearest to {left} is {computed}.",
        "a count and its percentage with no base stated, where no whole base fits (GRIM) and most "
        "percentages have none",
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
        "a rate, what it is for one of (people, months, hectares …) and their product stated "
        "together; an average, which may be rounded, and the total and count it stands for",
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
    Code(
        "A111",
        "error",
        "Bảng {table}, cột “{column}”, dòng “{row}”: ghi {stated}, các dòng cộng lại là "
        "{computed}, lệch {gap}.",
        "Table {table}, column “{column}”, row “{row}”: states {stated}, but its rows add up to "
        "{computed} (off by {gap}).",
        "a total row, a row broken down by numbered rows or one with a formula (I+II) whose rows "
        "do not add up, where the same rows do add up in most other columns",
        "Tổng cộng 1.250 over rows that add up to 1.240",
        "rows that a table breaks down only in part (Trong đó), and rows that add up in no column",
    ),
    Code(
        "A112",
        "error",
        "Bảng {table}, cột “{column}”, dòng “{row}”: ghi {stated}, tính từ các cột khác là "
        "{computed}, lệch {gap}.",
        "Table {table}, column “{column}”, row “{row}”: states {stated}, but the other columns "
        "give {computed} (off by {gap}).",
        "a total column, a column with a formula (3=1+2, 4=3/2), a column of percentages or one "
        "called Bình quân that one row does not follow and most rows do",
        "Tổng số 25 beside 12 and 14, where the other rows add up",
        "columns that most rows do not follow",
    ),
    Code(
        "A113",
        "error",
        "Bảng {table}, cột “{column}”, dòng “{row}”: ghi {stated}, khác dòng “{other}” "
        "ghi {computed}.",
        "Table {table}, column “{column}”, row “{row}”: states {stated}, while row “{other}” "
        "states {computed}.",
        "a row that divides the row above it in another way (Theo nguồn vốn) and differs from it "
        "in one column",
        "Tổng mức vay 31.500; Theo mục đích vay 50.100",
        "rows that differ in most columns",
    ),
    Code(
        "A114",
        "error",
        "Lời văn nêu {stated}, khác bảng {table}, cột “{column}”, dòng “{row}”: {computed}.",
        "The text states {stated}, but table {table}, column “{column}”, row “{row}” has "
        "{computed}.",
        "a figure of the text named by the words of one row (or of one row and column), with the "
        "unit, the year and the kind (plan or result) of a cell, that is not the cell's; a "
        "warning where the text says “khoảng”",
        "Kim ngạch xuất khẩu năm 2026 đạt 8,95 tỷ USD; the row of that name has 2.800 triệu USD",
        "a figure that agrees by rounding (1,4 tỷ, 1.398,5 triệu), stands in another cell of the "
        "row or column, or differs by just another cell; labels that two rows share; another "
        "year, a plan against a result",
    ),
    Code(
        "A115",
        "error",
        "Bảng {table}, cột “{column}”, dòng “{row}”: ghi {stated}, khác bảng {apart}, dòng "
        "“{other}” ghi {computed}.",
        "Table {table}, column “{column}”, row “{row}”: states {stated}, while table {apart}, row "
        "“{other}” states {computed}.",
        "a row of one name in two tables that agrees in most columns of the same year and kind "
        "and not in one",
        "Bội chi ngân sách địa phương 22.656 in one table and 21.000 in another",
        "rows that differ in most columns, or where a row below explains the difference",
    ),
    Code(
        "A116",
        "error",
        "Bảng {table}, cột “{column}”, dòng “{row}”: ghi {stated}, tính từ dòng “{other}” là "
        "{computed}, lệch {gap}.",
        "Table {table}, column “{column}”, row “{row}”: states {stated}, but row “{other}” gives "
        "{computed} (off by {gap}).",
        "a row that tells the growth of the row above it, or what it is in percent of another, or "
        "a column that tells the growth from one year's row to the next, and does not follow from "
        "the figures, where most of them do",
        "Tốc độ tăng trưởng 107,2 under 2.600 and 2.800",
        "growth at constant prices, years that are not next to each other",
    ),
    Code(
        "A117",
        "error",
        "Bảng {table}, cột “{column}”, dòng “{row}”: ghi {stated}, là một phần nhưng lớn hơn số "
        "chung {computed}.",
        "Table {table}, column “{column}”, row “{row}”: states {stated}, a part that is larger "
        "than its whole, {computed}.",
        "a row or column called a part (Trong đó) that is larger than what it is a part of, where "
        "the others are not",
        "Trong đó: nữ 121 beside 76",
        "a table in which such parts are often larger",
    ),
    Code(
        "A118",
        "error",
        "Các tỷ lệ của cùng một tổng thể cộng lại vượt quá 100%: {left} = {total}%.",
        "The shares of one whole add up to more than 100%: {left} = {total}%.",
        "a breakdown told in percentages (cơ cấu, tỷ trọng, xếp loại, phân theo) whose shares are "
        "more than 100% beyond rounding",
        "Cơ cấu kinh tế: nông nghiệp 34,6%; công nghiệp 28,1%; dịch vụ 39,3%",
        "groups that overlap (nữ, dân tộc thiểu số), rates of different wholes, less than 100%",
    ),
    Code(
        "A119",
        "error",
        "Tỷ lệ của một bộ phận trong tổng thể không thể vượt quá 100%: văn bản nêu {stated}.",
        "A part cannot be more than 100% of its whole: the text states {stated}.",
        "a share above 100% of the whole that the part is counted in (chiếm, tổng số, dân số)",
        "Số hộ dùng nước hợp vệ sinh đạt 103,5% tổng số hộ",
        "đạt 103,5% kế hoạch, dự toán, cùng kỳ: what may be exceeded",
    ),
    Code(
        "A120",
        "error",
        "Bộ phận lớn hơn tổng thể: văn bản nêu {stated} trong số {computed}.",
        "A part is larger than its whole: the text states {stated} out of {computed}.",
        "a figure after “trong đó” larger than all figures of its unit before it",
        "kết nạp 118 đảng viên, trong đó có 131 đảng viên là đoàn viên",
        "figures of other units, averages, figures of another period",
    ),
    Code(
        "A121",
        "error",
        "Các tỷ lệ bù nhau của một tổng thể không bằng 100%: {left} = {total}%.",
        "Shares that are all of one whole do not add up to 100%: {left} = {total}%.",
        "shares named as opposites (nam and nữ, đúng hạn and quá hạn) or the last as the rest (còn "
        "lại) that are not 100% together, where one digit explains it; shares that moved (từ … "
        "lên …), all of which are 100% at one of two times and not at the other",
        "nam 58,4%, nữ 42,6%",
        "three shares told, rates of different wholes (đạt dự toán), an open remainder",
    ),
    Code(
        "A122",
        "error",
        "Bảng {table}, cột “{column}”, dòng “{row}”: ghi {stated}, bình quân các dòng trên là "
        "{computed}, lệch {gap}.",
        "Table {table}, column “{column}”, row “{row}”: states {stated}, but the average of the "
        "rows above is {computed} (off by {gap}).",
        "a row called Bình quân that is the average of the rows above it in most columns, not in "
        "this one",
        "Bình quân 136 under 124, 92, 61 and 215, where the other columns have theirs",
        "averages that are weighed, and so are that of the rows in no column",
    ),
    # -- C3xx: citations --------------------------------------------------------------------
    Code(
        "C301",
        "error",
        "Văn bản {number} được ghi ngày {date}, ở chỗ khác ghi ngày {other}.",
        "Document {number} is dated {date} here and {other} elsewhere.",
        "one document number cited with two dates that cannot belong to two documents",
        "Nghị quyết số 16-NQ/TU, ngày 16/3/2018 … Nghị quyết số 16-NQ/TU, ngày 16/3/2019",
        "the same number of another province, another year (543/QĐ-UBND), another term of office",
    ),
    Code(
        "C302",
        "warning",
        "Văn bản {number} được gọi là {type}, ở chỗ khác gọi là {other}.",
        "Document {number} is called {type} here and {other} elsewhere.",
        "one number and date cited under two type words",
        "Quy định số 70-QĐ/TW ngày 18/7/2022 … Quyết định số 70-QĐ/TW ngày 18/7/2022",
        "Văn bản for Công văn, Chương trình for Chương trình hành động",
    ),
    Code(
        "C303",
        "error",
        "Số {number} ghi năm {year} nhưng ngày ban hành ghi {date}.",
        "Number {number} says {year} but the date beside it is {date}.",
        "a date whose year is not the year in the document number",
        "Nghị định số 107/2020/NĐ-CP ngày 14/9/2021",
        "a document numbered across the turn of the year (10/12/2020 with 01/2021)",
    ),
    Code(
        "C304",
        "error",
        "Văn bản {number} ngày {date} được viện dẫn trước khi có: tài liệu này ghi ngày {own}.",
        "{number} of {date} is cited before it existed: this document is dated {own}.",
        "a cited document dated after the citing one",
        "a report of 10/12/2024 that cites Nghị định số 45/2025/NĐ-CP ngày 28/02/2025",
        "deadlines and other dates that date no document",
    ),
    # -- D4xx: dates ------------------------------------------------------------------------
    Code(
        "D401",
        "error",
        "Không có ngày “{date}”.",
        "There is no such date as “{date}”.",
        "a day or month that does not exist",
        "31/02/2024, tháng 13 năm 2023",
        "fractions, ratios and document numbers",
    ),
    Code(
        "D402",
        "error",
        "Thời kỳ “{period}” có năm cuối trước năm đầu.",
        "The period “{period}” ends before it begins.",
        "a period announced as one whose last year comes before its first",
        "giai đoạn 2025-2021",
        "two figures with a dash between them",
    ),
    # -- Q5xx: figures ----------------------------------------------------------------------
    Code(
        "Q501",
        "warning",
        "Không đọc được con số “{figure}”: các nhóm chữ số không thành một số; "
        "số này không được kiểm tra.",
        "The figure “{figure}” cannot be read: its groups of digits make no number; it is not "
        "checked.",
        "digits with a unit behind them, or in a column of figures, whose marks stand where no "
        "number has them",
        "47.881.01 người, 12.34.567 đồng",
        "a wrong or doubled mark that leaves one reading (1.225.4 tỷ, 12,,5%), labels, days",
    ),
    # -- S2xx: structure --------------------------------------------------------------------
    Code(
        "S201",
        "warning",
        "Nhãn “{label}” phá vỡ thứ tự: sau “{previous}” phải là “{expected}”.",
        "Label “{label}” breaks its sequence: “{expected}” should follow “{previous}”.",
        "a numbered section or item whose label does not follow its sibling's",
        "2.6 … then 1.7 …",
        "a list that starts again under a new heading, or under one numbered alike that is set off",
    ),
    Code(
        "S210",
        "warning",
        "Số gọi chú thích “{marker}” không có nội dung chú thích.",
        "Footnote call “{marker}” has no note.",
        "a footnote call whose note stands nowhere in the document",
        "… thành lập Ban Chỉ đạo<sup>4</sup> and no note 4",
        "exponents such as m<sup>2</sup>, numbers in brackets inside tables; an excerpt of a"
        " consolidated text, called behind the labels of its articles, with none of its notes",
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

REASONS: dict[str, dict[str, str]] = {
    "digit": {"vi": "sai một chữ số", "en": "one digit differs"},
    "swapped": {"vi": "đảo hai chữ số", "en": "two digits swapped"},
    "dropped": {"vi": "thiếu một chữ số", "en": "a digit dropped"},
    "doubled": {"vi": "thừa một chữ số", "en": "a digit too many"},
    "follows": {
        "vi": "giá trị suy ra từ các số khác",
        "en": "the value that follows from the other figures",
    },
}

SCAN = "scan"  # the argument of findings that rest on text read by OCR
_SCAN: dict[Lang, str] = {
    "vi": " Chữ đọc từ bản quét (OCR), có thể đọc sai: hãy đối chiếu với bản quét.",
    "en": " Read from a scan (OCR), perhaps misread: compare with the scan.",
}

CODES: dict[str, Code] = {c.code: c for c in _TABLE}


def message(code: str, args: dict[str, str], lang: Lang) -> str:
    """The sentence of a finding in the language asked for."""
    entry = CODES[code]
    sentence = (entry.vi if lang == "vi" else entry.en).format(**args)
    return sentence + _SCAN[lang] if SCAN in args else sentence
