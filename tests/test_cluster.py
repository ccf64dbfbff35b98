"""The Dask engine on a real scheduler and workers: what dies is done again, nothing twice."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path

import pytest
from distributed import KilledWorker

from clusters import PATIENCE, Cluster, alive, cluster, wait_for
from extract.batch import cluster as engine
from extract.batch import gather, remote, shards
from extract.batch.limits import Limits
from extract.batch.shards import Source
from extract.batch.sources import find_sources
from extract.batch.storage import Folder
from extract.batch.work import Options, provenance
from extract.cli import main
from extract.errors import ClusterError, DoisoatError, OutputError, PatternError
from generate import Generator

pytestmark = pytest.mark.skipif(os.name == "nt", reason="ends processes by POSIX signals")


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Reports, one of them twice, an empty one, one that crashes its reader, one behind a gate."""
    folder = tmp_path_factory.mktemp("corpus")
    generator = Generator(4)
    for n in range(16):
        name, data = generator.document(n)
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data[:20_000] if name.endswith((".txt", ".md")) else data)
    (folder / "a").mkdir()
    (folder / "a" / "crash.txt").write_text("Xã có 12 tổ.\n", "utf-8")
    (folder / "a" / "empty.txt").write_bytes(b"")
    (folder / "m").mkdir()
    (folder / "m" / "wait.txt").write_text("Năm 2024, xã có 12 tổ, giảm 01 tổ.\n", "utf-8")
    first = min(p for p in folder.rglob("*.txt") if p.stat().st_size > 2000)
    (folder / "z-copy.txt").write_bytes(first.read_bytes())
    return folder


