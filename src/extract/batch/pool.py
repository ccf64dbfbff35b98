"""Processes that work on tasks, of which each may crash, hang or eat memory without harm to others.

A worker has a pipe of its own to this process and shares nothing with the others, so whatever
happens to one (also `kill -9` in the middle of an answer) is seen at the end of its pipe alone. A
task whose worker ends before the answer, takes too long or too much memory is tried once more; then
its outcome is `Ended`. What a worker has started (Tesseract, LibreOffice) and its temporary files
go with it. Everywhere processes are spawned, never forked. Nothing in here knows of documents, and
nothing heavy is imported: a worker sets its limits first.
"""

from __future__ import annotations

import math
import multiprocessing
import os
import pickle
import shutil
import tempfile
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from types import TracebackType
from typing import Generic, TypeVar, cast

import psutil

from extract.batch.limits import Ended, Limits, crash, memory_limit, timeout
from extract.batch.worker import MARK, Ready, Settings, serve
from extract.errors import WorkerError

T = TypeVar("T")
R = TypeVar("R")

ATTEMPTS = 2  # how often a task is tried
TICK = 0.25  # seconds between looks at the clock and at the memory of the workers
QUICK = 0.1  # seconds; a worker whose last task was quicker gets the next one ahead of time
MOST_JOBS = 60  # what Windows can wait for at once
START = 120.0  # seconds at most until a worker is ready, which is not the time of any task
_FAILED_STARTS = 5  # in a row, then something is wrong with all


@dataclass(frozen=True, slots=True)
class Done(Generic[T, R]):
    """A task, its answer or how it ended, and how often it was tried."""

    task: T
    outcome: R | Ended
    attempts: int


@dataclass(slots=True)
class _Worker(Generic[T]):
    """A process, what it was given and has not answered (the first is being worked on)."""

    process: BaseProcess
    pipe: Connection
    mark: str
    folder: Path
    ready: bool = False
    given: deque[tuple[T, int]] = field(default_factory=deque)
    began: float = 0.0
    answered: int = 0
    last: float = QUICK
    bytes: int = 0
    worn: bool = False


