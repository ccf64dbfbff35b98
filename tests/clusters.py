"""A Dask cluster on this machine for tests and benches: a scheduler and workers, real processes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psutil

PATIENCE = 300.0  # seconds for what takes two; a busy machine is no fault of the program's


@dataclass
class Cluster:
    """A running scheduler, its address, and the workers that were started for it."""

    folder: Path
    scheduler: subprocess.Popen[bytes]
    address: str
    workers: list[subprocess.Popen[bytes]] = field(default_factory=list)

    def add_worker(self, nanny: bool = False) -> subprocess.Popen[bytes]:
        """Start a worker with one thread."""
        process = _start(
            self.folder, "distributed.cli.dask_worker", self.address, "--nthreads", "1",
            "--nanny" if nanny else "--no-nanny", "--host", "127.0.0.1", "--no-dashboard",
            "--memory-limit", "0", "--death-timeout", "60",
            "--local-directory", str(self.folder),
        )  # fmt: skip
        self.workers.append(process)
        return process


@contextmanager
def cluster(folder: Path, workers: int = 2, nanny: bool = False) -> Iterator[Cluster]:
    """A scheduler on a free port of the loopback and `workers` workers; all gone at the end."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "scheduler.json"
    file.unlink(missing_ok=True)
    scheduler = _start(
        folder, "distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", "0",
        "--no-dashboard", "--scheduler-file", str(file),
    )  # fmt: skip
    made = Cluster(folder, scheduler, "")
    try:
        made.address = wait_for(lambda: _address(file), scheduler)
        for _ in range(workers):
            made.add_worker(nanny)
        yield made
    finally:
        for process in (*made.workers, scheduler):
            kill_tree(process)


def wait_for(condition: Callable[[], Any], process: subprocess.Popen[bytes] | None = None) -> Any:
    """The first true answer of the condition; an error where the process ends or time is over."""
    end = time.monotonic() + PATIENCE
    while not (answer := condition()):
        assert process is None or process.poll() is None, f"{process and process.args} has ended"
        assert time.monotonic() < end, "waited too long"
        time.sleep(0.02)
    return answer


def kill_tree(process: subprocess.Popen[bytes]) -> None:
    """End a process and all it has started, at once."""
    try:
        found = [psutil.Process(process.pid), *psutil.Process(process.pid).children(True)]
    except psutil.NoSuchProcess:
        found = []
    for one in found:
        try:
            one.kill()
        except psutil.NoSuchProcess:
            continue
    process.wait()


def alive(pid: int) -> bool:
    """True for a process that runs."""
    try:
        return psutil.Process(pid).status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def _address(file: Path) -> str | None:
    try:
        return str(json.loads(file.read_text())["address"])
    except (OSError, ValueError, KeyError):
        return None


def _start(folder: Path, module: str, *arguments: str) -> subprocess.Popen[bytes]:
    env = os.environ | {"DASK_DISTRIBUTED__LOGGING__DISTRIBUTED": "warning"}
    with (folder / "log.txt").open("ab") as log:
        return subprocess.Popen(
            [sys.executable, "-m", module, *arguments],
            stdin=subprocess.DEVNULL, stdout=log, stderr=log, env=env,
        )  # fmt: skip
