"""Many documents on this machine: a database, JSON for each, CSV tables; a bad file stops nothing.

OUT/doisoat.db                  the database (docs/store.md), one document in one transaction
OUT/json/<relative path>.json   the contract's object of each document
OUT/<kind>.csv                  documents, sections, … findings, files, failures
OUT/summary.json                counts, times, versions
OUT/unfinished                  is there while the files beside the database may be behind it

The database is what counts: a run does what is new or changed in it, and everything else is made
from it at the end. Only this process writes; the workers read files and answer.
"""

from __future__ import annotations

import hashlib
import os
import signal
import stat
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from extract.batch import results
from extract.batch.discover import SUFFIXES, Task, discover
from extract.batch.limits import Ended, Limits
from extract.batch.lock import UNFINISHED, alone, begin_change, end_change, unwritable
from extract.batch.pool import Done, Pool, default_jobs
from extract.batch.work import Failure, Options, Provenance, Read, Work, provenance
from extract.errors import DoisoatError
from extract.readers.files import MAX_BYTES
from extract.store.database import FileEntry, Store
from extract.store.packed import Packed
from extract.store.records import StoredDocument

__all__ = ["SUFFIXES", "Options", "Summary", "Task", "discover", "run"]

Answer = Read[StoredDocument | Packed] | Failure
MOST_MESSAGES = 20
_STOPS = [getattr(signal, s) for s in ("SIGINT", "SIGTERM", "SIGBREAK") if hasattr(signal, s)]
MANY = 200  # documents; of fewer, the files are written before other processes have started
WEEK = 7 * 86400.0
_SAME_FAILURE = (
    "SELECT 1 FROM failures JOIN files USING (name) WHERE (name, path, sha256, fingerprint, error, "
    "message, attempts) = (?, ?, ?, ?, ?, ?, ?)"
)


@dataclass(slots=True)
class Summary:
    """What a run has done so far, and (when it has ended) what the database holds.

    `done` of `total` files: `read` now, `same` as before (or the same as another file), `failed`;
    `gone` were in the database and are not asked for any more. `writing`: all are done with, and
    the files beside the database are written. `stopped`: by Ctrl-C or SIGTERM.
    """

    total: int = 0
    read: int = 0
    same: int = 0
    failed: int = 0
    gone: int = 0
    seconds: float = 0.0
    writing: bool = False
    stopped: bool = False
    messages: list[str] = field(default_factory=list)
    counts: dict[str, Any] = field(default_factory=dict)

    @property
    def done(self) -> int:
        """How many files are done with."""
        return self.read + self.same + self.failed

    @property
    def documents(self) -> int:
        """How many documents the database holds."""
        return int(self.counts.get("documents", 0))

    @property
    def failures(self) -> int:
        """How many files could not be read."""
        return int(self.counts.get("failures", self.failed))

    def as_dict(self, made: Provenance) -> dict[str, Any]:
        """The summary as JSON values; `run` tells of this run, all else of the database."""
        return {
            "schema": "doisoat.run/2",
            "program": made.program,
            "patterns": made.patterns,
            **self.counts,
            "run": {
                "read": self.read,
                "same": self.same,
                "failed": self.failed,
                "gone": self.gone,
                "seconds": round(self.seconds, 3),
            },
        }


def run(
    tasks: Sequence[Task],
    out: Path,
    options: Options | None = None,
    jobs: int | None = None,
    limits: Limits | None = None,
    work: Callable[[Task], Answer] | None = None,
    watch: Callable[[Summary], None] = lambda summary: None,
    files: bool = True,
) -> Summary:
    """Read what is new or changed into the database under `out`, then write the files beside it.

    `jobs` processes (default: one a processor) within `limits` do `work`, a picklable function
    that may be replaced in tests; `watch` is called after each file, and before those beside the
    database are written; without `files` there are none of them. Ctrl-C and SIGTERM end the run
    early with what is done kept; so does any other end of this process. Raises OutputError where
    `out` cannot be written or another run is writing it, PatternError where a rule is bad,
    WorkerError where no process can be started; a file that cannot be read is a failure in the
    database. Call it under `if __name__ == "__main__":`, as all that starts processes.
    """
    options = options or Options()
    began = time.perf_counter()
    summary = Summary(total=len(tasks))
    task_work = work or Work(options)
    prepare = getattr(task_work, "prepare", None)
    with Pool(task_work, jobs or default_jobs(), limits, prepare) as pool:
        if not os.path.exists(out / results.DATABASE):  # then there is something to do for sure
            pool.start(len(tasks))  # the workers load the rules while this process does
        made = provenance(options)
        with alone(out), Store.open(out / results.DATABASE, create=True) as store:
            store.provenance(made.fingerprint, made.program, made.patterns, made.options)
            batch = _Batch(store, out, options, made.fingerprint, pool, summary)
            with _stoppable(batch.stop):
                batch.read(tasks, watch)
                if not pool.stopped:
                    batch.forget(tasks)
                    summary.counts = results.counts(store)
                    summary.seconds = time.perf_counter() - began
                    if files:
                        summary.writing = True
                        watch(summary)
                        batch.write(summary.as_dict(made))
            summary.stopped = pool.stopped
            summary.counts = results.counts(store)
            summary.messages = results.messages(store, MOST_MESSAGES)
    summary.seconds = time.perf_counter() - began
    return summary


