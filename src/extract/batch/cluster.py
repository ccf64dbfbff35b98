"""Many documents on a Dask cluster: shards are handed to the workers, each writes its own result.

Nothing but orders and markers passes between this process and the workers; documents are read and
results written by the workers themselves. A worker that dies loses the shard it was at, which Dask
gives to another; a run that dies is gone on with by the same command.
"""

from __future__ import annotations

import logging
import queue
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from extract.batch import remote, shards
from extract.batch.limits import Limits
from extract.batch.parts import KINDS
from extract.batch.shards import Marker, Source
from extract.batch.storage import Folder
from extract.batch.work import Options, provenance
from extract.errors import ClusterError, DoisoatError, OutputError
from extract.readers.programs import get_extra

if TYPE_CHECKING:
    from distributed import Client, Future

TIMEOUT = 30.0  # seconds to wait for the scheduler and for a first worker
RETRIES = 2  # of a shard whose worker tells of an error
_DIFFER = {"program": "chương trình", "patterns": "bộ quy tắc", "options": "tùy chọn"}
_LOOK = 2.0  # seconds between looks at the connection while nothing is done


def run(
    sources: Sequence[Source],
    out: str,
    address: str,
    options: Options,
    limits: Limits,
    documents: int = shards.DOCUMENTS,
    timeout: float = TIMEOUT,
    retry: bool = False,
    done: Callable[[Marker, bool], object] = lambda marker, before: None,
    warn: Callable[[ClusterError], object] = lambda message: None,
) -> list[Marker]:
    """Read all sources on the cluster and write their shards under `out`; the markers, in order.

    With `retry`, shards that have failures are done again. `done` is called for each shard that
    is done, with True where it was done by an earlier run; `warn` where a worker lacks an optional
    part that this machine has, or the other way round.
    ClusterError where the scheduler is not there, a worker has another version, or shards are left
    over (their workers died again and again); OutputError where `out` is something else or cannot
    be written. What is done stays done.
    """
    folder = Folder(out)
    _check_folder(folder)
    made = provenance(options)
    plan = shards.cut(sources, made.fingerprint, documents)
    markers = shards.done(folder, plan)
    if retry:
        for ident in [m.id for m in markers.values() if m.counts.get("failures")]:
            shards.remove_marker(folder, ident)
            del markers[ident]
    left = [shard for shard in plan if shard.id not in markers]
    if left:
        with connected(address, timeout) as client:
            check_workers(client, options, timeout, warn)
            shards.write_run(folder, plan, made, complete=False)
            for shard in plan:
                if shard.id in markers:
                    done(markers[shard.id], True)
            orders = [remote.Order(shard, out, made.fingerprint, options, limits) for shard in left]
            for marker in _results(client, orders):
                markers[marker.id] = marker
                done(marker, False)
    else:
        for shard in plan:
            done(markers[shard.id], True)
    ordered = [markers[shard.id] for shard in plan]
    shards.write_run(folder, plan, made, complete=True)
    shards.sweep(folder, ordered, KINDS)
    return ordered


def _check_folder(folder: Folder) -> None:
    """OutputError where the folder holds something that is no result of a cluster run."""
    held = folder.sizes()
    if held and shards.RUN_FILE not in held:
        raise OutputError(
            f"{folder.url}: holds other files ({next(iter(held))} …), and a cluster run sweeps its "
            "folder at the end; name a folder of its own",
            f"{folder.url}: đang có tệp khác ({next(iter(held))} …), mà lượt chạy trên cụm máy dọn "
            "sạch thư mục của nó khi xong; hãy chỉ ra một thư mục riêng",
        )


@contextmanager
def connected(address: str, timeout: float = TIMEOUT) -> Iterator[Client]:
    """A client of the scheduler; ClusterError where Dask is not installed or nobody answers."""
    try:
        from distributed import Client
    except ImportError:
        raise ClusterError(
            "the Dask engine needs the package distributed, which is not installed: "
            f"{get_extra('cluster')}",
            f"chạy bằng Dask cần gói distributed, gói này chưa được cài: {get_extra('cluster').vi}",
        ) from None
    _hush()
    try:
        client = Client(address, timeout=timeout, set_as_default=False, name="doisoat")
    except (OSError, TimeoutError, ValueError) as e:
        raise ClusterError(
            f"{address}: no Dask scheduler answers within {timeout:g} s ({_said(e)}); start one "
            "with `dask scheduler`, it prints its address (tcp://HOST:8786), and see that no "
            "firewall stands between",
            f"{address}: không có bộ điều phối Dask nào trả lời trong {timeout:g} giây "
            f"({_said(e)}); hãy khởi động bằng `dask scheduler`, lệnh này in ra địa chỉ "
            "(tcp://MÁY:8786), và kiểm tra tường lửa ở giữa",
        ) from None
    try:
        yield client
    finally:
        with suppress(Exception):  # the scheduler may be gone
            client.close(timeout=5)


def _hush() -> None:
    """Keep the loggers of Dask quiet, each with a level of its own; errors are told by us."""
    for name in list(logging.root.manager.loggerDict):
        if name.partition(".")[0] in ("distributed", "tornado"):
            logging.getLogger(name).setLevel(logging.CRITICAL + 1)


