"""PDF files opened in a process of their own (`pdf/worker`), which is killed when it hangs.

A page on which that process takes more than SECONDS, or dies, is given up; a new process goes on
with the next one. After MAX_LOST such pages the rest of the file is given up. The process is
kept for the next file, so that many files pay its start (a quarter of a second) once.
"""

from __future__ import annotations

import atexit
import json
import os
import pickle
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import Any

from extract.errors import InputError
from extract.readers.pdf.worker import Failed

SECONDS = 30.0  # for one page; a page of dense text takes 0.01, one of 200,000 characters 2
MAX_LOST = 3
MEMORY = 1 << 30  # bytes of data that the process may hold; a page of a scan takes 100 MB
_START = 30.0  # seconds more for the first answer of a new process
_CODE = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); "
    "from extract.readers.pdf.worker import main; main(int(sys.argv[2]))"
)

_NONE = object()
_NEVER, _ENDED = float("inf"), float("-inf")  # no answer is due, none will ever be


class _Gone(Exception):
    """The process has ended; `slow` where it was killed for that."""

    def __init__(self, slow: bool) -> None:
        super().__init__()
        self.slow = slow


class _Process:
    """A running worker, and the thread that kills it when an answer is late."""

    def __init__(self) -> None:
        self.owner = os.getpid()
        self.fresh = True
        self.busy = False  # answers are still to come
        self._child = subprocess.Popen(
            [sys.executable, "-c", _CODE, json.dumps(sys.path), str(MEMORY)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=os.environ | {"OPENBLAS_NUM_THREADS": "1"},
        )
        self._due = self._wakes = _NEVER  # when an answer must be there, when the thread looks
        self._late = False
        self._changed = threading.Condition()
        threading.Thread(target=self._watch, daemon=True).start()

    def _watch(self) -> None:
        """Kill the child when the time for an answer is over."""
        with self._changed:
            while self._due > time.monotonic():
                self._wakes = self._due
                left = None if self._due == _NEVER else self._due - time.monotonic()
                self._changed.wait(left)
            self._late = self._due != _ENDED
            self._child.kill()

    def _expect(self, due: float) -> None:
        """Let the thread look for an answer at that time, not before."""
        with self._changed:
            self._due = due
            if due < self._wakes:
                self._changed.notify()

    def order(self, what: str, items: Sequence[Any], *arguments: Any) -> None:
        """Send an order."""
        assert self._child.stdin is not None
        self.busy = True
        try:
            pickle.dump((what, items, arguments, SECONDS), self._child.stdin, protocol=5)
            self._child.stdin.flush()
        except OSError:
            raise _Gone(slow=False) from None

    def answer(self) -> Any:
        """The next answer; _Gone where none comes in time."""
        assert self._child.stdout is not None
        self._expect(time.monotonic() + SECONDS + _START * self.fresh)
        try:
            answer = pickle.load(self._child.stdout)
        except (EOFError, OSError, pickle.UnpicklingError):
            answer = _NONE
        self._expect(_NEVER)
        if answer is _NONE or self._late:
            self.end()
            raise _Gone(self._late)
        self.fresh = False
        return answer

    @property
    def usable(self) -> bool:
        """True where it waits for orders of this process."""
        return not self.busy and self.owner == os.getpid() and self._child.poll() is None

    def end(self) -> None:
        """End it, whatever it does."""
        if self.owner != os.getpid():  # inherited by a fork: not ours
            return
        self._expect(_ENDED)
        self._child.kill()
        for stream in (self._child.stdin, self._child.stdout):
            if stream is not None:
                with suppress(OSError):
                    stream.close()
        self._child.wait()


_idle: list[_Process] = []
_lock = threading.Lock()


def _take() -> _Process:
    """A worker that waits for orders, else a new one."""
    with _lock:
        while _idle:
            process = _idle.pop()
            if process.usable:
                return process
            process.end()
    return _Process()


def _give_back(process: _Process) -> None:
    """Keep one worker for the next file."""
    with _lock:
        if process.usable and not _idle:
            atexit.unregister(end_idle)
            atexit.register(end_idle)
            _idle.append(process)
            return
    process.end()


def end_idle() -> None:
    """End the worker that waits for the next file."""
    with _lock:
        while _idle:
            _idle.pop().end()


class PdfFile:
    """A PDF that is open in a worker; a context manager. `count` is its number of pages, `attached`
    are the names of the files attached to it.

    `slow`, `broken` and `given_up` are the pages that could not be read: the worker hung on
    them, failed or crashed on them, was not asked any more.
    """

    def __init__(self, data: bytes, name: str) -> None:
        """Open the PDF `data`; InputError, naming `name`, where that fails."""
        self.data = data
        self.slow: list[int] = []
        self.broken: list[int] = []
        self.given_up: list[int] = []
        self._process: _Process | None = None
        self._lost = 0  # workers that hung or crashed
        try:
            answer = self._opened()
        except _Gone as gone:
            raise _unreadable(name, "slow" if gone.slow else "crash") from None
        if isinstance(answer, Failed):
            self._release()
            raise _unreadable(name, answer.why)
        self.count: int
        self.attached: list[str]
        self.count, self.attached = answer

    def __enter__(self) -> PdfFile:
        return self

    def __exit__(self, *_: object) -> None:
        self._release()

    def each(self, what: str, numbers: Sequence[int], *arguments: Any) -> Iterator[tuple[int, Any]]:
        """The number and the worker's answer for each page that it can answer for."""
        waiting = deque(numbers)
        while waiting:
            if self._lost >= MAX_LOST:
                self.given_up += waiting
                return
            try:
                if self._process is None and isinstance(self._opened(), Failed):
                    raise _Gone(slow=False)
                assert self._process is not None
                for answer in _asked(self._process, what, list(waiting), *arguments):
                    number = waiting.popleft()
                    if isinstance(answer, Failed):
                        self.broken.append(number)
                    else:
                        yield number, answer
            except _Gone as gone:
                self._process = None
                self._lost += 1
                (self.slow if gone.slow else self.broken).append(waiting.popleft())

    def _release(self) -> None:
        """Let the worker go on with other files, or end it where it is still at this one."""
        process, self._process = self._process, None
        if process is not None:
            with suppress(_Gone):
                if not process.busy:
                    list(_asked(process, "close", [0]))
            _give_back(process)

    def _opened(self) -> Any:
        """Open the file in a worker: what it answers."""
        self._process = _take()
        try:
            return next(_asked(self._process, "open", [self.data]))
        except _Gone:
            self._process = None
            raise


def _asked(process: _Process, what: str, items: list[Any], *arguments: Any) -> Iterator[Any]:
    """The answers to an order, one for each item."""
    process.order(what, items, *arguments)
    for n in range(1, len(items) + 1):
        answer = process.answer()
        process.busy = n < len(items)
        yield answer


def _unreadable(name: str, why: str) -> InputError:
    if "password" in why.lower() or "security" in why.lower():
        return InputError(
            f"{name}: the PDF is protected by a password; save it without one first",
            f"{name}: tệp PDF có mật khẩu; hãy lưu lại thành tệp không có mật khẩu",
        )
    if why == "slow":
        return InputError(
            f"{name}: the PDF takes too long to open; get the original again",
            f"{name}: mở tệp PDF mất quá nhiều thời gian; hãy lấy lại tệp gốc",
        )
    return InputError(
        f"{name}: the PDF is broken or cut off and cannot be opened; get the original again",
        f"{name}: tệp PDF bị hỏng hoặc bị cắt cụt, không mở được; hãy lấy lại tệp gốc",
    )
