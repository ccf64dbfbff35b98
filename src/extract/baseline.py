"""The naive baseline: one bare regex a kind, the script of an afternoon.

It stands beside every score of `doisoat evaluate`: what the tool is worth is the difference.
"""

from __future__ import annotations

import re
from decimal import Decimal

from extract.document import Document
from extract.model import Citation, DateMention, Footnote, Metadata, Quantity, Report, Section

_SECTION = re.compile(
    r"^[#*\s]*((?:Chương|Điều|Phần|Mục)\s+)?([IVX]+|\d+(?:\.\d+)*|[a-zđ])(?=[.)/-])", re.M
)
_CITATION = re.compile(
    r"((?:Nghị quyết|Nghị định|Quyết định|Kế hoạch|Kết luận|Thông tư|Công văn|Chỉ thị|Hướng dẫn|"
    r"Quy định|Chương trình|Báo cáo|Tờ trình|Luật)) số (\d+[\w/-]*[A-ZĐ][\w/-]*)"
    r"(?:,? ngày (\d+)(?:[/-]| tháng )(\d+)(?:[/-]| năm )(\d{4}))?"
)
_DATE = re.compile(
    r"(?:ngày (?=\d+ tháng))?\b(\d{1,2})(?:[/-]| tháng )(\d{1,2})(?:[/-]| năm )(\d{4})\b"
    r"|(?<![/\d.,-])((?:19|20)\d\d)(?![\w/.-])"
)
_NUMBER = re.compile(r"(?<![\w/.,-])(\d+(?:\.\d{3})*(?:,\d+)?)(%)?(?![\w/-])(?: (\w+))?")
_NOTE = re.compile(r"<sup>(\d+)</sup>")


def baseline(document: Document) -> Report:
    """What bare regexes find in a document's source text; no relations, no claims."""
    text = document.text
    sections = [
        Section(
            f"s{m.start()}", m[2], "heading", 1, None, _rest(text, m.end()), m.start(2), m.end()
        )
        for m in _SECTION.finditer(text)
    ]
    citations = [
        Citation(f"c{m.start()}", m.start(), m.end(), 0, 0, m[0], "full", m[1], m[2],
                 _iso(m[3], m[4], m[5]), None)
        for m in _CITATION.finditer(text)
    ]  # fmt: skip
    dates = [
        DateMention(f"d{m.start()}", m.start(), m.end(), 0, 0, m[0],
                    _iso(m[1], m[2], m[3]) or m[4], "day" if m[1] else "year")
        for m in _DATE.finditer(text)
    ]  # fmt: skip
    quantities = []
    for m in _NUMBER.finditer(text):
        if not _DATE.fullmatch(m[1]):
            value = Decimal(m[1].replace(".", "").replace(",", "."))
            quantities.append(
                Quantity(f"q{m.start()}", m.start(), m.end(2) if m[2] else m.end(1), 0, 0, m[0],
                         value, value, value, m[2] or m[3], m[3])
            )  # fmt: skip
    calls: dict[str, tuple[int, int]] = {}
    notes = []
    for m in _NOTE.finditer(text):
        if m[1] in calls:
            notes.append(Footnote(f"f{m[1]}", m[1], calls[m[1]], (m.end() + 1, m.end() + 1)))
        calls[m[1]] = m.span(1)
    return Report(document, Metadata(), tuple(sections), tuple(notes), tuple(citations),
                  tuple(dates), tuple(quantities))  # fmt: skip


def _rest(text: str, at: int) -> str:
    return text[at : text.find("\n", at)].strip(" .)/-*")


def _iso(day: str | None, month: str | None, year: str | None) -> str | None:
    return f"{year}-{int(month):02}-{int(day):02}" if day and month and year else None
