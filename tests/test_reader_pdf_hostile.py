"""PDFs that hang, crash or fill a reader: the page is told as unread, the others are read."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from extract.batch import local
from extract.batch.discover import Task
from extract.batch.work import Failure, Read, Work
from extract.errors import InputError
from extract.readers.files import read_bytes
from extract.readers.pdf import process as pdf_process
from hostile_pdfs import document, first, many, nested, stream, vast_picture, words

X = f"/XObject << /X {first(3)} 0 R >>"
BEFORE, AFTER = words("Toan xa co 12 to."), words("Toan huyen co 40 to.")
DRAW = stream(b"/X Do")
ENDLESS = {
    "forms in forms": document(BEFORE, DRAW, AFTER, more=nested(12, 10, first(3)), resources=X),
    "lines": document(BEFORE, many("0 0 m 99 99 l S\n", 5_000_000), AFTER),
    "letters": document(BEFORE, many("BT /F0 9 Tf (a) Tj ET\n", 3_000_000), AFTER),
}


@pytest.fixture(autouse=True)
def fresh_workers() -> Iterator[None]:
    """No test inherits a worker with the limits of another."""
    pdf_process.end_idle()
    yield
    pdf_process.end_idle()


@pytest.mark.parametrize("source", ["pdf", "pdfplumber"])
@pytest.mark.parametrize("name", ENDLESS)
def test_a_page_that_takes_for_ever(
    name: str, source: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf_process, "SECONDS", 1.0)
    read = read_bytes(ENDLESS[name], "treo.pdf", source)  # type: ignore[arg-type]
    assert read.text == "Toan xa co 12 to.\nToan huyen co 40 to."
    (told,) = read.warnings
    assert told == "page 2: not read: more than 1 s"
    assert told.said("vi") == "trang 2: chưa đọc: quá 1 giây"
    assert [(p.number, p.width) for p in read.pages] == [(1, 595), (2, None), (3, 595)]


def test_many_pages_that_take_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_process, "SECONDS", 0.5)
    pages = [DRAW] * 8
    read = read_bytes(
        document(BEFORE, *pages, more=nested(12, 10, first(9)),
                 resources=f"/XObject << /X {first(9)} 0 R >>"), "treo.pdf"
    )  # fmt: skip
    assert read.text == "Toan xa co 12 to."
    assert "pages 2-4: not read: more than 0.5 s" in read.warnings[0]
    assert "pages 5-9: not read, after 3 pages" in read.warnings[1]


def test_a_file_of_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_process, "SECONDS", 0.5)
    data = document(
        DRAW, more=nested(12, 10, first(1)), resources=f"/XObject << /X {first(1)} 0 R >>"
    )
    with pytest.raises(InputError, match=r"treo\.pdf: no page could be read .*more than 0\.5 s"):
        read_bytes(data, "treo.pdf")


def test_a_page_that_fills_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_process, "MEMORY", 200 << 20)
    read = read_bytes(ENDLESS["lines"], "day.pdf")
    assert read.text == "Toan xa co 12 to.\nToan huyen co 40 to."
    (told,) = read.warnings
    assert (told, told.said("vi")) == ("page 2: left out: broken", "trang 2: bỏ qua: bị hỏng")


def test_a_vast_picture() -> None:
    """Drawn small where a picture is looked for, so it costs no more than a page."""
    read = read_bytes(
        document(BEFORE, stream(b"q 595 0 0 842 0 0 cm /X Do Q"), AFTER, more=(vast_picture(),),
                 resources=X), "anh.pdf"
    )  # fmt: skip
    assert read.text.startswith("Toan xa co 12 to.")
    assert read.text.endswith("Toan huyen co 40 to.")


class Hasty(Work):
    """The work of a run with a second for each page of a PDF."""

    def __call__(self, task: Task) -> Read | Failure:
        pdf_process.SECONDS = 1.0
        return super().__call__(task)


def test_the_rest_of_a_run_goes_on(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(ENDLESS["lines"])
    (tmp_path / "b.pdf").write_bytes(document(BEFORE))
    summary = local.run(local.discover([tmp_path]), tmp_path / "out", work=Hasty())
    assert (summary.documents, summary.failures) == (2, 0)
    made = json.loads((tmp_path / "out" / "json" / "a.pdf.json").read_text("utf-8"))
    assert made["status"] == "partial" and "page 2: not read" in made["source"]["warnings"][0]


def test_a_worker_serves_many_files() -> None:
    kept = []
    for _ in range(3):
        assert read_bytes(document(BEFORE, AFTER), "a.pdf").text.endswith("40 to.")
        kept += pdf_process._idle
    assert len(kept) == 3 and len(set(map(id, kept))) == 1
    with pytest.raises(InputError, match="broken"):
        read_bytes(b"%PDF-1.7\nx", "b.pdf")
    assert pdf_process._idle == kept[:1]


def test_threads_have_workers_of_their_own() -> None:
    found: list[str] = []
    data = {n: document(*[words(f"Xa thu {n}, trang {k}.") for k in range(20)]) for n in range(4)}

    def read(n: int) -> None:
        lines = read_bytes(data[n], f"{n}.pdf").text.split("\n")
        found.extend(line for line in lines if line.startswith(f"Xa thu {n},"))

    threads = [threading.Thread(target=read, args=(n,)) for n in data]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(found)) == 80


def test_a_worker_that_was_killed_is_replaced() -> None:
    read_bytes(document(BEFORE), "a.pdf")
    pdf_process._idle[0]._child.kill()
    pdf_process._idle[0]._child.wait()
    assert read_bytes(document(BEFORE), "a.pdf").text == "Toan xa co 12 to."