class _Batch:
    """A run at work: which contents are stored or under way, which files are fresh."""

    def __init__(
        self,
        store: Store,
        out: Path,
        options: Options,
        fingerprint: str,
        pool: Pool[Task, Answer],
        summary: Summary,
    ) -> None:
        self.store, self.out, self.options, self.pool = store, out, options, pool
        self.fingerprint, self.summary = fingerprint, summary
        self.stored = store.contents(fingerprint)
        self.under_way: dict[str, list[Task]] = {}  # content -> its other files
        self.hashes: dict[str, str] = {}  # name of a file that is read -> its content
        self.touched: set[str] = set()
        self.writers: Pool[results.Job, DoisoatError | None] | None = None
        self.changed = False
        self.behind = (out / UNFINISHED).exists()

    def stop(self) -> None:
        """Let the run end soon."""
        self.pool.stop()
        if self.writers is not None:
            self.writers.stop()

    def read(self, tasks: Sequence[Task], watch: Callable[[Summary], None]) -> None:
        """Read all that is new or changed; then what has got a name of another kind of text."""
        for done in self.pool.run(self._sought(tasks, watch)):
            self._keep(done)
            watch(self.summary)
        if self.pool.stopped:
            return
        again = self._renamed(tasks)
        for done in self.pool.run(again):
            self._keep(done, again=True)

    def _sought(
        self, tasks: Sequence[Task], watch: Callable[[Summary], None]
    ) -> Iterator[Task | None]:
        """The tasks that need work; None after each that needs none."""
        known = self.store.known(self.fingerprint, failures=False)
        paths = dict(self.store.connection.execute("SELECT name, path FROM files"))
        for task in tasks:
            sha256 = content_of(task.path)
            if sha256 and known.get(task.name) == sha256 and paths[task.name] == _path(task):
                self.summary.same += 1
            elif sha256 in self.under_way:
                self.under_way[sha256].append(task)
            elif sha256 in self.stored and self._place(task, sha256):
                self.summary.same += 1
            else:
                self._send(task, sha256, [])
                yield task
                continue
            watch(self.summary)
            yield None

    def _place(self, task: Task, sha256: str) -> bool:
        """Name a stored content; False where it has gone since, with the last of its files."""
        self._change(task)
        if self.store.place(_entry(task, sha256), self.fingerprint):
            return True
        self.stored.discard(sha256)
        return False

    def _send(self, task: Task, sha256: str, others: list[Task]) -> None:
        self.hashes[task.name] = sha256
        if sha256:
            self.under_way[sha256] = others

    def _keep(self, done: Done[Task, Answer], again: bool = False) -> None:
        """Put what became of a file into the database; its copies go with it or are read next."""
        task, outcome = done.task, done.outcome
        sha256 = self.hashes.pop(task.name, "")
        others = self.under_way.pop(sha256, [])
        if isinstance(outcome, Read):
            self._change(task, *others)
            copies = others if outcome.sha256 == sha256 else []
            others = others[len(copies) :]
            entries = [_entry(t, outcome.sha256) for t in (task, *copies)]
            self.store.add(outcome.document, entries, outcome.fingerprint)
            if outcome.fingerprint == self.fingerprint:
                self.stored.add(outcome.sha256)
            self.summary.read += not again
            self.summary.same += len(copies)
        else:
            self._fail(done, sha256)
        if others:
            first, *rest = others
            self._send(first, sha256, rest)
            self.pool.add(first)

    def _fail(self, done: Done[Task, Answer], sha256: str) -> None:
        task, outcome = done.task, done.outcome
        if isinstance(outcome, Ended):
            fingerprint, error = self.fingerprint, str(outcome.reason)
            message = f"{task.path}: {outcome.said(self.options.lang)}"
        else:
            assert isinstance(outcome, Failure)
            fingerprint, error, message = outcome.fingerprint, outcome.error, outcome.message
            sha256 = outcome.sha256
        self.summary.failed += 1
        entry = _entry(task, sha256)
        row = (task.name, entry.path, sha256, fingerprint, error, message, done.attempts)
        if self.store.connection.execute(_SAME_FAILURE, row).fetchone() is None:
            self._change(task)
            self.store.fail(entry, fingerprint, error, message, done.attempts)

    def _renamed(self, tasks: Sequence[Task]) -> list[Task]:
        """The files of documents that were read as Markdown and are named .txt, or the reverse."""
        found = self.store.connection.execute(
            "SELECT name, media_type, sha256 FROM names JOIN documents ON documents.id = document "
            "WHERE media_type IN ('text/plain', 'text/markdown')"
        )
        wrong = {
            name: sha256
            for name, media_type, sha256 in found
            if (media_type == "text/markdown") != name.lower().endswith((".md", ".markdown"))
        }
        again = [t for t in tasks if t.name in wrong]
        for task in again:
            self._send(task, wrong[task.name], [])
        return again

    def forget(self, tasks: Sequence[Task]) -> None:
        """Take out the files that are not asked for any more."""
        asked = {task.name for task in tasks}
        held = self.store.connection.execute("SELECT name FROM files").fetchall()
        gone = [name for (name,) in held if name not in asked]
        if gone:
            self._change()
            self.store.forget(gone)
            self.summary.gone = len(gone)

    def _change(self, *tasks: Task) -> None:
        """Note, before the database changes, that the files beside it will be behind."""
        self.touched.update(task.name for task in tasks)
        if not self.changed:
            self.changed = True
            begin_change(self.out)

    def write(self, summary: dict[str, Any]) -> None:
        """Bring the files beside the database up to it."""
        jobs = list(results.json_jobs(self.store, self.out, self._fresh))
        if self.changed or self.behind or not results.have_tables(self.out):
            jobs += results.table_jobs(self.out)
        if not self._do(jobs):
            return
        results.sweep(self.out, (name for _, name in self.store.names()))
        results.write_summary(self.out, summary)
        end_change(self.out)

    def _do(self, jobs: list[results.Job]) -> bool:
        """Do jobs, of a large database in several processes; False where the run was stopped."""
        if self.store.count("documents") < MANY or self.pool.jobs == 1:
            for job in jobs:
                if self.pool.stopped:
                    return False
                if (error := job()) is not None:
                    raise error
            return True
        with Pool(results.do, self.pool.jobs, Limits(seconds=WEEK)) as self.writers:
            for done in self.writers.run(jobs):
                if isinstance(done.outcome, Ended):
                    raise unwritable(self.out, RuntimeError(done.outcome.en))
                if done.outcome is not None:
                    raise done.outcome
        return not self.pool.stopped

    def _fresh(self, name: str) -> bool:
        """True where the JSON file of a document, if there, is what the database would give."""
        return not self.behind and name not in self.touched


def content_of(path: Path) -> str:
    """The SHA-256 of the bytes of a file; "" where it cannot be read, or not as a document."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode) or status.st_size > MAX_BYTES:
            return ""
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def _entry(task: Task, sha256: str) -> FileEntry:
    return FileEntry(task.name, _path(task), sha256)


def _path(task: Task) -> str:
    """The absolute path of a file as a database can hold it."""
    return str(task.path.absolute()).encode("utf-8", "backslashreplace").decode("utf-8")


@contextmanager
def _stoppable(stop: Callable[[], None]) -> Iterator[None]:
    """Ctrl-C, SIGTERM and (Windows) Ctrl-Break stop the run at the next file; a second Ctrl-C at
    once."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def handle(number: int, _: object) -> None:
        stop()
        signal.signal(signal.SIGINT, signal.default_int_handler)

    before = {s: signal.signal(s, handle) for s in _STOPS}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
