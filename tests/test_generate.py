"""The generated corpus of bench/: the same from the same seed, varied, readable in each format."""

from __future__ import annotations

from collections import Counter
from contextlib import suppress
from pathlib import Path

import pytest

from extract.errors import InputError
from extract.pipeline import analyse
from extract.readers.files import read_bytes
from generate import Generator, tiny, write
from packages import docx, html, pdf, text
from variants import scaled

REPORT = """BÁO CÁO

**I. KẾT QUẢ**

Toàn xã từ 40 tổ xuống còn 31 tổ, giảm 09 tổ (22,5%)<sup>1</sup>.

| Thôn | Số hộ |
|---|---|
| Đông & Tây | 120 |
| Nam | 80 |
| Tổng cộng | 200 |
"""


@pytest.fixture(scope="module")
def generator() -> Generator:
    return Generator(7)


def test_same_seed_same_bytes(generator: Generator) -> None:
    again = Generator(7)
    assert [generator.document(n) for n in range(40)] == [again.document(n) for n in range(40)]
    assert Generator(8).document(3) != generator.document(3)


def test_a_small_corpus_is_the_beginning_of_a_large_one(tmp_path: Path) -> None:
    write(tmp_path / "small", 15)
    write(tmp_path / "large", 30)
    small = {p.relative_to(tmp_path / "small"): p.read_bytes()
             for p in (tmp_path / "small").rglob("*") if p.is_file()}  # fmt: skip
    assert len(small) == 15
    assert all((tmp_path / "large" / name).read_bytes() == data for name, data in small.items())


def test_formats_names_and_lengths_vary(generator: Generator) -> None:
    made = [generator.document(n) for n in range(400)]
    names = [name for name, _ in made]
    assert len(set(names)) == len(names)
    assert {name.rpartition(".")[2] for name in names} == {"txt", "md", "html", "docx", "pdf"}
    assert len({name.split("/")[0] for name in names}) > 50
    sizes = sorted(len(data) for name, data in made if name.endswith("txt"))
    assert sizes[-1] > 5 * sizes[len(sizes) // 2]


def test_tiny_documents_differ() -> None:
    assert len({tiny(n) for n in range(2000)}) == 2000


@pytest.mark.parametrize(
    ("figure", "factor", "wanted"),
    [
        ("08", 1, "08"),
        ("02", 3, "06"),
        ("09", 3, "27"),
        ("1.204,5", 2, "2.409,0"),
        ("500", 4, "2.000"),
        ("14,85", 9, "133,65"),
    ],
)  # fmt: skip
def test_figures_grow_as_they_are_written(figure: str, factor: int, wanted: str) -> None:
    assert scaled(figure, factor) == wanted


def test_most_of_what_agreed_still_agrees(generator: Generator) -> None:
    verdicts: Counter[str] = Counter()
    made = (generator.document(n) for n in range(60))
    for name, data in made:
        if name.endswith((".md", ".txt")):
            with suppress(InputError):  # a broken one
                report = analyse(read_bytes(data, name))
                verdicts.update(r.verdict for r in report.relations)
    assert verdicts["consistent"] > 5 * verdicts["inconsistent"] > 0


@pytest.mark.parametrize("form", ["txt", "html", "docx", "pdf"])
def test_each_format_is_read_as_what_it_says(form: str) -> None:
    data = {"txt": text, "html": lambda c: html(c, "Báo cáo"), "docx": docx, "pdf": pdf}[form](
        REPORT
    )
    report = analyse(read_bytes(data, f"a.{form}"))
    figures = {q.text for q in report.quantities}
    assert {"40", "31", "09", "22,5%", "120", "80", "200"} <= figures
    assert {r.verdict for r in report.relations} == {"consistent"}
