"""Bad and hostile input: a message or a result, never a traceback, a hang or much memory."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from extract.errors import InputError
from extract.readers.files import read_path
from growth import HOSTILE

resource = pytest.importorskip("resource")  # limits of a process: not on Windows
GIGABYTE = 1 << 30
Outcome = tuple[int, str]


def limits() -> None:
    """The most a child may take: 1 GB of data."""
    resource.setrlimit(resource.RLIMIT_DATA, (GIGABYTE, GIGABYTE))


def doisoat(*arguments: object, timeout: float = 180) -> Outcome:
    """Run the command in a process of its own with at most 1 GB; exit code and stderr."""
    child = subprocess.run(
        [sys.executable, "-m", "extract.cli", *map(str, arguments)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        timeout=timeout,
        preexec_fn=limits,
        env={**os.environ, "OPENBLAS_NUM_THREADS": "1"},
    )
    err = child.stderr.decode("utf-8", "replace")
    assert "Traceback" not in err and "internal error" not in err
    return child.returncode, err


def refused(outcome: Outcome, name: str) -> bool:
    """Exit code 2 and one line that names the file."""
    code, err = outcome
    return code == 2 and err.count("\n") == 1 and name in err


def done(outcome: Outcome, name: str) -> bool:
    """A result, or one line that names the file."""
    return outcome[0] in (0, 1) or refused(outcome, name)


MAIL = (
    b"Received: by mx.example.vn\r\n\tfor <a@example.vn>\r\nFrom: a@example.vn\r\n"
    b"MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n"
    b"Content-Transfer-Encoding: quoted-printable\r\n\r\n40 t=E1=BB=95\r\n"
)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("empty.txt", b""),
        ("blank.txt", b" \n\r\n\t\n"),
        ("bom.txt", b"\xef\xbb\xbf"),
        ("binary.txt", bytes(range(256)) * 40),
        ("zeros.txt", b"\x00" * 5000),
        ("broken.txt", "Đối soát".encode() + b"\xc3\x28\xff" + b" tiep"),
        ("latin.txt", "Un résumé des écoles créées à l'été 2021.\n".encode("latin-1") * 5),
        ("lost.txt", "Đối soát số liệu năm 2021".encode("cp1258", "replace") * 5),
        ("cut.docx", b"PK\x03\x04" + bytes(400)),
        ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)),
        ("cut.txt", b"\xff\xfeD\x00i\x01\x00\xd8"),
        ("page.ps", b"%!PS-Adobe-3.0\n(40 to) show\n"),
        ("mail.eml", MAIL),
    ],
)
def test_files_that_are_no_text(tmp_path: Path, name: str, data: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    assert refused(doisoat("extract", path), name)


@pytest.mark.parametrize(
    ("name", "data", "what"),
    [
        ("a.rar", b"Rar!\x1a\x07\x00" + bytes(90), "an archive"),
        ("b.docx", b"7z\xbc\xaf\x27\x1c" + bytes(90), "an archive"),
        ("c.txt", b"\x1f\x8b\x08" + bytes(90), "an archive"),
        ("d.tar", b"bao-cao.txt".ljust(257, b"\0") + b"ustar" + bytes(250), "an archive"),
        ("e.jpg", b"\0\0\0\x18ftypheic" + bytes(90), "HEIC"),
        ("f.pdf", b"AT&TFORM" + bytes(90), "DjVu"),
    ],
)
def test_files_that_hold_documents(tmp_path: Path, name: str, data: bytes, what: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    outcome = doisoat("extract", path)
    assert refused(outcome, name) and what in outcome[1]


CSV = 'STT{0}Thôn{0}Số tổ\n1{0}Đông{0}5\n2{0}Đoài{0}7\n3{0}"Nam; Bắc, mới"{0}9\n'
FLAT = '<?xml version="1.0"?>\n<{}><table>12</table></{}>'
ODS = 'mimetype="application/vnd.oasis.opendocument.spreadsheet"'


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (CSV.format(","), "CSV"),
        ("\ufeff" + CSV.format(";"), "CSV"),
        (FLAT.format(f'office:document xmlns:office="a" {ODS}', "office:document"), "spreadsheet"),
        (FLAT.format('Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"', "Workbook"),
         "spreadsheet"),
    ],
)  # fmt: skip
def test_spreadsheets_as_text_say_what_to_do(tmp_path: Path, data: str, what: str) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(data.encode())
    with pytest.raises(InputError, match=what) as told:
        read_path(path)
    assert "save" in str(told.value) and "PDF" in str(told.value)


@pytest.mark.parametrize(
    "text",
    [
        "Xã Đông, xã Đoài, xã Nam\nXã Bắc, xã Trung, xã Hạ\nXã Tây, xã Thượng, xã Mới\n",
        "| Thôn | 1,200 | 1,300 |\n|---|---|---|\n| Đông | 5,100 | 5,200 |\n",
        "Thôn Đông    1,200    1,300\nThôn Đoài    5,100    5,200\nThôn Nam    9,100    9,200\n",
        "STT\tThôn\tSố tổ\n1\tĐông, Hạ\t5\n2\tĐoài, Hạ\t7\n3\tNam, Hạ\t9\n",
        "Toàn xã có 5,1 nghìn hộ, giảm 2,3%.\nCòn 31 tổ; giảm 12 tổ; tăng 3 tổ.\nHết.\n",
    ],
)
def test_text_with_commas_is_text(tmp_path: Path, text: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text(text, "utf-8")
    assert read_path(path).text == text


def test_no_file(tmp_path: Path) -> None:
    assert refused(doisoat("extract", tmp_path), tmp_path.name)
    assert refused(doisoat("check", tmp_path / "none.txt"), "none.txt")
    assert refused(doisoat("check", tmp_path / ("x" * 300)), "xxx")


def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    if os.geteuid() == 0:
        path = Path("/proc/self/mem")
    else:
        path = tmp_path / "closed.txt"
        path.write_text("x", encoding="utf-8")
        path.chmod(0)
    assert doisoat("check", path)[0] == 2


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_encodings_that_are_read(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "xa.txt"
    path.write_bytes("Năm 2021 xã có 40 tổ tự quản, tăng 02 tổ.\n".encode(encoding))
    assert doisoat("check", path) == (0, "")


SIZE = 1_000_000


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_repetitions_do_not_hang(name: str) -> None:
    """A report or a refusal; that time is linear is measured by bench/growth.py."""
    from extract.errors import InputError
    from extract.pipeline import analyse
    from extract.readers.text.reader import read_text

    def hang(*_: object) -> None:
        raise TimeoutError(f"{name}: hangs on a text of 40,000 characters")

    signal.signal(signal.SIGVTALRM, hang)
    signal.setitimer(signal.ITIMER_VIRTUAL, 20)  # of the processor: machines are shared
    try:
        told = analyse(read_text(HOSTILE[name](40_000), "hostile.txt")).document.name
    except InputError as error:
        told = str(error)
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    assert told.startswith("hostile.txt")


@pytest.mark.parametrize(
    "name", ["digits", "spaced digits", "decrease", "label lines", "rules between bars", "spaces"]
)
def test_a_megabyte(tmp_path: Path, name: str) -> None:
    path = tmp_path / "hostile.txt"
    path.write_text(HOSTILE[name](SIZE), encoding="utf-8")
    assert done(doisoat("check", path), path.name)


def test_one_line_of_ten_megabytes(tmp_path: Path) -> None:
    sentence = "Năm 2021 toàn xã có 40 hộ nghèo, giảm 05 hộ so với năm trước theo Kế hoạch. "
    path = tmp_path / "line.txt"
    path.write_text(sentence * (10_000_000 // len(sentence.encode())), encoding="utf-8")
    assert done(doisoat("check", path, timeout=180), path.name)


def test_fifty_megabytes(tmp_path: Path) -> None:
    line = "Trong năm 2021, toàn xã có 40 hộ nghèo và cận nghèo.\n"
    path = tmp_path / "large.txt"
    path.write_text(line * (50_000_000 // len(line.encode())), encoding="utf-8")
    assert done(doisoat("check", path, timeout=180), path.name)
