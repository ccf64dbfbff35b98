"""One report, many formats: the same records, at least 99 of 100 of every kind.

Reports of the corpus are written as flat ODT and HTML (`same_content`), from these LibreOffice and
Chromium make Word, RTF, OpenDocument and PDF files, and each is read and analysed anew.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

import extract
from extract.model import Report
from extract.readers.files import read_path
from extract.readers.programs import find_office
from same_content import compared, fodt, html

CORPUS = Path(__file__).parents[1] / "corpus"
# A table and notes; notes and titles that run into their text; text with two columns at its head.
REPORTS = {
    "cao-bang": "cao-bang-bao-cao-thu-gon-dau-moi.md",
    "kon-tum": "kon-tum-bao-cao-don-vi-su-nghiep.md",
    "vinh-long": "vinh-long-bao-cao-mang-luoi-y-te.txt",
}
FILTERS = {
    "docx": "MS Word 2007 XML", "pdf": "writer_pdf_Export", "odt": "writer8",
    "rtf": "Rich Text Format", "doc": "MS Word 97",
}  # fmt: skip
LEAST = 0.99
Make = Callable[[str, str], Path]


@pytest.fixture(scope="module")
def sources() -> dict[str, Report]:
    """The reports as the corpus has them."""
    return {name: extract.analyse(read_path(CORPUS / file)) for name, file in REPORTS.items()}


@pytest.fixture(scope="module")
def make(sources: dict[str, Report], tmp_path_factory: pytest.TempPathFactory) -> Make:
    """Gives a report in another format; all reports of one format are made in one go."""
    folder = tmp_path_factory.mktemp("formats")
    for name, report in sources.items():
        (folder / f"{name}.fodt").write_text(fodt(report.document), "utf-8")
        (folder / f"{name}.html").write_text(html(report.document), "utf-8")

    def through_office(kind: str) -> None:
        office = find_office()
        if office is None:
            pytest.skip("LibreOffice is not here: apt install libreoffice-writer")
        subprocess.run(
            [str(office), f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless",
             "--convert-to", f"{kind}:{FILTERS[kind]}", "--outdir", str(folder / kind),
             *map(str, folder.glob("*.fodt"))],
            check=True, capture_output=True, timeout=120,
        )  # fmt: skip

    def made(name: str, kind: str) -> Path:
        if kind == "html":
            return folder / f"{name}.html"
        if kind != "chromium":
            if not (folder / kind).exists():
                through_office(kind)
            return folder / kind / f"{name}.{kind}"
        browser = shutil.which("chromium") or shutil.which("google-chrome")
        if browser is None:
            pytest.skip("Chromium is not here: apt install chromium")
        target = folder / f"{name}.chromium.pdf"
        subprocess.run(
            [browser, "--headless=new", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
             f"--user-data-dir={folder / 'browser'}", f"--print-to-pdf={target}",
             (folder / f"{name}.html").as_uri()],
            check=True, capture_output=True, timeout=120,
        )  # fmt: skip
        return target

    return made


@pytest.mark.parametrize(
    ("name", "kind"),
    [(name, kind) for name in REPORTS for kind in ("docx", "pdf", "html", "chromium")]
    + [("cao-bang", kind) for kind in ("odt", "rtf", "doc")],
)
def test_records_are_the_same(name: str, kind: str, sources: dict[str, Report], make: Make) -> None:
    found = extract.analyse(read_path(make(name, kind)))
    for what, (same, most, unlike) in compared(sources[name], found).items():
        assert same >= LEAST * most, (what, unlike)
    assert sum(same for same, _, _ in compared(sources[name], found).values()) > 150
