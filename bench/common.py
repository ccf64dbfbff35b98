"""What the benches share: medians of times, the machine, versions, a file with the results."""

from __future__ import annotations

import gc
import json
import os
import platform
import statistics
import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
KINDS = "sections footnotes citations dates quantities claims relations findings".split()


def seconds(work: Callable[[], Any]) -> float:
    """Time of one run, garbage collected before it and not during it."""
    gc.collect()
    gc.disable()
    try:
        began = time.perf_counter()
        work()
        return time.perf_counter() - began
    finally:
        gc.enable()


def medians(runs: int, **work: Callable[[], Any]) -> dict[str, float]:
    """Median time of each piece of work; one warm-up, then all in turn."""
    times: dict[str, list[float]] = {name: [] for name in work}
    for turn in range(runs + 1):
        for name, one in work.items():
            took = seconds(one)
            if turn:
                times[name].append(took)
    return {name: statistics.median(t) for name, t in times.items()}


def machine() -> dict[str, Any]:
    """What this ran on."""
    model = platform.processor() or platform.machine()
    cpuinfo = Path("/proc/cpuinfo")
    if cpuinfo.exists():
        lines = [ln for ln in cpuinfo.read_text().splitlines() if ln.startswith("model name")]
        model = lines[0].partition(":")[2].strip() if lines else model
    return {
        "cpu": model,
        "cores": os.cpu_count(),
        "system": f"{platform.system()} {platform.machine()}",
        "python": platform.python_version(),
    }


def versions(*packages: str) -> dict[str, str]:
    """Versions of doisoat and of these packages, of what is installed."""
    found = {}
    for name in ("doisoat", *packages):
        try:
            found[name] = metadata.version(name)
        except metadata.PackageNotFoundError:
            continue
    return found


def save(name: str, result: Mapping[str, Any], used: Mapping[str, str]) -> None:
    """Write bench/results/NAME-DATE.json: schema, date, machine, versions, the result."""
    now = datetime.now(UTC)
    head = {
        "schema": f"doisoat.{name}/1",
        "date": now.isoformat(timespec="seconds"),
        "machine": machine(),
        "versions": dict(used),
    }
    path = ROOT / "bench" / "results" / f"{name}-{now:%Y-%m-%d-%H%M}.json"
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(head | dict(result), ensure_ascii=False, indent=1) + "\n", "utf-8")
    print(f"written to {path.relative_to(ROOT)}")
