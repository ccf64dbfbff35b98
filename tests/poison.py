"""Work for batch workers that goes wrong as the name of its file says; else that of the product."""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from extract.batch.discover import Task
from extract.batch.work import Failure, Options, Read, Work


def harm(name: str) -> None:
    """Do what the name says: crash, segfault, exit, hang, eat memory, leave a child behind."""
    stem = Path(name).stem
    if stem.startswith("crash"):
        os._exit(3)
    if stem.startswith("silent"):
        os._exit(0)
    if stem.startswith("segfault"):
        ctypes.string_at(0)
    if stem.startswith("raise"):
        raise SystemExit("poison")
    if stem.startswith("hang"):
        time.sleep(600)
    if stem.startswith("eat"):
        held = []
        while True:
            held.append(bytearray(16 << 20))
    if stem.startswith("refused"):
        raise SystemError("error return without exception set")
    if stem.startswith("child"):
        own = {"start_new_session": True} if os.name == "posix" else {}
        child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"], **own)
        Path(os.environ["POISON_PIDS"]).write_text(str(child.pid), encoding="utf-8")
        os.kill(os.getpid(), signal.SIGTERM)


def double(task: str) -> str:
    """Twice the name, for a pool that knows nothing of documents."""
    harm(task)
    if task.startswith("once"):
        mark = Path(task.partition(":")[2])
        if not mark.exists():
            mark.write_text("", encoding="utf-8")
            os._exit(1)
    if task.startswith("slow"):
        time.sleep(0.2)
    if task.startswith("pid"):
        return str(os.getpid())
    if task.startswith("big"):
        return "x" * 3_000_000
    return task * 2


def bad_start() -> None:
    """An initializer that fails."""
    raise ValueError("no rules")


def dies_at_start() -> None:
    """An initializer that takes its process with it."""
    os._exit(5)


@dataclass(frozen=True)
class Poison:
    """The product's work, but harmed by files with such names; `log` gets the name of each file."""

    log: Path
    options: Options

    def prepare(self) -> None:
        """Be ready for the first file."""
        Work(self.options).prepare()

    def __call__(self, task: Task) -> Read | Failure:
        """Read the file, or come to harm."""
        with self.log.open("a", encoding="utf-8") as log:
            log.write(f"{task.name}\n")
        harm(task.name)
        if task.name.startswith("changing"):
            task.path.write_text("Toàn xã có 41 tổ, tăng 02 tổ.\n", encoding="utf-8")
        if task.name.startswith("late"):
            time.sleep(0.5)
        return Work(self.options)(task)
