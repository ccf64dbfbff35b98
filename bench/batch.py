"""Many documents: speed with one and two workers, memory, growth, size, what an engine costs.

    python bench/batch.py [--documents 10000] [--small 1000] [--tiny 10000] [--jobs 1 2]
                          [--no-dask] [--no-save]

A corpus is generated (bench/generate.py) and read by `doisoat run --only-database` with one worker
and with two, as processes whose memory is looked at all the time. Beside them a bare
`concurrent.futures.ProcessPoolExecutor` does no more than read and analyse the same files: what two
workers gain there is what the machine has to give at that moment. Then the same with documents of
one sentence, where what an engine costs shows: its time over that of the bare executor, by
document, for the local engine and for a Dask cluster of two workers on this machine (its own
start, of a scheduler and workers, apart). Prints tables and writes bench/results/batch-DATE.json
with machine, load, versions and counts of what was found.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

import psutil

from common import ROOT, save, versions
from generate import write

sys.path.append(str(ROOT / "tests"))

from clusters import cluster, wait_for

DOISOAT = [sys.executable, "-m", "extract.cli"]
PACKAGES = ("regex", "pyahocorasick", "pypdfium2", "lxml", "pyarrow", "distributed")
LOOK = 0.25  # seconds between looks at the memory


def watched(arguments: Sequence[str]) -> dict[str, Any]:
    """Run a command: seconds, processor seconds of it and of all its processes, and the most
    memory of it and of one of its children (MB)."""
    began = time.perf_counter()
    used = os.times()
    own = 0.0
    process = psutil.Popen(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    most = {"parent": 0, "worker": 0}
    while process.poll() is None:
        try:
            most["parent"] = max(most["parent"], process.memory_info().rss)
            own = sum(process.cpu_times()[:2])
            for child in process.children():
                most["worker"] = max(most["worker"], child.memory_info().rss)
        except psutil.Error:
            continue
        time.sleep(LOOK)
    took = time.perf_counter() - began
    if process.returncode not in (0, 1):  # 1: some documents are broken on purpose
        raise SystemExit(f"{' '.join(arguments)}: exit code {process.returncode}")
    now = os.times()
    spent = now.children_user + now.children_system - used.children_user - used.children_system
    return {
        "seconds": round(took, 2),
        "cpu_seconds": round(spent, 2),
        "parent_cpu_seconds": round(own, 2),
    } | {f"{k}_mb": v >> 20 for k, v in most.items()}


def local(corpus: Path, out: Path, jobs: int) -> dict[str, Any]:
    """The local engine over a corpus: time, rates, memory, size of the database, what it found."""
    run = watched([*DOISOAT, "run", str(corpus), "--out", str(out), "--jobs", str(jobs),
                   "--only-database"])  # fmt: skip
    from extract.batch import results
    from extract.store.database import Store

    with Store.open(out / results.DATABASE) as store:
        found = results.counts(store)
    return {
        "workers": jobs,
        **run,
        "documents_per_second": round(found["documents"] / run["seconds"], 2),
        "characters_per_second": round(found["characters"] / run["seconds"]),
        "database_mb": round((out / results.DATABASE).stat().st_size / 1e6, 1),
        "found": found,
    }


def analysed(path: Path) -> int:
    """How many quantities a document has; what the bare executor does."""
    from extract.errors import InputError
    from extract.pipeline import analyse
    from extract.readers.files import read_path

    try:
        return len(analyse(read_path(path)).quantities)
    except InputError:
        return 0


def bare(corpus: Path, workers: int) -> float:
    """Seconds of a bare executor from its start to its end."""
    paths = sorted(p for p in corpus.rglob("*") if p.is_file())
    began = time.perf_counter()
    with ProcessPoolExecutor(workers) as pool:
        assert sum(pool.map(analysed, paths)) > 0
    return round(time.perf_counter() - began, 2)


def sizes(folder: Path, small: int, documents: int, jobs: Sequence[int]) -> dict[str, Any]:
    """The local engine over a small and a large corpus, with one and with two workers."""
    both = len(jobs) > 1
    rows = []
    for count in (small, documents):
        corpus = folder / f"corpus-{count}"
        made = write(corpus, count)
        pair = [local(corpus, folder / f"out-{count}-{n}", n) for n in jobs]
        base = None
        if both and count == small:
            base = {"one": bare(corpus, 1), "two": bare(corpus, 2)}
        rows.append({
            "documents": count,
            "bytes": made["bytes"],
            "runs": pair,
            "gain": round(pair[0]["seconds"] / pair[1]["seconds"], 2) if both else None,
            "bare": base,
            "bare_gain": base and round(base["one"] / base["two"], 2),
            "load": [round(x, 1) for x in os.getloadavg()] if hasattr(os, "getloadavg") else None,
        })  # fmt: skip
        show(rows[-1])
    growth = {}
    for key in ("seconds", "cpu_seconds"):
        one, other = (row["runs"][-1][key] / row["documents"] for row in rows)
        growth[key] = round(other / one, 2)
    return {"sizes": rows, "growth_per_document": growth}


def engines(folder: Path, count: int, dask: bool) -> dict[str, Any]:
    """What each engine costs over a bare executor, by document of one sentence, on two workers."""
    corpus = folder / "tiny"
    write(corpus, count, small=True)
    took = {"bare": bare(corpus, 2), "local": local(corpus, folder / "tiny-local", 2)["seconds"]}
    if dask:
        with cluster(folder / "dask", 2) as made:
            wait_for(lambda: _workers(made.address) == 2)
            command = [*DOISOAT, "run", str(corpus), "--out", str(folder / "tiny-dask"),
                       "--engine", "dask", "--scheduler", made.address]  # fmt: skip
            took["dask"] = watched(command)["seconds"]
    again = watched([*DOISOAT, "run", str(corpus), "--out", str(folder / "tiny-local"),
                     "--only-database"])  # fmt: skip
    result = {
        "documents": count,
        "seconds": took,
        "cost_ms_per_document": {
            name: round((seconds - took["bare"]) / count * 1000, 2)
            for name, seconds in took.items()
            if name != "bare"
        },
        "again_seconds": again["seconds"],
    }
    print(f"\n{count:,} documents of one sentence, two workers")
    for name, seconds in took.items():
        cost = result["cost_ms_per_document"].get(name)
        print(f"{name:<8}{seconds:>9.1f} s{'' if cost is None else f'{cost:>9.2f} ms a document'}")
    print(f"local again, nothing new: {again['seconds']:.1f} s")
    return result


def _workers(address: str) -> int:
    from distributed import Client

    with Client(address, set_as_default=False) as client:
        return len(client.scheduler_info(n_workers=-1)["workers"])


def show(row: dict[str, Any]) -> None:
    """The runs over one corpus as a table."""
    print(f"\n{row['documents']:,} documents, {row['bytes'] / 1e6:.1f} MB; load {row['load']}")
    heads = {"workers": 8, "seconds": 9, "cpu s": 8, "parent": 8, "docs/s": 8, "chars/s": 9,
             "worker MB": 11, "parent MB": 11, "database MB": 13}  # fmt: skip
    print("".join(f"{head:>{wide}}" for head, wide in heads.items()))
    for run in row["runs"]:
        print(f"{run['workers']:>8}{run['seconds']:>9.1f}{run['cpu_seconds']:>8.1f}"
              f"{run['parent_cpu_seconds']:>8.1f}{run['documents_per_second']:>8.1f}"
              f"{run['characters_per_second']:>9,}{run['worker_mb']:>11}{run['parent_mb']:>11}"
              f"{run['database_mb']:>13}")  # fmt: skip
    if row["gain"]:
        of_bare = f"; of a bare executor {row['bare_gain']} times" if row["bare_gain"] else ""
        print(f"two workers are {row['gain']} times one{of_bare}")


def main() -> None:
    """Measure, print, write."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--small", type=int, default=1_000)
    parser.add_argument("--tiny", type=int, default=10_000)
    parser.add_argument("--jobs", type=int, nargs="+", default=[1, 2], choices=[1, 2])
    parser.add_argument("--no-dask", action="store_true")
    parser.add_argument("--no-save", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="doisoat-bench-") as name:
        result = sizes(Path(name), options.small, options.documents, options.jobs)
        growth = result["growth_per_document"]
        print(f"a document of the large corpus takes {growth['seconds']} times the time and "
              f"{growth['cpu_seconds']} times the processor time of one of the small")  # fmt: skip
        if options.tiny:
            result["engines"] = engines(Path(name), options.tiny, not options.no_dask)
    if not options.no_save:
        save("batch", result, versions(*PACKAGES))


if __name__ == "__main__":
    main()
