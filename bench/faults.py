"""Kill runs over a corpus at random moments and look whether anything is lost, doubled or changed.

    python bench/faults.py [--documents 300] [--moments 20] [--seed 1] [--jobs 2]

A moment is a number of stored files (seeded) and a few milliseconds more, in the reading or in the
writing of the tables at the end; at it the run or one of its workers gets `kill -9`. A killed run
is started again. In the end the files beside the database must be those of a run that nobody
disturbed, byte for byte, the database whole, and no process may be left. Exit code 1 where not.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import psutil

ROOT = Path(__file__).parents[1]
SECONDS = 300  # for one run
LEFT_OUT = ("doisoat.db", ".doisoat-lock", "summary.json")
Run = subprocess.Popen[str]


def corpus(folder: Path, documents: int, seed: int) -> None:
    """Reports of corpus/, cut short and each made one of its own; one copy, one broken file."""
    chance = random.Random(seed)
    texts = [p.read_text("utf-8") for p in sorted((ROOT / "corpus").glob("*-*.txt"))]
    for n in range(documents):
        text = chance.choice(texts)
        body = text[: chance.randrange(1000, len(text))].rsplit("\n", 1)[0]
        path = folder / f"{n % 7}" / f"{n:05}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{body}\n\nToàn xã có {n} hộ, tăng 02 hộ.\n", encoding="utf-8")
    (folder / "copy.txt").write_bytes(path.read_bytes())
    (folder / "broken.txt").write_bytes(b"")


def start(folder: Path, out: Path, jobs: int = 2, *more: str) -> Run:
    """A run as a user starts it."""
    command = [sys.executable, "-m", "extract.cli", "run", str(folder), "--out", str(out)]
    return subprocess.Popen(
        [*command, "--jobs", str(jobs), "--lang", "en", *more],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1"},
    )


def stored(out: Path) -> int:
    """How many files the database under `out` holds; 0 where there is none yet."""
    try:
        uri = f"{(out / 'doisoat.db').as_uri()}?mode=ro"
        db = sqlite3.connect(uri, uri=True, timeout=5)
        try:
            return int(db.execute("SELECT count(*) FROM files").fetchone()[0])
        finally:
            db.close()
    except sqlite3.Error:
        return 0


def reaches(run: Run, out: Path, files: int) -> bool:
    """Wait until so many files are stored; False where the run has ended before."""
    until = time.monotonic() + SECONDS
    while stored(out) < files:
        if run.poll() is not None or time.monotonic() > until:
            return False
        time.sleep(0.01)
    return run.poll() is None


def workers(run: Run) -> list[psutil.Process]:
    """The processes that a run has started."""
    try:
        return list(psutil.Process(run.pid).children(recursive=True))
    except psutil.Error:
        return []


def left(processes: list[psutil.Process], seconds: float = 20) -> list[int]:
    """Those of the processes that do not end within some seconds."""
    _, alive = psutil.wait_procs(processes, seconds)
    return [p.pid for p in alive if p.status() != psutil.STATUS_ZOMBIE]


def exported(out: Path) -> dict[str, bytes]:
    """The files beside the database by name; of the summary all that is not about one run."""
    found = {
        p.relative_to(out).as_posix(): p.read_bytes()
        for p in sorted(out.rglob("*"))
        if p.is_file() and not p.name.startswith(LEFT_OUT)
    }
    summary = json.loads((out / "summary.json").read_text("utf-8"))
    del summary["run"]
    found["summary.json"] = json.dumps(summary).encode()
    return found


def whole(out: Path) -> bool:
    """True where the database is sound, its keys hold, and the search index fits it."""
    db = sqlite3.connect(out / "doisoat.db")
    (sound,) = db.execute("PRAGMA integrity_check").fetchone()
    loose = db.execute("PRAGMA foreign_key_check").fetchall()
    db.execute("INSERT INTO passages_search (passages_search, rank) VALUES ('integrity-check', 1)")
    db.close()
    return sound == "ok" and not loose


def disturb(
    folder: Path, out: Path, moments: int, seed: int, jobs: int, tell: Callable[[str], object]
) -> list[int]:
    """Runs over `folder`, killed at so many moments; the processes that were left behind."""
    chance = random.Random(seed)
    files = sum(p.is_file() for p in folder.rglob("*"))
    at = sorted(chance.choices(range(files + 1), k=moments - moments // 5))
    at += [files] * (moments // 5)  # in the writing of the tables
    behind: list[int] = []
    run = start(folder, out, jobs)
    for n, target in enumerate(at, 1):
        wait = chance.uniform(0, 0.03 if target < files else 0.3)
        kill_run = chance.random() < 0.5 or target == files
        if not reaches(run, out, target):
            run.communicate()
            run = start(folder, out, jobs)
            reaches(run, out, target)
        time.sleep(wait)
        processes = workers(run)
        had = stored(out)
        if kill_run:
            run.kill()
            run.communicate()
            behind += left(processes)
            run = start(folder, out, jobs)
        elif processes:
            victim = chance.choice(processes)
            with suppress(ProcessLookupError):
                os.kill(victim.pid, signal.SIGKILL)
        tell(f"{n:3}. {'run   ' if kill_run else 'worker'} killed with {had} of {files} files")
    run.communicate(timeout=SECONDS)
    return behind


def complete(folder: Path, out: Path, jobs: int = 2) -> str:
    """Run to the end, again where a worker was killed twice with one file; what it says."""
    said = ""
    for _ in range(2):
        said = start(folder, out, jobs).communicate(timeout=SECONDS)[0]
        if re.search(r"failures: 1 InputError;", said):
            break
    return said


def main() -> int:
    """Disturb runs and say what came of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=300)
    parser.add_argument("--moments", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2)
    o = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="faults-") as temporary:
        place = Path(temporary)
        corpus(place / "in", o.documents, o.seed)
        print(complete(place / "in", place / "calm", o.jobs))
        behind = disturb(place / "in", place / "out", o.moments, o.seed, o.jobs, print)
        print(complete(place / "in", place / "out", o.jobs))
        calm, out = exported(place / "calm"), exported(place / "out")
        differ = sorted(n for n in calm.keys() | out.keys() if calm.get(n) != out.get(n))
        print(f"{len(calm)} files, of them differ: {len(differ)} {differ[:10]}")
        print(f"database whole: {whole(place / 'out')}; processes left behind: {len(behind)}")
        return 1 if differ or behind or not whole(place / "out") else 0


if __name__ == "__main__":
    sys.exit(main())
