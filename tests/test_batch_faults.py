"""What befalls whole runs: kill -9, Ctrl-C, a full or read-only disk; a rerun makes it good."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import faults

DOCUMENTS = 16
posix = pytest.mark.skipif(os.name != "posix", reason="signals as on POSIX systems")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small corpus with a copy and a file that cannot be read."""
    folder = tmp_path_factory.mktemp("in")
    faults.corpus(folder, DOCUMENTS, seed=3)
    return folder


@pytest.fixture(scope="module")
def calm(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What a run over it leaves that nobody disturbs."""
    out = tmp_path_factory.mktemp("calm")
    process = faults.start(folder, out)
    said, complaints = process.communicate(timeout=faults.SECONDS)
    assert process.returncode == 1 and re.search(
        r"failures: 1 InputError;.*exit code 1", said, re.S
    )
    told = f"doisoat: {folder / 'broken.txt'}: the file is empty; check the original\n"
    assert complaints == told
    return faults.exported(out)


@posix
def test_killed_at_random_moments(folder: Path, calm: dict[str, bytes], tmp_path: Path) -> None:
    told: list[str] = []
    behind = faults.disturb(folder, tmp_path, moments=4, seed=7, jobs=2, tell=told.append)
    assert sum("run    killed" in line for line in told) >= 2
    assert any("worker killed" in line for line in told)
    faults.complete(folder, tmp_path)
    assert faults.exported(tmp_path) == calm
    assert faults.whole(tmp_path) and behind == []


@posix
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_stopped_by_a_signal(
    folder: Path, calm: dict[str, bytes], tmp_path: Path, number: signal.Signals
) -> None:
    run = faults.start(folder, tmp_path, 1)
    assert faults.reaches(run, tmp_path, 3)
    processes = faults.workers(run)
    run.send_signal(number)
    out, err = run.communicate(timeout=60)
    assert run.returncode == 130 and "exit code 130" in out
    done = re.search(
        rf"stopped after (\d+) of {DOCUMENTS + 2} files; .* the same command goes", err
    )
    assert done is not None and 3 <= int(done[1]) == faults.stored(tmp_path) < DOCUMENTS
    assert "Traceback" not in err and faults.left(processes) == []
    assert faults.complete(folder, tmp_path, 1).startswith(f"{DOCUMENTS} documents, 1 failure,")
    assert faults.exported(tmp_path) == calm


@posix
def test_a_second_run_on_the_same_folder(folder: Path, tmp_path: Path) -> None:
    run = faults.start(folder, tmp_path, 1)
    try:
        assert faults.reaches(run, tmp_path, 1)
        run.send_signal(signal.SIGSTOP)
        second = faults.start(folder, tmp_path, 1)
        _, err = second.communicate(timeout=60)
        assert second.returncode == 2
        assert err.startswith(f"doisoat: {tmp_path}: another run is writing there; wait until")
    finally:
        run.kill()
        run.communicate()


Disk = Callable[[str], Path]


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    """Mounts a small file system with the options given, again with others where it is there."""
    place = tmp_path / "disk"
    place.mkdir()
    if not sys.platform.startswith("linux") or os.geteuid() != 0:
        pytest.skip("a small tmpfs can be mounted by root on Linux only")

    def mount(options: str) -> Path:
        again = ["-o", f"remount,{options}"] if place.is_mount() else ["-o", options]
        command = ["mount", "-t", "tmpfs", *again, "doisoat-test", str(place)]
        if subprocess.run(command, capture_output=True).returncode:
            pytest.skip("a small tmpfs cannot be mounted here")
        return place

    yield mount
    if place.is_mount():
        subprocess.run(["umount", str(place)], check=True)


@pytest.mark.parametrize("size", ["16k", "600k", "2300k"])
def test_a_full_disk(folder: Path, calm: dict[str, bytes], disk: Disk, size: str) -> None:
    out = disk(f"size={size}") / "out"
    run = faults.start(folder, out)
    _, err = run.communicate(timeout=faults.SECONDS)
    assert run.returncode == 2
    assert re.match(r"doisoat: \S+: cannot be written.*(full|No space|disk I/O)", err), err
    assert err.count("\n") == 1
    disk("size=60m")
    faults.complete(folder, out)
    assert faults.exported(out) == calm and faults.whole(out)


def test_a_read_only_disk(folder: Path, calm: dict[str, bytes], disk: Disk) -> None:
    out = disk("size=60m") / "out"
    faults.complete(folder, out)
    disk("ro,size=60m")
    run = faults.start(folder, out)
    _, err = run.communicate(timeout=60)
    assert run.returncode == 2 and err.count("\n") == 1
    assert re.match(rf"doisoat: {out}\S*: cannot be written", err), err
    assert faults.exported(out) == calm


def test_a_read_only_folder(folder: Path, tmp_path: Path) -> None:
    if os.name != "posix" or os.geteuid() == 0:
        pytest.skip("root may write everywhere; Windows has other rights")
    tmp_path.chmod(0o500)
    run = faults.start(folder, tmp_path / "out")
    _, err = run.communicate(timeout=60)
    tmp_path.chmod(0o700)
    assert run.returncode == 2 and "cannot be written (Permission denied)" in err
