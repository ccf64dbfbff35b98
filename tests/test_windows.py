"""What is different on Windows, as far as another system can show it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path, PurePosixPath, PureWindowsPath
from types import SimpleNamespace

import pytest

from extract.batch import pool, results, worker
from extract.batch.discover import discover
from extract.batch.pool import Pool
from extract.errors import InputError, OutputError
from extract.output import files
from extract.readers import office
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
    resource = pytest.importorskip("resource")
    before = resource.getrlimit(resource.RLIMIT_DATA)
    monkeypatch.setitem(sys.modules, "resource", None)
    worker.limit_memory(1)
    assert resource.getrlimit(resource.RLIMIT_DATA) == before


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
    monkeypatch.setattr(files.time, "sleep", lambda seconds: None)
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


def test_a_file_that_a_scanner_holds_for_a_moment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace, held = os.replace, [PermissionError(13, "Permission denied")] * 3

    def late(*given: str) -> None:
        if held:
            raise held.pop()
        replace(*given)

    monkeypatch.setattr(os, "replace", late)
    monkeypatch.setattr(files, "WINDOWS", True)
    with files.replacing(tmp_path / "a.csv") as file:
        file.write("new")
    assert (tmp_path / "a.csv").read_text("utf-8") == "new" and not held


@pytest.mark.parametrize(
    ("path", "long"),
    [
        (r"C:\báo cáo\json\a.json", r"\\?\C:\báo cáo\json\a.json"),
        (r"\\may\chung\json", r"\\?\UNC\may\chung\json"),
        (r"\\?\C:\json", r"\\?\C:\json"),
    ],
)
def test_results_may_lie_deep(path: str, long: str) -> None:
    assert str(files.extended(PureWindowsPath(path))) == long


@pytest.mark.parametrize(
    ("name", "there"),
    [
        ("a:b.txt.json", "a%3Ab.txt.json"),
        ("AUX.txt.json", "%41UX.txt.json"),
        ("com1", "%63om1"),
        ("what?.json", "what%3F.json"),
        ("dots.", "dots%2E"),
        ("new\nline", "new%0Aline"),
        ("auxiliary.txt.json", "auxiliary.txt.json"),
        ("báo cáo 1.docx.json", "báo cáo 1.docx.json"),
    ],
)
def test_names_of_other_systems(name: str, there: str) -> None:
    assert results.permitted(name) == there


def test_what_ends_libreoffice_says_nothing(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    code = "import sys; print('SUCCESS'); print('ERROR', file=sys.stderr)"
    run = subprocess.run
    monkeypatch.setattr(
        subprocess, "run", lambda command, **more: run([sys.executable, "-c", code], **more)
    )
    office._end_tree(1)
    assert capfd.readouterr() == ("", "")
    monkeypatch.setattr(subprocess, "run", lambda command, **more: run(["no-taskkill"], **more))
    office._end_tree(1)


@pytest.mark.skipif(not hasattr(signal, "SIGUSR1"), reason="no signal to stand for Ctrl-Break")
def test_ctrl_break_stops_a_run(tmp_path: Path) -> None:
    code = (
        "import os, signal; signal.SIGBREAK = signal.SIGUSR1\n"
        "from extract.batch import local\n"
        "with local._stoppable(lambda: print('stopped')): os.kill(os.getpid(), signal.SIGBREAK)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "stopped\n"
