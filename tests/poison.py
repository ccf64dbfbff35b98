"""Work for batch workers that goes wrong as the name of its file says; else that of the product."""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
import time
from pathlib import Path


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