class Pool(Generic[T, R]):
    """`jobs` processes that answer tasks with `work`, each after a call of `initializer`.

    Both are picklable. Workers start when there is something to do. `stopped` is true after a call
    of `stop`. Use it as a context manager, at whose end no process is left.
    """

    def __init__(
        self,
        work: Callable[[T], R],
        jobs: int,
        limits: Limits | None = None,
        initializer: Callable[[], object] | None = None,
    ) -> None:
        self.jobs = max(1, min(jobs, MOST_JOBS))
        self.limits = limits or Limits()
        self._packed = pickle.dumps((initializer, work))
        self._context = multiprocessing.get_context("spawn")
        self._workers: list[_Worker[T]] = []
        self._waiting: deque[tuple[T, int]] = deque()
        self.stopped = False
        self._failed_starts = 0
        self._started = 0
        self._looked = 0.0
        self._folder = tempfile.TemporaryDirectory(prefix="doisoat-", ignore_cleanup_errors=True)

    def __enter__(self) -> Pool[T, R]:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._end(*self._workers)
        self._folder.cleanup()

    def stop(self) -> None:
        """Let `run` end soon, whatever is still to do; may be called from a signal handler."""
        self.stopped = True

    def add(self, task: T) -> None:
        """One more task for the `run` that goes on."""
        self._waiting.append((task, 1))

    def pids(self) -> list[int]:
        """The process ids of the workers."""
        return [w.process.pid for w in self._workers if w.process.pid is not None]

    def run(self, tasks: Iterable[T | None]) -> Iterator[Done[T, R]]:
        """The tasks with their outcomes, in the order in which they are done.

        Tasks are taken from the iterable when they are needed; None stands for "nothing yet, look
        after the workers and ask again". Raises what `initializer` raises, and WorkerError where no
        worker can be started.
        """
        source = iter(tasks)
        more = True
        while self._goes_on():
            later = False
            while more and len(self._waiting) < self.jobs:
                try:
                    task = next(source)
                except StopIteration:
                    more = False
                    break
                if task is None:
                    later = True
                    break
                self._waiting.append((task, 1))
            if not (more or self._waiting or any(w.given for w in self._workers)):
                return
            self._hand_out()
            pipes = {w.pipe: w for w in self._workers if w.given or not w.ready}
            for pipe in _speaking(list(pipes), 0 if later else TICK):
                yield from self._hear(pipes[pipe])
                if not self._goes_on():
                    return
            if time.monotonic() - self._looked > TICK:
                yield from self._look()

    def start(self, tasks: int) -> None:
        """Start the workers for so many tasks now, where that many are sure to come; WorkerError
        where none can be started."""
        while len(self._workers) < min(self.jobs, tasks):
            self._start()

    def _goes_on(self) -> bool:
        return not self.stopped

    def _hand_out(self) -> None:
        """Give what waits to the workers that have room; start workers where they are too few."""
        for worker in self._workers:
            self._give(worker)
        starting = sum(not w.ready for w in self._workers)
        while len(self._workers) < self.jobs and starting < len(self._waiting):
            self._start()
            starting += 1

    def _give(self, worker: _Worker[T]) -> None:
        if not worker.ready or worker.worn:
            return
        room = min(2 if worker.last < QUICK else 1, self.limits.tasks - worker.answered)
        while self._waiting and len(worker.given) < room:
            task, attempt = self._waiting.popleft()
            if not worker.given:
                worker.began = time.monotonic()
            worker.given.append((task, attempt))
            try:
                worker.pipe.send(task)
            except OSError:  # it has ended, which the next look at its pipe tells
                return

    def _start(self) -> None:
        self._started += 1
        mark = f"{os.getpid()}-{self._started}"
        folder = Path(self._folder.name) / str(self._started)
        here, there = self._context.Pipe()
        try:
            folder.mkdir()
            settings = Settings(self.limits.seconds, self.limits.memory, mark, str(folder))
            process = self._context.Process(
                target=serve, args=(there, self._packed, settings), daemon=True
            )
            process.start()
        except OSError as e:
            here.close()
            raise WorkerError(
                f"a worker process cannot be started ({e.strerror or e}); try fewer with --jobs",
                f"không khởi động được tiến trình xử lý ({e.strerror or e}); hãy giảm --jobs",
            ) from None
        finally:
            there.close()
        self._workers.append(_Worker(process, here, mark, folder, began=time.monotonic()))

    def _hear(self, worker: _Worker[T]) -> Iterator[Done[T, R]]:
        """What a worker says: that it is ready, an answer, or (at the end of its pipe) nothing."""
        try:
            said = worker.pipe.recv()
        except (EOFError, OSError, pickle.UnpicklingError):
            yield from self._lost(worker, None)
            return
        if isinstance(said, Ready):
            if said.error is not None:
                raise said.error
            worker.ready = True
            self._failed_starts = 0
            self._give(worker)
            return
        task, attempt = worker.given.popleft()
        now = time.monotonic()
        worker.last, worker.began = now - worker.began, now
        worker.answered += 1
        big = worker.bytes > self.limits.memory // 2
        worker.worn = worker.worn or big or worker.answered >= self.limits.tasks
        if not worker.worn:
            self._give(worker)
        elif not worker.given:
            self._end(worker)
        if isinstance(said, Ended) and attempt < ATTEMPTS:
            self._waiting.append((task, attempt + 1))
        else:
            yield Done(task, said, attempt)

    def _look(self) -> Iterator[Done[T, R]]:
        """End the workers that take too long or too much memory."""
        self._looked = now = time.monotonic()
        for worker in list(self._workers):
            if worker not in self._workers or worker.pipe.poll():
                continue  # it has something to say first
            if not worker.process.is_alive():
                yield from self._lost(worker, None)
            elif now - worker.began > self._time_of(worker):
                yield from self._lost(worker, timeout(self.limits.seconds))
            else:
                try:
                    worker.bytes = psutil.Process(worker.process.pid).memory_info().rss
                except psutil.Error:
                    continue
                if worker.bytes > self.limits.memory:
                    yield from self._lost(worker, memory_limit(self.limits.memory))

    def _time_of(self, worker: _Worker[T]) -> float:
        """How many seconds a worker may take for what it is doing."""
        if not worker.ready:
            return max(START, self.limits.seconds)
        return self.limits.seconds if worker.given else math.inf

    def _lost(self, worker: _Worker[T], ended: Ended | None) -> Iterator[Done[T, R]]:
        """A worker that has ended or must end: its first task is to blame, the others are not."""
        self._end(worker)
        if not worker.ready:
            self._failed_starts += 1
            if self._failed_starts >= _FAILED_STARTS:
                raise WorkerError(
                    "the worker processes end before they begin; more --memory or fewer --jobs "
                    "may help",
                    "các tiến trình xử lý dừng ngay khi khởi động; hãy tăng --memory hoặc giảm "
                    "--jobs",
                )
        if not worker.given:
            return
        task, attempt = worker.given.popleft()
        self._waiting.extendleft(reversed(worker.given))
        if attempt < ATTEMPTS:
            self._waiting.append((task, attempt + 1))
        else:
            yield Done(task, ended or crash(worker.process.exitcode), attempt)

    def _end(self, *workers: _Worker[T]) -> None:
        """End workers with all they have started."""
        started: list[psutil.Process] = []
        for worker in workers:
            self._workers.remove(worker)
            if worker.process.pid is not None:
                started += _below(worker.process.pid)
            worker.process.kill()
        for worker in workers:
            worker.process.join()
            worker.pipe.close()
        _kill([*started, *_marked({worker.mark for worker in workers})])
        for worker in workers:
            shutil.rmtree(worker.folder, ignore_errors=True)


def _speaking(pipes: list[Connection], seconds: float) -> list[Connection]:
    """Those of the pipes that say something within some seconds."""
    try:
        return cast("list[Connection]", wait(pipes, seconds)) if pipes else []
    except InterruptedError:  # Windows, after a signal whose handler has run
        return []


def _below(pid: int) -> list[psutil.Process]:
    """All that a process has started, as far as it still hangs together."""
    try:
        return list(psutil.Process(pid).children(recursive=True))
    except psutil.Error:
        return []


def _marked(marks: set[str]) -> list[psutil.Process]:
    """The processes that workers have started and may have left behind, by their environment."""
    found = []
    for process in psutil.process_iter() if marks else ():
        try:
            if process.environ().get(MARK) in marks:
                found.append(process)
        except (psutil.Error, OSError):
            continue  # another user's, or gone
    return found


def _kill(processes: list[psutil.Process]) -> None:
    """Kill processes and wait until they are gone, or a second."""
    for process in processes:
        with suppress(psutil.Error):
            process.kill()
    until = time.monotonic() + 1
    while any(map(_lives, processes)) and time.monotonic() < until:
        time.sleep(0.005)


def _lives(process: psutil.Process) -> bool:
    """Whether a process still runs. One that has ended and that nobody has asked for its exit code
    does not: it stays in the list for as long as the system's first process likes."""
    try:
        return bool(process.is_running() and process.status() != psutil.STATUS_ZOMBIE)
    except psutil.Error:
        return False


def default_jobs() -> int:
    """As many as there are processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0)) or 1
    return os.cpu_count() or 1
