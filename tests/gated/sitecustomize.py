"""In the worker processes of a test cluster (this folder is on their path): documents that crash
the process that reads them, and documents that are not read before a gate is opened.

`GATE` names a folder: who reads `wait….txt` writes its process ids there and waits for the file
`open`.
"""

from __future__ import annotations

import os
import time
from pathlib import Path

if "GATE" in os.environ:
    from extract.batch import work

    _read = work.read

    def _gated(data: bytes, name: str, options: work.Options) -> work.Read | work.Failure:
        if name.startswith("crash"):
            os._exit(3)
        gate = Path(os.environ["GATE"])
        if name.startswith("wait") and not (gate / "open").exists():
            (gate / f"{os.getpid()}.tmp").write_text(f"{os.getpid()} {os.getppid()}")
            (gate / f"{os.getpid()}.tmp").replace(gate / f"{os.getpid()}.pids")
            while not (gate / "open").exists():
                time.sleep(0.02)
        return _read(data, name, options)

    work.read = _gated
