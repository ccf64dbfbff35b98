"""DOC, RTF and ODT -> Document through LibreOffice; one report in all formats reads the same."""

from __future__ import annotations

import io
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from docx_parts import call, docx, item, lists, lvl, note, p, t, table, tr
from extract.batch.local import discover, run
from extract.errors import InputError
from extract.model import Report
from extract.pipeline import analyse
from extract.readers import office
from extract.readers.files import read_bytes
from extract.readers.office import DOC, FODT, ODT, READER, RTF
from extract.readers.programs import find_office

needs_office = pytest.mark.skipif(
    find_office() is None, reason="LibreOffice is not installed (apt install libreoffice-writer)"
)
ODT_TYPE = "application/vnd.oasis.opendocument.text"
OLE = bytes.fromhex("d0cf11e0a1b11ae1")
SMALL_RTF = rb"{\rtf1\ansi To\u224?n x\u227? c\u243? 40 t\u7893?.\par}"
BOLD = "<w:b/>"
HTML = """<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>
<table border="0"><tr><td>ỦY BAN NHÂN DÂN<br>XÃ THỬ</td>
<td>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</td></tr></table>
<p align="center"><b>BÁO CÁO</b></p>
<p><b>I. KẾT QUẢ</b></p>
<p>Theo Quyết định số 77/QĐ-UBND ngày 05/3/2021, toàn xã từ 40 tổ xuống còn 31 tổ, giảm 10 tổ
(22,5%)<a href="#_ftn1" name="_ftnref1">[1]</a>.</p>
<p><b>II. NHIỆM VỤ</b></p>
<ol><li>Rà soát 12 xóm.</li><li>Giao 500 triệu đồng.</li></ol>
<table border="1"><tr><td>Xóm</td><td>Số hộ</td></tr><tr><td>Xóm Một</td><td>40</td></tr>
<tr><td>Xóm Hai</td><td>31</td></tr><tr><td>Tổng cộng</td><td>72</td></tr></table>
<div id="ftn1"><p><a href="#_ftnref1" name="_ftn1">[1]</a> Gồm cả 02 tổ tự quản.</p></div>
</body></html>"""


