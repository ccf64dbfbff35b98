"""The Dask engine on a real scheduler and workers: what dies is done again, nothing twice."""

from __future__ import annotations

import os
import threading
from pathlib import Path
from typing import Any

import pytest

from clusters import wait_for
from extract.batch import cluster as engine
from extract.batch import local
from extract.batch.limits import Limits
from extract.batch.shards import Marker
from extract.batch.sources import find_sources
from extract.batch.work import Options
from extract.store import tables
from generate import Generator

SHARD = 4  # documents
pytestmark = pytest.mark.skipif(os.name == "nt", reason="ends processes by POSIX signals")


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Reports, one of them twice, an empty one, one that crashes its reader, one behind a gate."""
    folder = tmp_path_factory.mktemp("corpus")
    generator = Generator(4)
    for n in range(24):
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
def wanted(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The tables of the local engine over the corpus."""
    out = tmp_path_factory.mktemp("local")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GATE", _opened(tmp_path_factory.mktemp("gate")))
        patch.setenv("PYTHONPATH", str(Path(__file__).parent / "gated"), prepend=os.pathsep)
        local.run(local.discover([corpus]), out, Options(), 1, files=True)
    return _tables(out)


@pytest.fixture
def gate(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The gate of the workers that are started, closed."""
    folder = tmp_path / "gate"
    folder.mkdir()
    monkeypatch.setenv("GATE", str(folder))
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parent / "gated"), prepend=os.pathsep)
    return folder


def _opened(gate: Path) -> str:
    (gate / "open").touch()
    return str(gate)


def _reader(gate: Path) -> tuple[int, int]:
    """The process that waits at the gate, and the worker it belongs to."""
    found = wait_for(lambda: list(gate.glob("*.pids")))
    pid, parent = found[0].read_text().split()
    return int(pid), int(parent)


def _tables(out: Path) -> dict[str, str]:
    return {kind: (out / f"{kind}.csv").read_text("utf-8-sig") for kind in tables.KINDS}


class Run(threading.Thread):
    """A run of the engine beside the test."""

    def __init__(self, corpus: Path, out: Path, address: str) -> None:
        super().__init__()
        self.corpus, self.out, self.address = corpus, out, address
        self.markers: list[Marker] = []
        self.error: Exception | None = None
        self.start()

    def run(self) -> None:
        try:
            self.markers = engine.run(
                find_sources([str(self.corpus)]), str(self.out), self.address, Options(),
                Limits(), SHARD,
            )  # fmt: skip
        except Exception as e:
            self.error = e

    def end(self) -> list[Marker]:
        """Its markers, when it has ended."""
        self.join(120)
        assert not self.is_alive()
        if self.error:
            raise self.error
        return self.markers
