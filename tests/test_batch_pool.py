"""The processes of a batch: answers, crashes, hangs, memory, what they leave behind."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from clusters import alive
from extract.batch import pool as processes
from extract.batch import work
from extract.batch.limits import Ended, Limits
from extract.batch.pool import Pool
from extract.errors import WorkerError
from poison import bad_start, dies_at_start, double

LIMITS = Limits(seconds=3, memory=700 << 20)
Outcomes = dict[str, tuple[str, int]]


def outcomes(tasks: list[str], jobs: int = 2, limits: Limits = LIMITS) -> Outcomes:
    """The answer or the reason, and the number of attempts, of each task."""
    with Pool(double, jobs, limits) as pool:
        return {d.task: (told(d.outcome), d.attempts) for d in pool.run(tasks)}


def told(outcome: str | Ended) -> str:
    """The answer or the reason."""
    return outcome.reason if isinstance(outcome, Ended) else outcome


def test_every_task_is_answered_once() -> None:
    tasks = [f"{n} " for n in range(300)]
    with Pool(double, 3, LIMITS) as pool:
        done = list(pool.run(tasks))
    assert sorted(d.task for d in done) == sorted(tasks)
    assert all((d.outcome, d.attempts) == (d.task * 2, 1) for d in done)


def test_nothing_to_do_starts_nothing() -> None:
    with Pool(double, 3) as pool:
        assert list(pool.run([])) == [] and pool.pids() == []


def test_workers_started_before_the_tasks_come() -> None:
    with Pool(double, 3, LIMITS) as pool:
        pool.start(2)
        pids = pool.pids()
        assert len(pids) == 2
        assert {told(d.outcome) for d in pool.run(["pid1", "pid2"])} <= set(map(str, pids))
        assert pool.pids() == pids


@pytest.mark.parametrize(
    ("poison", "reason"),
    [
        ("crash", "Crash"),
        ("silent", "Crash"),
        ("segfault", "Crash"),
        ("raise", "Crash"),
        ("hang", "Timeout"),
        ("eat", "MemoryLimit"),
        ("refused", "MemoryLimit"),
    ],
)
def test_poison_harms_itself_alone(poison: str, reason: str) -> None:
    tasks = [*"abc", poison, *"defgh"]
    patient = Limits(3 if poison == "hang" else 60, LIMITS.memory)  # a busy machine eats slowly
    found = outcomes(tasks, limits=patient)
    assert found.pop(poison) == (reason, 2)
    assert found == {t: (t * 2, 1) for t in tasks if t != poison}


def test_the_retry_may_succeed(tmp_path: Path) -> None:
    task = f"once:{tmp_path / 'mark'}"
    assert outcomes([task]) == {task: (task * 2, 2)}


def test_what_waits_behind_poison_is_not_to_blame() -> None:
    found = outcomes([*map(str, range(40)), "crash", *"ab", "silent", *"cd"], jobs=1)
    assert [t for t, (_, attempts) in found.items() if attempts > 1] == ["crash", "silent"]


def test_workers_are_replaced() -> None:
    with Pool(double, 1, Limits(tasks=3)) as pool:
        pids = [told(d.outcome) for d in pool.run([f"pid{n}" for n in range(8)])]
    assert sorted(pids.count(p) for p in set(pids)) == [2, 3, 3]


def test_no_process_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("POISON_PIDS", str(tmp_path / "pids"))
    with Pool(double, 2, LIMITS) as pool:
        outcomes = {d.task: told(d.outcome) for d in pool.run(["child", "a"])}
        pids = pool.pids()
    assert outcomes == {"child": "Crash", "a": "aa"}
    left = [*pids, int((tmp_path / "pids").read_text("utf-8"))]
    assert not [p for p in left if alive(p)]


def test_stop() -> None:
    with Pool(double, 2, LIMITS) as pool:
        done = 0
        for _ in pool.run(f"slow{n}" for n in range(1000)):
            done += 1
            if done == 3:
                pool.stop()
    assert done == 3 and pool.pids() == []


def test_few_tasks_are_taken_ahead() -> None:
    taken = []

    def tasks() -> Iterator[str | None]:
        for n in range(50):
            taken.append(n)
            yield None if n % 2 else f"slow{n}"

    with Pool(double, 2, LIMITS) as pool:
        ahead = [len(taken) - 2 * n for n, _ in enumerate(pool.run(tasks()))]
    assert len(ahead) == 25 and max(ahead) <= 12


def test_a_task_may_be_added() -> None:
    with Pool(double, 2, LIMITS) as pool:
        found = []
        for done in pool.run(["a"]):
            found.append(done.task)
            if done.task == "a":
                pool.add("b")
    assert found == ["a", "b"]


def test_errors_at_the_start() -> None:
    with Pool(double, 2, LIMITS, bad_start) as pool, pytest.raises(ValueError, match="no rules"):
        list(pool.run(["a"]))
    with Pool(double, 2, LIMITS, dies_at_start) as pool, pytest.raises(WorkerError, match="memory"):
        list(pool.run(["a"]))


@pytest.mark.skipif(os.name != "posix", reason="kill -9 is of POSIX systems")
def test_killed_in_the_middle_of_answers() -> None:
    chance = random.Random(5)
    tasks = [f"big{n}" for n in range(120)]
    moments = set(chance.sample(range(100), 10))
    done = []
    with Pool(double, 2, LIMITS) as pool:
        for n, one in enumerate(pool.run(tasks)):  # meanwhile the workers fill their pipes
            done.append(one)
            if n in moments:
                time.sleep(0.05)
                os.kill(chance.choice(pool.pids()), signal.SIGKILL)
    assert sorted(d.task for d in done) == sorted(tasks)
    answered = [d for d in done if not isinstance(d.outcome, Ended)]
    assert len(answered) >= 115 and all(len(told(d.outcome)) == 3_000_000 for d in answered)


def test_memory_that_c_code_did_not_get_is_no_fault_of_the_program(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refused(*given: object, **more: object) -> None:
        raise SystemError("error return without exception set")

    monkeypatch.setattr(work, "read_bytes", refused)
    with pytest.raises(SystemError):
        work.read(b"x", "a.txt", work.Options())


@pytest.mark.skipif(os.name != "posix", reason="where a process that has ended stays in the list")
def test_a_process_that_has_ended_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    ended = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    slept: list[float] = []
    sleep = time.sleep
    monkeypatch.setattr(time, "sleep", lambda seconds: (slept.append(seconds), sleep(seconds)))
    processes._kill([psutil.Process(ended.pid)])
    assert psutil.pid_exists(ended.pid), "nobody has asked for its exit code"
    assert sum(slept) < 1
    assert ended.wait() == -signal.SIGKILL