def word_report() -> bytes:
    """The same report as a Word file."""
    head = table(
        tr(p("ỦY BAN NHÂN DÂN") + p("XÃ THỬ"), "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), borders=""
    )
    found = (
        "Theo Quyết định số 77/QĐ-UBND ngày 05/3/2021, toàn xã từ 40 tổ xuống còn 31 tổ, "
        "giảm 10 tổ (22,5%)"
    )
    rows = (("Xóm", "Số hộ"), ("Xóm Một", "40"), ("Xóm Hai", "31"), ("Tổng cộng", "72"))
    body = (
        head
        + p(t("BÁO CÁO", BOLD), '<w:jc w:val="center"/>')
        + p(t("I. KẾT QUẢ", BOLD))
        + p(t(found) + call("footnote", 2) + t("."))
        + p(t("II. NHIỆM VỤ", BOLD))
        + item("Rà soát 12 xóm.")
        + item("Giao 500 triệu đồng.")
        + table(*(tr(*row) for row in rows))
    )
    return docx(
        body,
        numbering=lists(lvl(0, "%1.")),
        footnotes=note("footnote", 2, "Gồm cả 02 tổ tự quản."),
    )


def refusal(data: bytes, name: str) -> str:
    """Why a file is refused, in both languages."""
    with pytest.raises(InputError) as error:
        read_bytes(data, name)
    english, vietnamese = str(error.value), error.value.said("vi")
    assert english.startswith(f"{name}: ") and vietnamese.startswith(f"{name}: ")
    assert english != vietnamese
    return english


def stored_odt(manifest: str) -> bytes:
    """An ODT whose `mimetype` is stored, not packed."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", ODT_TYPE)
        archive.writestr("content.xml", "<x/>")
        archive.writestr("META-INF/manifest.xml", manifest)
    return out.getvalue()


def seen(report: Report) -> dict[str, list[tuple[object, ...]]]:
    """What was found in a document, without the places."""
    return {
        "quantities": [(q.text, q.value, q.unit, q.direction) for q in report.quantities],
        "citations": [(c.text, c.type, c.number, c.date, c.key) for c in report.citations],
        "dates": [(d.text, d.value, d.grain) for d in report.dates],
        "sections": [(s.label, s.title, s.depth) for s in report.sections],
        "relations": [(r.kind, r.verdict, r.agreement, r.expression) for r in report.relations],
        "notes": [(f.marker, f.ref is not None, f.body is not None) for f in report.footnotes],
        "tables": [(tuple(table.cells),) for table in report.tables],
        "findings": [(f.code,) for f in report.findings],
    }


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The report in every format; LibreOffice writes those that Python cannot."""
    here = tmp_path_factory.mktemp("office")
    (here / "r.docx").write_bytes(word_report())
    for kind in ("odt", "rtf", "doc", "fodt", "xml:MS Word 2003 XML"):
        command = [str(find_office()), f"-env:UserInstallation={(here / 'profile').as_uri()}"]
        command += ["--headless", "--convert-to", kind, "--outdir", str(here), str(here / "r.docx")]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
    kinds = ("docx", "odt", "rtf", "doc", "fodt", "xml")
    files = {kind: (here / f"r.{kind}").read_bytes() for kind in kinds}
    return {**files, "html": HTML.encode()}


@needs_office
def test_one_report_in_all_formats(reports: dict[str, bytes]) -> None:
    found = {kind: read_bytes(data, f"r.{kind}") for kind, data in reports.items()}
    expected = seen(analyse(found["docx"]))
    counts = {kind: len(expected[kind]) for kind in ("quantities", "citations", "dates", "notes")}
    assert counts == {"quantities": 10, "citations": 1, "dates": 1, "notes": 1}
    assert ("difference", "inconsistent", None, "40 - 31 = 10") in expected["relations"]
    assert expected["findings"] and expected["tables"]
    for document in found.values():
        assert seen(analyse(document)) == expected
    assert found["html"].text == found["docx"].text
    for kind in (DOC, RTF, ODT, FODT):
        document = found[kind.suffix[1:]]
        assert (document.reader, document.media_type) == (f"{READER}docx", kind.media_type)
        assert document.sha256 != found["docx"].sha256


@needs_office
def test_xml_files_of_folders(reports: dict[str, bytes], tmp_path: Path) -> None:
    """Those that Word has saved are documents, others are not."""
    (tmp_path / "a.xml").write_bytes(reports["xml"])
    (tmp_path / "b.xml").write_bytes(b"<?xml version='1.0'?><feed><title>B</title></feed>")
    (tmp_path / "c.fodt").write_bytes(reports["fodt"])
    assert [task.name for task in discover([tmp_path])] == ["a.xml", "c.fodt"]


@needs_office
def test_the_kind_is_told_by_the_content(reports: dict[str, bytes]) -> None:
    assert read_bytes(reports["rtf"], "r.doc").media_type == RTF.media_type


@needs_office
def test_a_locked_doc(reports: dict[str, bytes]) -> None:
    data = bytearray(reports["doc"])
    data[office._word_stream(bytes(data)) + 11] |= 1
    assert "protected by a password" in refusal(bytes(data), "r.doc")


@needs_office
def test_what_libreoffice_cannot_open() -> None:
    assert "cannot open" in refusal(stored_odt(""), "r.odt")
    cut = OLE + bytes(600) + "WordDocument\0".encode("utf-16-le") + bytes(600)
    assert refusal(cut, "r.doc")


@needs_office
def test_nothing_is_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert read_bytes(SMALL_RTF, "r.rtf").text == "Toàn xã có 40 tổ.\n"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("name", "data"), [("r.rtf", SMALL_RTF), ("r.odt", stored_odt(""))])
def test_without_libreoffice(name: str, data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr("extract.readers.programs._OFFICE_PLACES", ())
    said = refusal(data, name)
    assert "apt install libreoffice-writer" in said and "winget install" in said


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script stands for LibreOffice")
def test_a_program_that_hangs_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    slow = tmp_path / "soffice"
    slow.write_text(f"#!/bin/sh\nsh -c 'sleep 5; touch {tmp_path}/late' & wait\n", encoding="utf-8")
    slow.chmod(0o755)
    monkeypatch.setattr(office, "find_office", lambda: slow)
    with pytest.raises(InputError, match=r"r.rtf: LibreOffice did not finish in 1 seconds"):
        office.read_office(SMALL_RTF, "r.rtf", RTF, timeout=1)
    time.sleep(5)
    assert not (tmp_path / "late").exists()


def test_locked_files() -> None:
    manifest = "<manifest:encryption-data/>"
    assert "protected by a password" in refusal(stored_odt(manifest), "r.odt")
    package = OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(600)
    assert "protected by a password" in refusal(package, "r.docx")


def test_other_old_files() -> None:
    sheet = OLE + bytes(600) + "Workbook".encode("utf-16-le") + bytes(600)
    assert "an old Excel file" in refusal(sheet, "r.xls") and "PDF" in refusal(sheet, "r.xls")
    slides = OLE + bytes(600) + "PowerPoint Document".encode("utf-16-le") + bytes(600)
    assert "an old PowerPoint file" in refusal(slides, "r.ppt")
    assert "without a Word document" in refusal(OLE + bytes(1200), "r.msg")


def test_a_run_says_what_it_could_not_read(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7 cut")
    (tmp_path / "b.odt").write_bytes(stored_odt("<manifest:encryption-data/>"))
    (tmp_path / "c.txt").write_text("Toàn xã có 40 tổ.", encoding="utf-8")
    (tmp_path / "d.css").write_text("p {}", encoding="utf-8")
    tasks = discover([tmp_path])
    assert [task.name for task in tasks] == ["a.pdf", "b.odt", "c.txt"]
    summary = run(tasks, tmp_path / "out")
    assert (summary.documents, summary.failures) == (1, 2)
    rows = (tmp_path / "out" / "failures.csv").read_text("utf-8-sig").splitlines()
    assert [row.partition(",")[0] for row in rows] == ["document", "a.pdf", "b.odt"]