@pytest.fixture(scope="module")
def wanted(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The files of the local engine over the corpus."""
    gate, out = tmp_path_factory.mktemp("gate"), tmp_path_factory.mktemp("local")
    (gate / "open").touch()
    assert _doisoat(["run", str(corpus), "--out", str(out)], gate).wait() == 1
    return _files(out)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """A scheduler and two workers, each under a nanny that starts it again when it is killed."""
    folder = tmp_path_factory.mktemp("dask")
    (folder / "gate").mkdir()
    with pytest.MonkeyPatch.context() as patch:
        for name, value in _environment(folder / "gate").items():
            patch.setenv(name, value)
        with cluster(folder, workers=2, nanny=True) as found:
            yield found


@pytest.fixture
def gate(made: Cluster) -> Path:
    """The gate of the workers, closed."""
    folder = made.folder / "gate"
    for path in folder.iterdir():
        path.unlink()
    return folder


def _environment(gate: Path) -> dict[str, str]:
    return {"GATE": str(gate), "PYTHONPATH": str(Path(__file__).parent / "gated")}


def _doisoat(arguments: list[str], gate: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "extract.cli", *arguments],
        env=os.environ | _environment(gate), stdout=subprocess.DEVNULL,
    )  # fmt: skip


def _run(corpus: Path, out: Path, made: Cluster, gate: Path) -> subprocess.Popen[bytes]:
    where = ["--engine", "dask", "--scheduler", made.address, "--shard", "4"]
    return _doisoat(["run", str(corpus), "--out", str(out), *where], gate)


def _run_here(corpus: Path, out: Path, made: Cluster) -> None:
    engine.run(find_sources([str(corpus)]), str(out), made.address, Options(), Limits(), 4)


def _reader(gate: Path) -> tuple[int, int]:
    """The process that waits at the gate, and the worker it belongs to."""
    found = wait_for(lambda: list(gate.glob("*.pids")))
    pid, parent = found[0].read_text().split()
    return int(pid), int(parent)


def _files(out: Path) -> dict[str, str]:
    """The tables and objects of a run on one machine, with the seconds left out."""
    paths = [*out.glob("*.csv"), *out.glob("json/**/*.json")]
    return {str(p.relative_to(out)): p.read_text("utf-8-sig") for p in paths}


def _gathered(out: Path, folder: Path) -> dict[str, str]:
    gather.into_folder(Folder(str(out)), folder)
    return _files(folder)


def _times(out: Path) -> dict[str, int]:
    return {p.name: p.stat().st_mtime_ns for p in (out / "shards").glob("*.json")}


def test_a_worker_killed_in_the_middle_of_a_shard(
    corpus: Path, wanted: dict[str, str], made: Cluster, gate: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    run = _run(corpus, out, made, gate)
    reader, worker = _reader(gate)
    wait_for(lambda: _times(out))
    os.kill(worker, signal.SIGKILL)
    wait_for(lambda: not alive(reader))  # what it had started goes with it
    (gate / "open").touch()
    assert run.wait(PATIENCE) == 1  # files that failed
    assert _gathered(out, tmp_path / "gathered") == wanted
    held = {p.relative_to(out).as_posix() for p in out.rglob("*") if p.is_file()}
    named = {p.file for m in shards.read_run(Folder(str(out))).markers for p in m.parts.values()}
    assert held == named | {"run.json", *(f"shards/{name}" for name in _times(out))}


def test_a_killed_run_goes_on_where_it_stopped(
    corpus: Path, wanted: dict[str, str], made: Cluster, gate: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    run = _run(corpus, out, made, gate)
    _reader(gate)
    before = wait_for(lambda: _times(out))
    run.kill()
    run.wait()
    with pytest.raises(OutputError, match="the run is not complete"):
        gather.into_folder(Folder(str(out)), tmp_path / "gathered")
    (gate / "open").touch()
    _run_here(corpus, out, made)
    after = _times(out)
    assert before.items() <= after.items()
    os.utime(corpus / "m" / "wait.txt", ns=(1, 1))
    _run_here(corpus, out, made)
    again = _times(out)
    assert len(after.keys() - again.keys()) == len(again.keys() - after.keys()) == 1
    assert len(after.items() & again.items()) == len(after) - 1
    assert _gathered(out, tmp_path / "gathered") == wanted


def test_a_crash_is_a_failure_of_its_own_document(wanted: dict[str, str]) -> None:
    failures = wanted["failures.csv"].splitlines()
    assert [line.split(",")[:2] for line in failures[1:3]] == [
        ["a/crash.txt", "Crash"], ["a/empty.txt", "InputError"],
    ]  # fmt: skip


def test_no_scheduler_is_told(tmp_path: Path) -> None:
    with pytest.raises(ClusterError, match=r"tcp://127\.0\.0\.1:9: no Dask scheduler answers"):
        engine.run([Source("a", "a", "1")], str(tmp_path / "out"), "tcp://127.0.0.1:9", Options(),
                   Limits(), timeout=0.5)  # fmt: skip
    assert not (tmp_path / "out").exists()


class Ended:
    """Stands for the future of a shard that has ended: a marker, an error, or cancelled."""

    def __init__(self, key: str, end: object) -> None:
        self.key, self.end = key, end
        self.status = "error" if isinstance(end, Exception) else "finished" if end else "cancelled"

    def add_done_callback(self, call: Callable[[object], None]) -> None:
        call(self)

    def result(self) -> object:
        return self.end

    exception = result

    def release(self) -> None: ...


class Shards:
    """Stands for a client whose shards end so."""

    status = "running"

    def __init__(self, *ends: object, kind: type[Ended] = Ended) -> None:
        self.ends, self.kind = iter(ends), kind

    def submit(self, work: object, order: remote.Order, key: str, **more: object) -> Ended:
        return self.kind(key, next(self.ends))

    def cancel(self, futures: object) -> None: ...


MARKER = shards.Marker("1", "print", {}, {})


@pytest.mark.parametrize(
    ("end", "done", "said"),
    [
        (KilledWorker("t", None, 3), [MARKER, MARKER], "1 shards are not done, the workers.*b"),
        (None, [MARKER], "the connection to the scheduler is lost; what is done is kept"),
        (ValueError("odd"), [MARKER], "doisoat-b: odd"),
        (OutputError("out: No space left"), [MARKER], "out: No space left"),
    ],
)
def test_shards_that_cannot_be_done_are_told(
    end: object, done: list[shards.Marker], said: str, tmp_path: Path
) -> None:
    orders = [
        remote.Order(shards.Shard(ident, ()), str(tmp_path), "print", Options(), Limits())
        for ident in "abc"
    ]
    found = []
    with pytest.raises(DoisoatError, match=said):
        for marker in engine._results(Shards(MARKER, end, MARKER), orders):  # type: ignore[arg-type]
            found.append(marker)
    assert found == done


class DoneAgain(Ended):
    """Stands for a shard whose worker dies just after its end is said: lost, pending, then done."""

    def __init__(self, key: str, end: object) -> None:
        self.seen = iter(["lost", "pending"])
        super().__init__(key, end)

    @property
    def status(self) -> str:
        return next(self.seen, "finished")

    @status.setter
    def status(self, status: str) -> None: ...


def test_a_marker_lost_with_its_worker_is_waited_for(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(engine, "_LOOK", 0.01)
    client = Shards(MARKER, kind=DoneAgain)
    order = remote.Order(shards.Shard("a", ()), str(tmp_path), "print", Options(), Limits())
    assert list(engine._results(client, [order])) == [MARKER]  # type: ignore[arg-type]


class Workers:
    """Stands for a client of a scheduler whose workers give these answers."""

    scheduler = None

    def __init__(self, **answers: object) -> None:
        self.answers = answers

    def wait_for_workers(self, count: int, timeout: float) -> None:
        if not self.answers:
            raise TimeoutError

    def run(self, function: object, options: Options, on_error: str) -> dict[str, object]:
        return self.answers


HERE = remote.about(Options())
OTHER = replace(HERE, provenance=replace(HERE.provenance, program="0.0.9"))


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({}, "the scheduler has no worker; start some with `dask worker"),
        ({"w1": HERE, "w2": OTHER}, r"worker w2: its program differ.*0\.0\.9 there"),
        ({"w1": ModuleNotFoundError("No module named 'extract'")}, "w1: doisoat is not installed"),
        ({"w1": PatternError("mine: no such folder")}, "w1: mine: no such folder"),
    ],
)
def test_workers_that_would_read_otherwise_are_told(answers: dict[str, object], said: str) -> None:
    with pytest.raises(ClusterError, match=said):
        engine.check_workers(Workers(**answers), Options())  # type: ignore[arg-type]


def test_a_worker_without_tesseract_is_warned_of() -> None:
    there = replace(HERE, beside={**HERE.beside, "tesseract": "none at all"})
    warnings: list[ClusterError] = []
    engine.check_workers(Workers(w1=there), Options(), warn=warnings.append)  # type: ignore[arg-type]
    assert len(warnings) == 1
    assert "worker w1: tesseract is none at all there" in str(warnings[0])
    assert "máy w1: tesseract ở đó là none at all" in warnings[0].said("vi")


def test_dask_that_is_not_installed_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with (
        pytest.raises(ClusterError, match=r"pip install '\.\[cluster\]'"),
        engine.connected("tcp://127.0.0.1:8786"),
    ):
        pass


def test_a_worker_of_another_version_does_no_shard(tmp_path: Path) -> None:
    shard = shards.Shard("0", (Source("a.txt", str(tmp_path / "a.txt"), "1"),))
    order = remote.Order(shard, str(tmp_path / "out"), "another", Options(), Limits())
    with pytest.raises(ClusterError, match="another version of doisoat"):
        remote.do_shard(order)
    assert not (tmp_path / "out").exists()


def test_only_shards_with_failures_are_done_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out, made = str(tmp_path / "out"), provenance(Options())
    sources = [Source(f"{n}.txt", f"/in/{n}.txt", "1") for n in range(6)]
    plan = shards.cut(sources, made.fingerprint, 1)
    for shard in plan:
        failures = int(shard.sources[0].name == "3.txt")
        shards.write_shard(Folder(out), shard, made.fingerprint, {}, {"failures": failures})
    shards.write_run(Folder(out), plan, made, complete=True)
    asked: list[str] = []

    def results(client: object, orders: Sequence[remote.Order]) -> Iterator[shards.Marker]:
        for order in orders:
            asked.extend(source.name for source in order.shard.sources)
            yield shards.write_shard(Folder(out), order.shard, made.fingerprint, {}, {})

    monkeypatch.setattr(engine, "connected", lambda *given: nullcontext())
    monkeypatch.setattr(engine, "check_workers", lambda *given: None)
    monkeypatch.setattr(engine, "_results", results)
    engine.run(sources, out, "tcp://127.0.0.1:9", Options(), Limits(), 1)
    assert asked == []
    engine.run(sources, out, "tcp://127.0.0.1:9", Options(), Limits(), 1, retry=True)
    assert asked == ["3.txt"]


def test_a_folder_with_other_files_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "citations").mkdir()
    (tmp_path / "citations" / "mine.txt").write_text("", "utf-8")
    with pytest.raises(OutputError, match=r"holds other files \(citations/mine\.txt"):
        engine.run([], str(tmp_path), "tcp://127.0.0.1:9", Options(), Limits())
    assert (tmp_path / "citations" / "mine.txt").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--engine", "dask"], "--engine dask needs --scheduler"),
        (["--scheduler", "tcp://127.0.0.1:9"], "--scheduler, --gather and --retry-failed are for"),
        (["s3://bucket/reports"], "s3://bucket/reports: URLs are read and written with --engine"),
    ],
)
def test_options_that_do_not_go_together(
    arguments: list[str], said: str, sample: Path, tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    with pytest.raises(SystemExit) as e:
        main(["run", str(sample), "--out", str(tmp_path / "out"), *arguments])
    assert e.value.code == 2
    assert said in capsys.readouterr().err
    assert not (tmp_path / "out").exists()
