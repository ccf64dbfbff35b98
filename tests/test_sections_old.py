"""Sections of older and scanned acts: a letter for a digit, attached texts that begin anew."""

from __future__ import annotations

from extract.pipeline import analyse
from extract.readers.text.reader import read_text


def labels(text: str) -> list[tuple[str, str, int]]:
    """Kind, label and depth of the sections of a text in which nothing is told as wrong."""
    report = analyse(read_text(text, "a.txt"))
    assert not report.findings
    return [(s.kind, s.label, s.depth) for s in report.sections]


def test_the_letter_l_for_the_number_of_an_article() -> None:
    text = "QUY ĐỊNH\n\nĐiều l. Phạm vi\n\n1- Bến phà.\n\n2- Kè đá.\n\nĐiều 2. Phí\n\n1- Mức phí.\n"
    assert labels(text) == [
        ("article", "1", 1),
        ("clause", "1", 2),
        ("clause", "2", 2),
        ("article", "2", 1),
        ("clause", "1", 2),
    ]


def test_an_attached_text_whose_articles_begin_anew_behind_the_signature() -> None:
    text = (
        "QUYẾT ĐỊNH:\n\nĐiều 1. Ban hành Quy định.\n\nĐiều 2. Hiệu lực.\n\n"
        "| TM. ỦY BAN NHÂN DÂN |\n\nVỀ BẾN PHÀ\n\n"
        "(Ban hành theo Quyết định số 64/2006/QĐ-UBND ngày 5/6/2006)\n\n"
        "Điều 1. Phạm vi\n\nQuy định này nêu việc.\n"
    )
    assert labels(text) == [("article", "1", 1), ("article", "2", 1), ("article", "1", 1)]


def test_the_signature_ends_the_body_where_nothing_is_attached() -> None:
    text = (
        "QUYẾT ĐỊNH:\n\nĐiều 1. Giao đất.\n\nTM. ỦY BAN NHÂN DÂN\n\nKT. CHỦ TỊCH\n\n1. Lò Văn A\n"
    )
    assert labels(text) == [("article", "1", 1)]


def test_the_year_on_a_cover() -> None:
    text = "BÁO CÁO\n\nGIA LAI - 2031\n\nXã Gia Lai - 2032 hộ nghèo.\n"
    assert [d.value for d in analyse(read_text(text, "a.txt")).dates] == ["2031"]
