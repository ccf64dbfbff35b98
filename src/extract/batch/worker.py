"""The inside of a worker process of `pool`: limits first, then one task after the other."""

from __future__ import annotations

import faulthandler
import gc
import os
import pickle
import signal
import tempfile
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import parent_process
from multiprocessing.connection import Connection, wait
from typing import Any

from extract.batch.limits import fault, memory_limit

MARK = "DOISOAT_WORKER"  # in the environment of all that a worker starts
GRACE = 60.0  # seconds after which a worker ends itself where nobody has ended it
_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")  # one process, one core


@dataclass(frozen=True, slots=True)
class Settings:
    """The limits of a worker, the mark of what it starts, its folder for temporary files."""

    seconds: float
    memory: int
    mark: str
    folder: str


@dataclass(frozen=True, slots=True)
class Ready:
    """The first thing a worker says; with an error where it cannot begin."""

    error: Exception | None = None


def serve(pipe: Connection, packed: bytes, settings: Settings) -> None:
    """The life of a worker: answers each task that comes through the pipe until it is closed."""
    for name in ("SIGINT", "SIGBREAK"):  # Ctrl-C and (Windows) Ctrl-Break are the parent's affair
        with suppress(ValueError, OSError, AttributeError):
            signal.signal(getattr(signal, name), signal.SIG_IGN)
    os.environ.update({name: "1" for name in _THREADS})
    os.environ.update(dict.fromkeys(("TMPDIR", "TEMP", "TMP"), settings.folder))
    os.environ[MARK] = settings.mark
    tempfile.tempdir = None
    crash_silently()
    limit_memory(settings.memory)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    try:
        initializer, work = pickle.loads(packed)
        if initializer is not None:
            initializer()
        gc.collect()
        gc.freeze()  # what is there now stays: no need to look at it with every document
    except Exception as e:
        pipe.send(Ready(e))
        return
    pipe.send(Ready())
    with open(os.devnull, "w") as nowhere:
        while True:
            try:
                task = pipe.recv()
            except (EOFError, OSError):
                return
            # Also where the parent is gone and the task holds the interpreter lock.
            faulthandler.dump_traceback_later(settings.seconds + GRACE, exit=True, file=nowhere)
            answer = _answer(work, task, settings)
            faulthandler.cancel_dump_traceback_later()
            try:
                pipe.send_bytes(answer)
            except OSError:
                return


def _answer(work: Callable[[Any], object], task: object, settings: Settings) -> bytes:
    """The answer to a task, or how it ended, ready to send."""
    try:
        return pickle.dumps(work(task))
    except (MemoryError, SystemError):  # the latter is how C code tells that it got no memory
        return pickle.dumps(memory_limit(settings.memory))
    except BaseException as e:
        return pickle.dumps(fault(e))


def limit_memory(most: int) -> None:
    """Let this process have at most so many bytes of data, where the system can enforce it."""
    try:
        import resource
    except ImportError:  # Windows: the parent watches
        return
    with suppress(ValueError, OSError):
        hard = resource.getrlimit(resource.RLIMIT_DATA)[1]
        if hard != resource.RLIM_INFINITY:
            most = min(most, hard)
        resource.setrlimit(resource.RLIMIT_DATA, (most, hard))


def crash_silently() -> None:
    """Let a crash of this process, or of one it starts, end it without a window on Windows, which
    would wait for somebody to close it."""
    try:
        import msvcrt
    except ImportError:
        return
    quiet = vars(msvcrt)
    quiet["SetErrorMode"](quiet["SEM_FAILCRITICALERRORS"] | quiet["SEM_NOGPFAULTERRORBOX"])


def _end_with_parent() -> None:
    """Wait for the end of the parent, then end with all that this process has started."""
    parent = parent_process()
    if parent is None:
        return
    wait([parent.sentinel])
    import psutil

    with suppress(psutil.Error):
        for child in psutil.Process().children(recursive=True):
            with suppress(psutil.Error):
                child.kill()
    os._exit(1)
