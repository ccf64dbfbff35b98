"""What is different on Windows, as far as another system can show it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path, PurePosixPath, PureWindowsPath
from types import SimpleNamespace

import pytest

from extract.batch import pool, worker
from extract.batch.discover import discover
from extract.batch.pool import Pool
from extract.errors import InputError, OutputError
from extract.output import files
from extract.store.database import _uri
from poison import double


def test_ctrl_c_while_waiting_is_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    """A wait that a signal ends raises on Windows, after the handler has run."""
    wait, calls = pool.wait, iter([InterruptedError, None, InterruptedError])

    def interrupted(*given: object) -> object:
        if (error := next(calls, None)) is not None:
            raise error(4, "Interrupted function call")
        return wait(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(pool, "wait", interrupted)
    with Pool(double, 1) as one:
        assert [done.outcome for done in one.run(["a", "b"])] == ["aa", "bb"]


def test_a_worker_that_crashes_opens_no_window(monkeypatch: pytest.MonkeyPatch) -> None:
    modes: list[int] = []
    names = {"SEM_FAILCRITICALERRORS": 1, "SEM_NOGPFAULTERRORBOX": 2, "SetErrorMode": modes.append}
    monkeypatch.setitem(sys.modules, "msvcrt", SimpleNamespace(**names))  # type: ignore[arg-type]
    worker.crash_silently()
    assert modes == [3]


def test_memory_is_left_to_the_parent_where_the_system_cannot_limit_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "resource", None)
    worker.limit_memory(1)


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        (PureWindowsPath(r"C:\báo cáo\doisoat.db"), "file:///C:/b%C3%A1o%20c%C3%A1o/doisoat.db"),
        (PureWindowsPath(r"\\may\chung\a.db"), "file:////may/chung/a.db"),
        (PurePosixPath("/srv/a?.db"), "file:///srv/a%3F.db"),
    ],
)
def test_a_database_is_opened_wherever_it_lies(
    path: PureWindowsPath | PurePosixPath, uri: str
) -> None:
    assert _uri(path) == uri


def test_a_table_that_is_open_in_excel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def locked(*given: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "replace", locked)
    monkeypatch.setattr(files, "WINDOWS", True)
    table = tmp_path / "dates.csv"
    table.write_text("old", "utf-8")
    with (
        pytest.raises(OutputError, match=r"dates\.csv: cannot be written.*close it") as e,
        files.replacing(table) as file,
    ):
        file.write("new")
    assert "hãy đóng tệp" in e.value.said("vi")
    assert table.read_text("utf-8") == "old" and len(list(tmp_path.iterdir())) == 1


@pytest.fixture
def reports(tmp_path: Path) -> Iterator[Path]:
    """A folder with a report that is open in Word."""
    folder = tmp_path / "in"
    folder.mkdir()
    for name in ("báo cáo.docx", "~$o cáo.docx"):
        (folder / name).write_bytes(b"PK")
    yield folder


def test_what_word_keeps_beside_an_open_document_is_no_document(reports: Path) -> None:
    assert [task.name for task in discover([reports])] == ["báo cáo.docx"]
    with_name = discover([reports / "~$o cáo.docx"])  # but what is asked for by name is read
    assert [task.name for task in with_name] == ["~$o cáo.docx"]


def test_lists_that_powershell_and_notepad_write(reports: Path, tmp_path: Path) -> None:
    listed = tmp_path / "list.txt"
    for encoding in ("utf-16", "utf-8-sig", "utf-8"):
        listed.write_text(f"{reports / 'báo cáo.docx'}\r\n", encoding, newline="")
        assert [task.name for task in discover([], lists=[listed])] == ["báo cáo.docx"]
    listed.write_bytes(b"\xff\xfea")  # cut in the middle
    with pytest.raises(InputError, match="the list of files is not UTF-8"):
        discover([], lists=[listed])
