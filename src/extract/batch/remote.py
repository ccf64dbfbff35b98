"""What a worker of a cluster does: read a shard's files, write its parts and its marker.

Each file is read in a process of its own kind of life (`pool`), with the limits of the local
engine, so that one that crashes, hangs or eats memory is a failure of its own and not of the shard.
"""

from __future__ import annotations

import hashlib
import multiprocessing
import sys
import threading
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from extract.batch import parts, shards, work
from extract.batch.limits import Ended, Limits
from extract.batch.pool import Done, Pool
from extract.batch.shards import Marker, Shard, Source
from extract.batch.storage import Folder, is_url, read_url
from extract.errors import ClusterError, InputError
from extract.output.columns import COLUMNS, COUNTED
from extract.readers.files import MAX_BYTES
from extract.store.database import FileEntry
from extract.store.records import StoredDocument

_LIBRARIES = ("lxml", "pyahocorasick", "pypdfium2", "regex")
_local = threading.local()

Answer = work.Read[StoredDocument] | work.Failure
_Pool = Pool[Source, Answer]


@dataclass(frozen=True, slots=True)
class Order:
    """A shard to do: where its result goes, how files are read, what each may take."""

    shard: Shard
    out: str
    fingerprint: str
    options: work.Options
    limits: Limits


@dataclass(frozen=True, slots=True)
class About:
    """What reads on a machine: program and rules; programs and libraries beside it."""

    provenance: work.Provenance
    beside: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class RemoteWork:
    """`work.Work` for files that may be anywhere fsspec reads."""

    options: work.Options

    def prepare(self) -> None:
        """Load the rules; PatternError where one is bad."""
        work.provenance(self.options)

    def __call__(self, source: Source) -> Answer:
        """Read a file; the reason where it cannot be read."""
        try:
            data = content(source.url)
        except InputError as e:
            name = work.provenance(self.options).fingerprint
            return work.Failure("", name, "InputError", e.said(self.options.lang))
        return work.read(data, source.url, self.options)


def content(url: str) -> bytes:
    """The bytes of a file; InputError where it cannot be read or is too large."""
    return read_url(url, MAX_BYTES + 1) if is_url(url) else work.content(Path(url))


def about(options: work.Options) -> About:
    """What this machine reads with; PatternError where the rules of the options are not here."""
    from importlib import metadata

    from extract.readers import programs

    beside = {name: metadata.version(name) for name in _LIBRARIES}
    tesseract = programs.find_tesseract()
    spoken = programs.languages_of(tesseract) if tesseract else ()
    beside["tesseract"] = "vie" if "vie" in spoken else "missing"
    beside["libreoffice"] = "present" if programs.find_office() else "missing"
    return About(work.provenance(options), beside)


def do_shard(order: Order) -> Marker:
    """Read the files of a shard and write its result; the marker.

    A shard that is already done (by a worker that was thought dead) is not done again. Raises
    ClusterError where this worker would not read as it should, OutputError where the result
    cannot be written.
    """
    folder = Folder(order.out)
    if before := shards.done(folder, [order.shard]):
        return before[order.shard.id]
    _check(work.provenance(order.options).fingerprint, order)
    found: dict[str, parts.Outcome] = {}
    pool = _pool(order)
    try:
        for done in pool.run(order.shard.sources):
            if not isinstance(done.outcome, Ended):
                _check(done.outcome.fingerprint, order)
            found[done.task.name] = _outcome(done, order)
    except BaseException:
        _close()
        raise
    ordered = [found[source.name] for source in order.shard.sources]
    made = parts.encode(ordered)
    return shards.write_shard(folder, order.shard, order.fingerprint, made, counts(ordered))


def counts(outcomes: Sequence[parts.Outcome]) -> dict[str, Any]:
    """What the outcomes hold, as numbers, in the form of `results.counts`."""
    documents = {o.file.sha256: o.result for o in outcomes
                 if isinstance(o.result, StoredDocument)}.values()  # fmt: skip
    failures = [o.result for o in outcomes if isinstance(o.result, parts.Failure)]
    verdict = COLUMNS["relations"].index("verdict") - 1
    code = COLUMNS["findings"].index("code") - 1
    return {
        "files": len(outcomes),
        "documents": len(documents),
        "failures": len(failures),
        "partial": sum(d.value("status") == "partial" for d in documents),
        "characters": sum(d.value("characters") for d in documents),
        "found": {kind: sum(d.count(kind) for d in documents) for kind in COUNTED},
        "relations": dict(Counter(r[verdict] for d in documents for r in d.rows["relations"])),
        "findings": dict(Counter(r[code] for d in documents for r in d.rows["findings"])),
        "errors": dict(Counter(f.error for f in failures)),
    }


def _check(fingerprint: str, order: Order) -> None:
    if fingerprint != order.fingerprint:
        raise ClusterError(
            "a worker has another version of doisoat or of its rules than the one that gives the "
            "orders; install the same everywhere and start the workers again",
            "một máy làm việc có bản doisoat hoặc bộ quy tắc khác với máy ra lệnh; hãy cài cùng "
            "một bản trên mọi máy rồi khởi động lại các tiến trình làm việc",
        )


def _outcome(done: Done[Source, Answer], order: Order) -> parts.Outcome:
    source, said = done.task, done.outcome
    if isinstance(said, work.Read):
        return parts.Outcome(FileEntry(source.name, source.url, said.sha256), said.document)
    if isinstance(said, work.Failure):
        file = FileEntry(source.name, source.url, said.sha256)
        return parts.Outcome(file, parts.Failure(said.error, said.message, done.attempts))
    message = f"{source.url}: {said.said(order.options.lang)}"
    try:
        sha256 = hashlib.sha256(content(source.url)).hexdigest()
    except InputError:
        sha256 = ""
    file = FileEntry(source.name, source.url, sha256)
    return parts.Outcome(file, parts.Failure(said.reason, message, done.attempts))


def _pool(order: Order) -> _Pool:
    """The process of this thread that reads files; kept for the next shard like this one."""
    wanted = (order.options, order.limits)
    if getattr(_local, "wanted", None) != wanted:
        _close()
        _stand_free()
        done = RemoteWork(order.options)
        _local.pool = Pool(done, 1, order.limits, done.prepare)
        _local.wanted = wanted
    return cast(_Pool, _local.pool)


def _close() -> None:
    pool: _Pool | None = getattr(_local, "pool", None)
    _local.pool = _local.wanted = None
    if pool is not None:
        pool.__exit__(None, None, None)


def _stand_free() -> None:
    """Let the processes of this one be its own affair.

    A worker under Dask's nanny is a daemonic process, which multiprocessing lets have no children;
    ours end by themselves when it does. And a child begins by loading what its parent was started
    as, which would be Dask with all it needs: more than a second and 60 MB each.
    """
    if threading.current_thread() is threading.main_thread():
        return  # no worker of Dask's
    multiprocessing.current_process()._config["daemon"] = False  # type: ignore[attr-defined]
    main = sys.modules["__main__"]
    main.__spec__ = None
    main.__file__ = None
