"""An edit: what a stretch of a text is to be read as."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Edit:
    """text[start:end] reads `put`; `call` is a footnote marker taken out here (its place in
    the text is `call_start`..`call_end`), None for other edits."""

    start: int
    end: int
    put: str
    call: str | None = None
    call_start: int = 0
    call_end: int = 0
