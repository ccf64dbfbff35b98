"""Citations against each other and against the citing document's date: certain ones only."""

from __future__ import annotations

import pytest

from extract.check.codes import message
from extract.check.references import check_references
from extract.model import Finding, Metadata
from marks import citations_in, dates_in

HEAD = Metadata(issuer="Tỉnh ủy Lào Cai", place="Lào Cai", date="2024-12-10")


def findings(text: str, metadata: Metadata = HEAD) -> list[Finding]:
    return check_references(citations_in(text, metadata), dates_in(text), metadata)


ERRORS = [
    (
        "Nghị quyết số 16-NQ/TU, ngày 16/3/2018 của Tỉnh ủy. Theo Nghị quyết số 16-NQ/TU, "
        "ngày 16/3/2018. Tổng kết Nghị quyết số 16-NQ/TU ngày 16/3/2019 của Tỉnh ủy.",
        "C301",
        "Nghị quyết số 16-NQ/TU ngày 16/3/2019",
    ),
    (
        "Nghị quyết số 18-NQ/TW ngày 25/10/2017 và Nghị quyết số 18-NQ/TW, ngày 26/10/2017",
        "C301",
        "Nghị quyết số 18-NQ/TW, ngày 26/10/2017",
    ),
    (
        "Quy định số 70-QĐ/TW ngày 18/7/2022; Quyết định số 70-QĐ/TW ngày 18/7/2022",
        "C302",
        "Quyết định số 70-QĐ/TW ngày 18/7/2022",
    ),
    (
        "theo Nghị định số 107/2020/NĐ-CP ngày 14/9/2021 của Chính phủ",
        "C303",
        "Nghị định số 107/2020/NĐ-CP ngày 14/9/2021",
    ),
    (
        "theo Nghị định số 178/2024/NĐ-CP ngày 31/12/2024 của Chính phủ",
        "C304",
        "Nghị định số 178/2024/NĐ-CP ngày 31/12/2024",
    ),
    ("tính đến ngày 31/02/2024, toàn tỉnh", "D401", "31/02/2024"),
    ("trong giai đoạn 2025-2021, toàn tỉnh", "D402", "2025-2021"),
]

SILENT = [
    # the same number of another year, another province, another term of office
    "Quyết định số 543/QĐ-UBND ngày 05/7/2018 và Quyết định số 543/QĐ-UBND ngày 12/8/2019 "
    "của UBND tỉnh",
    "Nghị quyết số 16-NQ/TU ngày 16/3/2018 của Tỉnh ủy Lào Cai và Nghị quyết số 16-NQ/TU ngày "
    "20/4/2018 của Tỉnh ủy Lai Châu",
    "Nghị quyết số 18-NQ/TW ngày 25/10/2017 và Nghị quyết số 18-NQ/TW ngày 16/6/2022",
    # numbered across the turn of the year
    "Nghị quyết số 01/2021/NQ-HĐND ngày 10/12/2020 của HĐND tỉnh",
    "Văn bản số 67/UBND-NC ngày 10/01/2022 của UBND tỉnh; Công văn số 67/UBND-NC ngày 10/01/2022",
    "Chương trình số 5-CTr/TU ngày 2/3/2021 và Chương trình hành động số 5-CTr/TU ngày 2/3/2021 "
    "của Tỉnh ủy",
    "Nghị quyết số 18-NQ/TW, ngày 25/10/2017; Nghị quyết số 18-NQ/TW; Nghị quyết 18-NQ",
    "đến ngày 31/12/2025 phải hoàn thành giai đoạn 2021-2025",
]


@pytest.mark.parametrize(("text", "code", "span"), ERRORS)
def test_certain(text: str, code: str, span: str) -> None:
    found = findings(text)
    assert [(f.code, text[f.start : f.end]) for f in found] == [(code, span)]
    for lang in ("vi", "en"):
        assert "{" not in message(found[0].code, found[0].args, lang)  # type: ignore[arg-type]


@pytest.mark.parametrize("text", SILENT)
def test_silent(text: str) -> None:
    assert findings(text) == []


def test_no_own_date_no_c304() -> None:
    text = "theo Nghị định số 178/2024/NĐ-CP ngày 31/12/2024 của Chính phủ"
    assert findings(text, Metadata()) == []
