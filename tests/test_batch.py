"""Runs over many files: which are found, what a repeated run does, what failures do."""

from __future__ import annotations

import io
import json
import os
import sqlite3
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from conftest import OWN_RULE
from extract import errors
from extract.batch import local, lock, results, work
from extract.batch.discover import discover
from extract.batch.limits import Limits
from extract.batch.local import Options, Summary, run
from extract.cli import main
from extract.store.database import Store
from extract.store.packed import Packed
from poison import Poison

TEXT = "Năm 2021 toàn xã giảm từ 4{0} tổ xuống còn 31 tổ, giảm {1:02} tổ.\n"
LIMITS = Limits(seconds=6, memory=700 << 20)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder `in` with four reports; the third and the fourth are the same."""
    for n, name in enumerate(("a.txt", "b/b.md", "c.txt", "d/e/f.txt")):
        put(tmp_path / "in" / name, TEXT.format(min(n, 2), 9))
    return tmp_path


def put(path: Path, text: str) -> None:
    """Write a file, with the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def go(place: Path, jobs: int = 1, **more: object) -> tuple[Summary, list[str]]:
    """Run over `in`; the summary, and the names of the files that workers have read."""
    log = place / "log"
    log.write_text("", encoding="utf-8")
    out = place / "out"
    options = Options(patterns=more.pop("patterns", ()))  # type: ignore[arg-type]
    reader = Poison(log, options)
    tasks = discover([place / "in"], out=out)
    summary = run(tasks, out, options, jobs, LIMITS, reader, **more)  # type: ignore[arg-type]
    return summary, sorted(log.read_text("utf-8").splitlines())


def exported(out: Path) -> dict[str, bytes]:
    """All files of a run but those that may tell times, by name."""
    left_out = (results.DATABASE, lock.LOCK, "summary.json")
    return {
        p.relative_to(out).as_posix(): p.read_bytes()
        for p in sorted(out.rglob("*"))
        if p.is_file() and not p.name.startswith(left_out)
    }


def failures(out: Path) -> list[tuple[str, str, int]]:
    """Name, error and attempts of the failures."""
    with Store.open(out / results.DATABASE) as store:
        sql = "SELECT name, error, attempts FROM failures ORDER BY name"
        return list(store.connection.execute(sql))


def names(*arguments: object, **more: object) -> list[str]:
    """The names that `discover` gives."""
    return [task.name for task in discover(*arguments, **more)]  # type: ignore[arg-type]


