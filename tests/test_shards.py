"""Shards: how a corpus is cut, what tells that one is done, and how they are put together."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from conftest import BODY, SAMPLE
from extract.batch import gather, local, parts, shards
from extract.batch.parts import Failure, Outcome
from extract.batch.shards import Source
from extract.batch.sources import find_sources
from extract.batch.storage import Folder, open_place, read_url
from extract.batch.work import Provenance
from extract.errors import InputError, OutputError
from extract.pipeline import analyse
from extract.readers.text.reader import read_text
from extract.store import tables
from extract.store.database import FileEntry, Store
from extract.store.export import export
from extract.store.records import stored

TABLE = "\n\n| Thôn | Số hộ |\n|---|---|\n| Đông | 120 |\n| Nam | 80 |\n| Tổng cộng | 200 |\n"
TEXTS = {
    "a/một.txt": SAMPLE,
    "b/hai.txt": f"{BODY} Theo Nghị quyết số 18-NQ/TW, ngày 25/10/2017.\n{TABLE}",
    "c/ba.txt": "",
    "d/copy of một.txt": SAMPLE,
    "e/bốn.txt": "Năm 2024 có 12 thôn, tăng 02 thôn so với năm 2023 (10 thôn).\n",
}


MADE = Provenance("doisoat 1", "rules", "{}")
PRINT = MADE.fingerprint


def _sources(count: int) -> list[Source]:
    return [Source(f"{n:05}.txt", f"/in/{n:05}.txt", "1", 100) for n in range(count)]


def _outcome(name: str) -> Outcome:
    text = TEXTS[name]
    digest = hashlib.sha256(text.encode()).hexdigest()
    file = FileEntry(name, f"/in/{name}", digest)
    if not text:
        return Outcome(file, Failure("InputError", "the file is empty", 1))
    return Outcome(file, stored(analyse(read_text(text, name))))


def _write_run(folder: Folder, cuts: list[list[str]]) -> list[shards.Shard]:
    """A complete run with these shards."""
    plan = []
    for names in cuts:
        sources = tuple(Source(name, f"/in/{name}", "1") for name in names)
        shard = shards.Shard(hashlib.sha256(names[0].encode()).hexdigest()[:20], sources)
        shards.write_shard(folder, shard, PRINT, parts.encode(map(_outcome, names)), {})
        plan.append(shard)
    shards.write_run(folder, plan, MADE, complete=True)
    return plan


@pytest.fixture(params=["file", "memory"])
def folder(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Folder]:
    if request.param == "file":
        yield Folder(str(tmp_path / "out"))
        return
    yield Folder(f"memory://{tmp_path.name}/out")
    import fsspec

    fsspec.filesystem("memory").rm("/", recursive=True)


def _dump(store: Store) -> list[str]:
    """All that a store says, but for the numbers of its rows and passages."""
    found = []
    for number, name in store.names():
        for kind in tables.TYPED:
            rows = store.connection.execute(f'SELECT * FROM "{kind}" ORDER BY 1, 2').fetchall()
            columns = store.connection.execute(f"SELECT * FROM {kind} LIMIT 0").description
            at = [c[0] for c in columns]
            for row in rows:
                said = dict(zip(at, row, strict=True))
                if said.pop("document", said.get("id")) == number:
                    for key in ("passage", *(("id",) if kind in ("documents", "passages") else ())):
                        said.pop(key, None)
                    found.append(f"{name} {kind} {said}")
    for table in ("files", "failures"):
        columns = "name, sha256, path" if table == "files" else "*"
        found += map(str, store.connection.execute(f"SELECT {columns} FROM {table} ORDER BY name"))
    return sorted(found)


def test_shards_hold_every_file_once_in_order_of_names() -> None:
    sources = _sources(1000)
    plan = shards.cut(reversed(sources), "f", 50)
    assert [s for shard in plan for s in shard.sources] == sources
    assert all(len(shard.sources) <= 100 for shard in plan)
    assert 10 <= len(plan) <= 40
    assert plan == shards.cut(sources, "f", 50)


def test_a_new_file_changes_the_shards_around_it_only() -> None:
    sources = _sources(3000)
    before = {shard.id for shard in shards.cut(sources, "f", 50)}
    after = {shard.id for shard in shards.cut([*sources, Source("01000b.txt", "x", "1")], "f", 50)}
    assert 1 <= len(after - before) <= 4


@pytest.mark.parametrize("change", ["version", "fingerprint"])
def test_a_changed_file_or_program_is_new_work(change: str) -> None:
    sources = _sources(10)
    (before,) = shards.cut(sources, "f", 50)
    changed = [Source(s.name, s.url, "2" if change == "version" else "1", s.size) for s in sources]
    (after,) = shards.cut(changed, "g" if change == "fingerprint" else "f", 50)
    assert before.id != after.id


def test_a_shard_has_no_more_bytes_than_asked_for() -> None:
    plan = shards.cut(_sources(40), "f", 100, size=1000)
    assert max(sum(s.size for s in shard.sources) for shard in plan) == 1000
    assert len(shards.cut([Source("a", "a", "1", 5000)], "f", 100, size=1000)) == 1


def test_outcomes_survive_parquet() -> None:
    outcomes = [_outcome(name) for name in TEXTS]
    files = {kind: data for kind, (data, _) in parts.encode(outcomes).items()}
    again = list(parts.decode(files["stored"], files["failures"]))
    assert [o.file for o in again] == [o.file for o in outcomes]
    assert [o.result for o in again[:3]] == [o.result for o in outcomes[:3]]
    assert again[3].result is None  # the copy
    assert again[4].result == outcomes[4].result


def test_parts_are_tables_of_an_export() -> None:
    made = parts.encode([_outcome("a/một.txt"), _outcome("b/hai.txt")])
    for kind in ("documents", "citations", "quantities", "cells", "relations", "passages"):
        data, count = made[kind]
        table = parts.read(data)
        assert table.schema == tables.schema(kind)
        assert table.num_rows == count > 0
    assert "failures" not in made


def test_a_shard_is_done_when_marker_and_parts_are_there(folder: Folder) -> None:
    plan = _write_run(folder, [["a/một.txt"], ["b/hai.txt"]])
    assert list(shards.done(folder, plan)) == [shard.id for shard in plan]
    marker = shards.read_marker(folder, plan[0].id)
    assert marker is not None
    folder.remove(marker.parts["citations"].file)
    assert list(shards.done(folder, plan)) == [plan[1].id]
    folder.write(f"shards/{plan[1].id}.json", b'{"schema": "doisoat.sh')
    assert not shards.done(folder, plan)


def test_what_no_marker_names_is_swept(folder: Folder) -> None:
    plan = _write_run(folder, [["a/một.txt"]])
    folder.write("citations/left-over.parquet", b"half")
    folder.write("shards/0000.json", b"{}")
    before = folder.sizes()
    assert shards.sweep(folder, shards.done(folder, plan).values(), parts.KINDS) == 2
    assert set(before) - set(folder.sizes()) == {"citations/left-over.parquet", "shards/0000.json"}
    assert shards.done(folder, plan)


def test_an_incomplete_run_is_not_put_together(folder: Folder, tmp_path: Path) -> None:
    plan = _write_run(folder, [["a/một.txt"]])
    shards.write_run(folder, plan, MADE, complete=False)
    with pytest.raises(OutputError, match="not complete"):
        gather.into_parquet(folder, tmp_path / "tables")
    with pytest.raises(OutputError, match="no result of a cluster run"):
        gather.into_parquet(Folder(str(tmp_path / "other")), tmp_path / "tables")


def test_a_damaged_part_is_told(folder: Folder, tmp_path: Path) -> None:
    (shard,) = _write_run(folder, [["a/một.txt"]])
    marker = shards.read_marker(folder, shard.id)
    assert marker is not None
    part = marker.parts["dates"]
    folder.write(part.file, b"x" * part.size)
    with pytest.raises(OutputError, match=r"dates/.* is damaged"):
        gather.into_parquet(folder, tmp_path / "tables")
    assert not list((tmp_path / "tables").iterdir())


def test_gathered_store_is_that_of_one_machine(folder: Folder, tmp_path: Path) -> None:
    _write_run(
        folder, [["a/một.txt", "b/hai.txt"], ["c/ba.txt", "d/copy of một.txt"], ["e/bốn.txt"]]
    )
    with Store.open(tmp_path / "local.db", create=True) as one:
        one.add(
            _document("a/một.txt"),
            [_outcome("a/một.txt").file, _outcome("d/copy of một.txt").file],
            PRINT,
        )
        one.add(_document("b/hai.txt"), [_outcome("b/hai.txt").file], PRINT)
        one.fail(_outcome("c/ba.txt").file, PRINT, "InputError", "the file is empty")
        one.add(_document("e/bốn.txt"), [_outcome("e/bốn.txt").file], PRINT)
        wanted = _dump(one)
    with Store.open(tmp_path / "gathered.db", create=True) as store:
        store.fail(FileEntry("gone.txt", "/in/gone.txt", "0"), "older", "Crash", "…")
        for read, same in ((3, 1), (0, 4)):
            summary = local.Summary()
            gather.into_store(folder, shards.read_run(folder), store, summary)
            assert (summary.read, summary.same, summary.failed) == (read, same, 1)
            assert _dump(store) == wanted
        (program,) = store.connection.execute("SELECT program FROM provenance").fetchone()
        assert program == MADE.program


def _document(name: str) -> Any:
    result = _outcome(name).result
    assert not isinstance(result, Failure)
    return result


def test_gathered_tables_have_a_copy_once(folder: Folder, tmp_path: Path) -> None:
    _write_run(folder, [["a/một.txt", "b/hai.txt"], ["c/ba.txt", "d/copy of một.txt"]])
    gather.into_parquet(folder, tmp_path)
    read = {p.stem: parts.read(p.read_bytes()) for p in tmp_path.glob("*.parquet")}
    assert set(read) == set(tables.KINDS)
    assert read["documents"]["document"].to_pylist() == ["a/một.txt", "b/hai.txt"]
    assert set(read["quantities"]["document"].to_pylist()) == {"a/một.txt", "b/hai.txt"}
    assert read["files"]["document"].to_pylist() == ["a/một.txt", "b/hai.txt", None, "a/một.txt"]
    assert read["failures"].to_pylist() == [
        {"document": "c/ba.txt", "error": "InputError", "message": "the file is empty",
         "attempts": 1}
    ]  # fmt: skip


def test_nothing_half_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = Folder(str(tmp_path))
    folder.write("dates/a.parquet", b"old")

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OutputError, match=r"dates/a\.parquet: .*No space left"):
        folder.write("dates/a.parquet", b"new")
    assert [p.name for p in (tmp_path / "dates").iterdir()] == ["a.parquet"]
    assert folder.read("dates/a.parquet") == b"old"


def test_places_that_cannot_be_read_are_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none\.txt: no such file"):
        read_url(str(tmp_path / "none.txt"))
    with pytest.raises(InputError, match="Protocol not known: nowhere"):
        open_place("nowhere://x")


def test_marker_says_what_was_written(folder: Folder) -> None:
    (shard,) = _write_run(folder, [["a/một.txt"]])
    data = json.loads(folder.read(f"shards/{shard.id}.json") or b"")
    assert data["schema"] == shards.MARKER
    for part in data["parts"].values():
        written = folder.read(part["file"])
        assert written is not None
        assert hashlib.sha256(written).hexdigest() == part["sha256"]


def test_sources_of_a_url_are_found_as_those_of_a_folder(tmp_path: Path) -> None:
    import fsspec

    memory = fsspec.filesystem("memory")
    for name in (
        "in/b.txt",
        "in/a/c.md",
        "in/.hidden/d.txt",
        "in/x.exe",
        "in/out/e.txt",
        "in/z.md",
    ):
        memory.pipe_file(f"/{tmp_path.name}/{name}", name.encode())
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(name.encode())
    url = f"memory://{tmp_path.name}/in"
    try:
        found = find_sources([url], ["z.*"], f"{url}/out")
        assert [s.name for s in found] == ["a/c.md", "b.txt"]
        assert [read_url(s.url) for s in found] == [b"in/a/c.md", b"in/b.txt"]
        local_ones = find_sources([str(tmp_path / "in")], ["z.*"], str(tmp_path / "in" / "out"))
        assert [s.name for s in local_ones] == [s.name for s in found]
        before = found[1]
        memory.pipe_file(f"/{tmp_path.name}/in/b.txt", b"changed")
        again = find_sources([url], ["z.*"], f"{url}/out")
        assert again[0] == found[0]
        assert again[1] != before
        with pytest.raises(InputError, match=r"two files would have the name b\.txt"):
            find_sources([f"{url}/b.txt", str(tmp_path / "in" / "b.txt")])
        with pytest.raises(InputError, match="none: no document found"):
            find_sources([f"{url}/none"])
    finally:
        memory.rm(f"/{tmp_path.name}", recursive=True)


def test_gathered_parquet_equals_the_export_of_the_store(folder: Folder, tmp_path: Path) -> None:
    _write_run(folder, [["a/một.txt", "b/hai.txt"], ["c/ba.txt", "d/copy of một.txt"]])
    gather.into_parquet(folder, tmp_path / "gathered")
    with Store.open(tmp_path / "one.db", create=True) as store:
        gather.into_store(folder, shards.read_run(folder), store, local.Summary())
        export(store, "parquet", tmp_path / "exported")
    for kind in tables.KINDS:
        one, other = (
            parts.read((tmp_path / where / f"{kind}.parquet").read_bytes())
            for where in ("gathered", "exported")
        )
        assert one.equals(other), kind
