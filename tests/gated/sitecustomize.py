"""In the worker processes of a test cluster (this folder is on their path): documents that crash
the process that reads them, and documents that are not read before a gate is opened.

`GATE` names a folder: who reads `wait….txt` writes its process ids there and waits for the file
`open`. Only a process that reads documents is changed, when it loads what reads them.
"""

from __future__ import annotations

import os
import sys
import time
from importlib.machinery import ModuleSpec, PathFinder
from pathlib import Path
from types import ModuleType
from typing import Any

NAME = "extract.batch.work"


class Gated:
    """Finds the module NAME as ever, and changes its `read` when it is loaded."""

    def find_spec(self, name: str, path: Any = None, target: Any = None) -> ModuleSpec | None:
        spec = PathFinder.find_spec(name, path) if name == NAME else None
        if spec is not None and spec.loader is not None:
            load = spec.loader.exec_module

            def exec_module(module: ModuleType) -> None:
                load(module)
                change(module)

            spec.loader.exec_module = exec_module  # type: ignore[method-assign]
        return spec


def change(work: Any) -> None:
    """Let `work.read` crash or wait where the name of the file says so."""
    read = work.read

    def gated(data: bytes, name: str, options: Any) -> Any:
        stem = Path(name).name
        if stem.startswith("crash"):
            os._exit(3)
        gate = Path(os.environ["GATE"])
        if stem.startswith("wait") and not (gate / "open").exists():
            (gate / f"{os.getpid()}.tmp").write_text(f"{os.getpid()} {os.getppid()}")
            (gate / f"{os.getpid()}.tmp").replace(gate / f"{os.getpid()}.pids")
            while not (gate / "open").exists():
                time.sleep(0.02)
        return read(data, name, options)

    work.read = gated


if "GATE" in os.environ:
    sys.meta_path.insert(0, Gated())