def test_folders_and_globs(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(place / "in" / "x.dat", "x")
    put(place / "in" / ".hidden" / "h.txt", "x")
    root = place / "in"
    assert names([root]) == ["a.txt", "c.txt", "b/b.md", "d/e/f.txt"]
    assert names([root / "**" / "*.txt"]) == ["a.txt", "c.txt", "d/e/f.txt"]
    assert names([root / "[bd]"]) == ["b/b.md", "d/e/f.txt"]
    assert names([root], exclude=["d", "*.md"]) == ["a.txt", "c.txt"]
    assert names([root / "x.dat", root, root / "a.txt"])[:2] == ["x.dat", "a.txt"]
    assert len(names([root, root / "a.txt", root / "*.txt"])) == 4
    monkeypatch.chdir(root)
    assert names([Path("*.txt")]) == ["a.txt", "c.txt"]
    with pytest.raises(errors.InputError, match=r"none-\*.txt: no document found"):
        discover([root / "none-*.txt"])


def test_names_do_not_depend_on_the_order_of_paths(place: Path) -> None:
    for name in ("q1/d/r.md", "q2/d/r.md", "q2/d/only.md", "R.md"):
        put(place / name, name)
    one, two, other = place / "q1" / "d", place / "q2" / "d", place / "R.md"
    for paths in ([one, two], [two, one]):
        assert sorted(names(paths)) == ["only.md", "q1/d/r.md", "q2/d/r.md"]
    for paths in ([one, two, other], [other, two, one]):  # R.md and r.md are one file on Windows
        assert sorted(names(paths)) == ["R.md", "only.md", "q1/d/r.md", "q2/d/r.md"]
    for paths in ([place / "q1", one], [one, place / "q1"]):  # the file is met twice
        assert names(paths) == ["d/r.md"]


def test_names_that_differ_in_case_alone_are_told_apart(place: Path) -> None:
    put(place / "d" / "r.md", "1")
    put(place / "d" / "R.md", "2")
    found = sorted(names([place / "d"]))
    assert len({name.casefold() for name in found}) == 2
    assert all(name.lower().endswith("r.md") for name in found)


@pytest.mark.parametrize("lang", ["en", "vi"])
def test_failures_name_the_path_as_given(
    place: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, lang: str
) -> None:
    for name in ("p1/y.txt", "p2/y.txt"):
        put(place / name, "")
    monkeypatch.chdir(place)
    with pytest.raises(SystemExit):
        main(["run", "p1", "p2", "--out", "out", "--lang", lang])
    told = sorted(capsys.readouterr().err.splitlines())
    for line, path in zip(told, (Path("p1/y.txt"), Path("p2/y.txt")), strict=True):
        assert line.startswith(f"doisoat: {path}: ")


def test_what_a_folder_holds_beside_documents_is_told(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = place / "in"
    for name in ("x.xlsx", "y.XLSX", "z.jpg", ".hidden", "Thumbs.db"):
        put(root / name, name)
    met: Counter[str] = Counter()
    discover([root / "z.jpg", root], out=place / "out", others=met)
    assert met == {".xlsx": 2}
    with pytest.raises(SystemExit):
        main(["run", str(root), "--out", str(place / "out"), "--lang", "en"])
    assert "left out of folders, files of other kinds: .xlsx 2, .jpg 1" in capsys.readouterr().out
    put(place / "scans" / "a.jpg", "x")
    with pytest.raises(errors.InputError, match=r"other kinds: \.jpg 1; scans are read when"):
        discover([place / "scans"])


def test_documents_read_with_warnings_are_counted(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (place / "warned").mkdir()
    (place / "warned" / "a.html").write_bytes(
        "<html><meta charset='utf-8'><p>Năm 2024 có 40 tổ, 31 hộ.</p>".encode() * 9 + b"\xff"
    )
    with pytest.raises(SystemExit):
        main(["run", str(place / "warned"), "--out", str(place / "out"), "--lang", "vi"])
    assert "có thể thiếu: 1;" in capsys.readouterr().out
    assert json.loads((place / "out" / "summary.json").read_text("utf-8"))["partial"] == 1


def test_lists_of_paths(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = place / "in"
    listed = place / "list"
    listed.write_bytes(f"\ufeff{root / 'b' / 'b.md'}\r\n\n{root / 'a.txt'}\n".encode())
    assert names([], lists=[listed]) == ["b/b.md", "a.txt"]
    listed.write_bytes(os.fsencode(f"{root / 'c.txt'}\0{root / 'd'}\0"))
    assert names([], lists=[listed]) == ["c.txt", "d/e/f.txt"]
    for paths, lists in (([Path("-")], []), ([], [Path("-")])):
        stdin = io.TextIOWrapper(io.BytesIO(f"{root / 'a.txt'}\n".encode()))
        monkeypatch.setattr(sys, "stdin", stdin)
        assert names(paths, lists=lists) == ["a.txt"]
    with pytest.raises(errors.InputError, match="none: the list of files cannot be read"):
        discover([], lists=[place / "none"])


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has names that are no text")
def test_names_that_are_no_text(place: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(place / "in") + b"/b\xe1o.txt"))
    path.write_text(TEXT.format(9, 18), encoding="utf-8")
    put(place / "in" / ("dài" * 60 + ".txt"), TEXT.format(8, 17))
    assert "b\\xe1o.txt" in names([place / "in"])
    summary, _ = go(place)
    assert (summary.documents, summary.failures) == (5, 0)
    made = [json.loads(p.read_text("utf-8")) for p in (place / "out" / "json").rglob("*.json")]
    assert {"b\\xe1o.txt", "dài" * 60 + ".txt"} < {data["source"]["name"] for data in made}


def test_one_document_for_one_content(place: Path) -> None:
    summary, read = go(place)
    assert (summary.total, summary.read, summary.same, summary.documents) == (4, 3, 1, 3)
    assert read == ["a.txt", "b/b.md", "c.txt"]
    assert sorted(n for n in exported(place / "out") if n.startswith("json")) == [
        "json/a.txt.json",
        "json/b/b.md.json",
        "json/c.txt.json",
    ]


def test_a_repeated_run_reads_what_is_new_or_changed(place: Path) -> None:
    go(place)
    before = exported(place / "out")
    assert go(place)[1] == []
    assert exported(place / "out") == before
    put(place / "in" / "a.txt", TEXT.format(5, 14))
    put(place / "in" / "new.txt", TEXT.format(6, 15))
    assert go(place)[1] == ["a.txt", "new.txt"]
    assert exported(place / "out") == fresh(place)


def fresh(place: Path) -> dict[str, bytes]:
    """What a run over `in` gives that has no past."""
    for old in (place / "fresh",):
        assert not old.exists()
    run(discover([place / "in"]), place / "fresh", jobs=1)
    return exported(place / "fresh")


def test_a_failure_that_is_the_same_again_changes_nothing(place: Path) -> None:
    put(place / "in" / "bad.txt", "")
    go(place)
    table = place / "out" / "failures.csv"
    before = table.stat().st_mtime_ns
    summary, read = go(place)
    assert (read, summary.failures) == (["bad.txt"], 1)
    assert table.stat().st_mtime_ns == before
    put(place / "in" / "bad.txt", TEXT.format(5, 14))
    assert go(place)[0].failures == 0
    assert exported(place / "out") == fresh(place)


def test_moved_and_removed_files_are_not_read_again(place: Path) -> None:
    go(place)
    (place / "in" / "b" / "b.md").rename(place / "in" / "z.md")
    (place / "in" / "c.txt").unlink()
    (place / "in" / "a.txt").rename(place / "in" / "b" / "q.txt")
    summary, read = go(place)
    assert (read, summary.gone, summary.documents) == ([], 3, 3)
    assert exported(place / "out") == fresh(place)


def test_a_name_of_another_kind_of_text(place: Path) -> None:
    go(place)
    (place / "in" / "a.txt").rename(place / "in" / "a.md")
    assert go(place)[0].read == 0
    assert exported(place / "out") == fresh(place)


def test_files_that_swap_their_contents(place: Path) -> None:
    go(place)
    first, second = place / "in" / "a.txt", place / "in" / "c.txt"
    a, c = first.read_text("utf-8"), second.read_text("utf-8")
    put(first, c)
    put(second, a)
    assert len(go(place)[1]) <= 1
    assert exported(place / "out") == fresh(place)


def test_a_changed_rule_or_program_or_option(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mine = place / "mine" / "mine.toml"
    put(mine, OWN_RULE)
    go(place)
    assert len(go(place, patterns=(str(mine.parent),))[1]) == 3
    assert go(place, patterns=(str(mine.parent),))[1] == []
    put(mine, OWN_RULE.replace("hội làng", "hội xã"))
    work._book.cache_clear()
    work.provenance.cache_clear()
    assert len(go(place, patterns=(str(mine.parent),))[1]) == 3
    english = work.provenance(Options())
    assert english.fingerprint != work.provenance(Options(lang="vi")).fingerprint
    assert english.fingerprint != replace(english, program="0.0").fingerprint


def test_workers_send_documents_ready_to_be_copied(place: Path) -> None:
    for task in discover([place / "in"]):
        read = work.Work()(task)
        assert isinstance(read, work.Read) and isinstance(read.document, Packed)


def test_the_order_of_work_does_not_matter(place: Path) -> None:
    for n in range(12):
        put(place / "in" / f"late{n % 3}-{n}.txt", TEXT.format(n, n))
    go(place, jobs=3)
    assert exported(place / "out") == fresh(place)


@pytest.mark.parametrize(
    ("poison", "error"), [("crash", "Crash"), ("hang", "Timeout"), ("eat", "MemoryLimit")]
)
def test_poison_is_one_failure(place: Path, poison: str, error: str) -> None:
    put(place / "in" / f"{poison}.txt", TEXT.format(7, 16))
    put(place / "in" / "bad.txt", "\0\0")
    summary, read = go(place)
    assert (summary.documents, summary.failures, summary.failed) == (3, 2, 2)
    assert failures(place / "out") == [
        ("bad.txt", "InputError", 1),
        (f"{poison}.txt", error, 2),
    ]
    assert read.count(f"{poison}.txt") == 2 and read.count("bad.txt") == 1
    (place / "in" / f"{poison}.txt").rename(place / "in" / "well.txt")
    summary, read = go(place)
    assert (summary.documents, summary.failures, read) == (4, 1, ["bad.txt", "well.txt"])


def test_a_copy_that_can_be_read_stands_for_those_that_could_not(place: Path) -> None:
    for name in ("crash1.txt", "crash2.txt", "good.txt"):
        put(place / "in" / name, TEXT.format(7, 16))
    for name in ("crash3.txt", "crash4.txt"):
        put(place / "in" / name, TEXT.format(8, 17))
    summary, read = go(place)
    assert (summary.documents, summary.failures) == (4, 2)
    assert [name for name, *_ in failures(place / "out")] == ["crash3.txt", "crash4.txt"]
    assert [n for n in read if n.startswith("crash")] == [
        f"crash{n // 2}.txt" for n in range(2, 10)
    ]


def test_a_file_that_changes_while_it_is_read(place: Path) -> None:
    put(place / "in" / "changing.txt", TEXT.format(7, 16))
    put(place / "in" / "copy.txt", TEXT.format(7, 16))
    summary, read = go(place)
    assert summary.failures == 0 and "copy.txt" in read
    assert go(place)[0].read == 0
    assert exported(place / "out") == fresh(place)


def test_a_file_that_is_gone_when_its_turn_comes(place: Path) -> None:
    tasks = discover([place / "in"])
    (place / "in" / "a.txt").unlink()
    summary = run(tasks, place / "out", jobs=1)
    assert (summary.documents, summary.failures) == (2, 1)
    assert "a.txt: there is no such file" in summary.messages[0]


def test_only_the_database(place: Path) -> None:
    go(place, files=False)
    assert list(exported(place / "out")) == ["unfinished"]
    go(place)
    assert exported(place / "out") == fresh(place)
    put(place / "in" / "a.txt", TEXT.format(5, 14))
    go(place, files=False)
    go(place)
    (place / "fresh").rename(place / "fresh before")
    assert exported(place / "out") == fresh(place)


def test_files_beside_the_database_are_made_again(place: Path) -> None:
    go(place)
    before = exported(place / "out")
    (place / "out" / "dates.csv").unlink()
    (place / "out" / "json" / "a.txt.json").unlink()
    put(place / "out" / "json" / "old" / "x.txt.json", "{}")
    go(place)
    assert exported(place / "out") == before


def test_many_files_are_written_by_several_processes(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(local, "MANY", 0)
    monkeypatch.setattr(results, "_AT_ONCE", 1)
    go(place, jobs=2)
    by_many = exported(place / "out")
    with Store.open(place / "out" / results.DATABASE) as store:
        results.write_all(store, place / "out")
    assert exported(place / "out") == by_many == fresh(place)
    (place / "out" / "dates.csv").unlink()
    (place / "out" / "dates.csv").mkdir()
    with pytest.raises(errors.OutputError, match=r"dates\.csv: cannot be written"):
        go(place, jobs=2)


def test_two_runs_on_one_folder(place: Path) -> None:
    out = place / "out"
    with lock.alone(out), pytest.raises(errors.OutputError, match="another run is writing"):
        run(discover([place / "in"]), out)
    assert go(place)[0].documents == 3


def test_a_database_of_something_else(place: Path) -> None:
    (place / "out").mkdir()
    connection = sqlite3.connect(place / "out" / results.DATABASE)
    connection.execute("CREATE TABLE t (x)")
    connection.close()
    with pytest.raises(errors.InputError, match="is not a database"):
        go(place)


def test_a_bad_rule_stops_the_run(place: Path) -> None:
    put(place / "mine" / "mine.toml", "[[pattern]]\nid = 'x'\n")
    with pytest.raises(errors.PatternError, match=r"mine\.toml"):
        go(place, patterns=(str(place / "mine"),))
    assert not (place / "out").exists()


def test_the_watcher_sees_every_file(place: Path) -> None:
    put(place / "in" / "bad.txt", "")
    seen: list[tuple[int, int]] = []
    go(place, watch=lambda summary: seen.append((summary.done, summary.failed)))
    assert seen[-1] == (5, 1) and [n for n, _ in seen] == sorted(n for n, _ in seen)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names here")
def test_a_pipe_is_no_document(place: Path) -> None:
    os.mkfifo(place / "in" / "pipe.txt")
    tasks = discover([place / "in"])
    assert [t.name for t in tasks] == ["a.txt", "c.txt", "b/b.md", "d/e/f.txt"]
    (named,) = discover([place / "in" / "pipe.txt"])
    failure = work.Work()(named)
    assert isinstance(failure, work.Failure)
    assert failure.message.endswith("save what comes out of it in a file")


def test_a_mistyped_folder_does_not_empty_the_results(place: Path) -> None:
    go(place)
    with pytest.raises(errors.InputError, match="inn: there is no such file or folder"):
        discover([place / "inn"], out=place / "out")
    with pytest.raises(SystemExit) as e:
        main(["run", str(place / "inn"), "--out", str(place / "out"), "--lang", "en"])
    assert e.value.code == 2
    with Store.open(place / "out" / results.DATABASE) as store:
        assert store.count("files") == 4


def test_a_list_of_windows(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(place / "in")
    put(place / "in" / "báo cáo 1.txt", TEXT.format(7, 7))
    lines = ['"báo cáo 1.txt"', "a.txt", "", "gone.txt"]
    Path("list").write_bytes(b"\xef\xbb\xbf" + "\r\n".join(lines).encode())
    assert [t.name for t in discover([], lists=[Path("list")])] == [
        "báo cáo 1.txt",
        "a.txt",
        "gone.txt",
    ]


def test_a_run_tells_what_it_found_in_vietnamese(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main(["run", str(place / "in"), "--out", str(place / "out"), "--lang", "vi"])
    out = capsys.readouterr().out
    assert "số liệu" in out and "quan hệ: 2 không khớp, 1 khớp" in out
    assert not any(word in out for word in ("quantities", "consistent"))