def check_workers(
    client: Client,
    options: Options,
    timeout: float = TIMEOUT,
    warn: Callable[[ClusterError], object] = lambda message: None,
) -> None:
    """ClusterError where there is no worker, or one would not read as this process does."""
    address = client.scheduler.address if client.scheduler else "the scheduler"
    try:
        client.wait_for_workers(1, timeout=timeout)
    except TimeoutError:
        raise ClusterError(
            f"{address}: the scheduler has no worker; start some with "
            f"`dask worker {address} --nthreads 1`, on each machine with doisoat installed",
            f"{address}: bộ điều phối chưa có tiến trình làm việc nào; hãy khởi động bằng "
            f"`dask worker {address} --nthreads 1`, trên từng máy đã cài doisoat",
        ) from None
    here = remote.about(options)
    answers = client.run(remote.about, options, on_error="return")
    for worker, there in sorted(answers.items()):
        if isinstance(there, ImportError):
            raise ClusterError(
                f"worker {worker}: doisoat is not installed there, or not all of it ({there}); "
                f"in the environment of the worker: {get_extra('cluster')}",
                f"máy {worker}: ở đó chưa cài doisoat hoặc cài chưa đủ ({there}); "
                f"trong môi trường của máy đó: {get_extra('cluster').vi}",
            )
        if isinstance(there, Exception):
            raise ClusterError(
                f"worker {worker}: {_said(there)}", f"máy {worker}: {_said(there, 'vi')}"
            )
        for what, vi in _DIFFER.items():
            ours, theirs = getattr(here.provenance, what), getattr(there.provenance, what)
            if ours != theirs:
                raise ClusterError(
                    f"worker {worker}: its {what} differ ({theirs} there, {ours} here), and so "
                    "would its results; install the same doisoat everywhere, with the same rules, "
                    "and start the workers again",
                    f"máy {worker}: {vi} khác với ở đây ({theirs} ở đó, {ours} ở đây), nên kết quả "
                    "cũng sẽ khác; hãy cài cùng một bản doisoat với cùng bộ quy tắc trên mọi máy "
                    "rồi khởi động lại các tiến trình làm việc",
                )
        for name, ours in here.beside.items():
            theirs = there.beside.get(name, "missing")
            if ours != theirs:
                warn(ClusterError(
                    f"worker {worker}: {name} is {theirs} there, {ours} here; results may differ",
                    f"máy {worker}: {name} ở đó là {theirs}, ở đây là {ours}; kết quả có thể khác",
                ))  # fmt: skip


def _results(client: Client, orders: Sequence[remote.Order]) -> Iterator[Marker]:
    """The markers of the shards as they are done; ClusterError at the end where some are not."""
    from distributed import KilledWorker

    said: queue.SimpleQueue[Future[Marker]] = queue.SimpleQueue()
    waiting: set[Future[Marker]] = set()
    lost: list[Future[Marker]] = []
    killed: list[str] = []
    try:
        for order in orders:
            future = client.submit(
                remote.do_shard, order, key=f"doisoat-{order.shard.id}", retries=RETRIES, pure=False
            )
            waiting.add(future)
            future.add_done_callback(said.put)
        while waiting:
            try:
                future = said.get(timeout=_LOOK)
            except queue.Empty:
                if client.status not in ("running", "connecting"):
                    raise _lost() from None
                while lost:  # a callback on a lost future comes at once, so these are looked at
                    said.put(lost.pop())
                continue
            status = future.status
            if status in ("pending", "lost"):
                # Its worker died between the end of the shard and this line, and the marker
                # with it: Dask does the shard again.
                lost.append(future)
                continue
            waiting.discard(future)
            if status == "finished":
                yield future.result()
                future.release()
                continue
            if status != "error":  # cancelled, as all are when the scheduler is gone
                raise _lost()
            error = future.exception()
            if isinstance(error, KilledWorker):
                killed.append(str(future.key).removeprefix("doisoat-"))
            elif isinstance(error, DoisoatError):
                raise error
            else:
                raise ClusterError(
                    f"{future.key}: {_said(error)}", f"{future.key}: {_said(error, 'vi')}"
                )
    finally:
        if waiting:
            with suppress(Exception):  # the scheduler may be gone
                client.cancel(list(waiting))
    if killed:
        raise ClusterError(
            f"{len(killed)} shards are not done, the workers that took them died each time "
            f"({', '.join(killed[:3])} …); look at the memory of the workers' machines and at "
            "their logs, then run again: only these are left",
            f"{len(killed)} phần chưa làm xong, lần nào tiến trình nhận chúng cũng bị dừng "
            f"({', '.join(killed[:3])} …); hãy xem bộ nhớ và nhật ký của các máy rồi chạy lại: "
            "chỉ còn những phần này",
        )


def _lost() -> ClusterError:
    return ClusterError(
        "the connection to the scheduler is lost; what is done is kept: start the scheduler and "
        "the workers again and give the same command, it goes on where it stopped",
        "mất kết nối với bộ điều phối; phần đã làm được giữ lại: hãy khởi động lại bộ điều phối và "
        "các tiến trình làm việc rồi chạy lại lệnh này để tiếp tục",
    )


def _said(error: BaseException, lang: str = "en") -> str:
    text = error.said(lang) if isinstance(error, DoisoatError) else str(error)
    return " ".join(text.split()) or type(error).__name__
