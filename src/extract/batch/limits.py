"""What a task of a worker may take, and how a task ends that has no answer."""

from __future__ import annotations

import signal
from dataclasses import dataclass
from typing import Literal

Reason = Literal["Timeout", "MemoryLimit", "Crash"]


@dataclass(frozen=True, slots=True)
class Limits:
    """What a task may take, and after how many tasks a worker is replaced."""

    seconds: float = 600.0
    memory: int = 2 << 30  # bytes
    tasks: int = 2000


@dataclass(frozen=True, slots=True)
class Ended:
    """The outcome of a task that has no answer: why, in English and Vietnamese."""

    reason: Reason
    en: str
    vi: str

    def said(self, lang: str) -> str:
        """The reason in the language asked for ("vi" or "en")."""
        return self.vi if lang == "vi" else self.en


def timeout(seconds: float) -> Ended:
    """The outcome of a task that took more than `seconds`."""
    return Ended(
        "Timeout",
        f"not done in {seconds:g} s; a higher --timeout may help",
        f"chưa xong sau {seconds:g} giây; có thể tăng --timeout",
    )


def memory_limit(most: int) -> Ended:
    """The outcome of a task that took more than `most` bytes."""
    size = f"{most / (1 << 30):.3g} GB"
    return Ended(
        "MemoryLimit",
        f"needs more than {size} of memory; a higher --memory may help",
        f"cần hơn {size} bộ nhớ; có thể tăng --memory",
    )


def crash(code: int | None) -> Ended:
    """The outcome of a task whose worker ended with this exit code (negative: by a signal)."""
    if code is None:
        how = "?"
    elif code < 0:
        try:
            how = signal.Signals(-code).name
        except ValueError:
            how = f"signal {-code}"
    else:
        how = hex(code) if code > 0xFFFF else str(code)  # Windows: 0xc0000005
    return Ended(
        "Crash",
        f"the process that read it broke down ({how}); the file may be damaged",
        f"tiến trình đọc tệp bị dừng đột ngột ({how}); tệp có thể bị hỏng",
    )


def fault(error: BaseException) -> Ended:
    """The outcome of a task whose work raised what it should not."""
    return Ended("Crash", f"internal error: {error!r}", f"lỗi nội bộ: {error!r}")
