"""The errors a caller can meet.

    DoisoatError
    ├── InputError      a file cannot be read (missing, empty, binary, too large, wrong encoding)
    ├── PatternError    a rule or word list is wrong (names the file and the rule)
    ├── LabelError      a label file for evaluation is wrong
    ├── OutputError     a result cannot be written
    ├── WorkerError     the processes of a run over many files cannot work
    └── ClusterError    the scheduler or the workers of a cluster cannot do a run

Faults of the *document* (a sum that does not add up, an impossible date) are never
exceptions: they are Findings.
"""

from __future__ import annotations


class DoisoatError(Exception):
    """Base of all errors of this package; its text is fit to show to a user.

    `str()` is the English text; `said("vi")` the Vietnamese one where there is one.
    """

    def __init__(self, message: str, vi: str | None = None) -> None:
        super().__init__(message)
        self._vi = vi

    def said(self, lang: str) -> str:
        """The message in the language asked for ("vi" or "en")."""
        return self._vi if lang == "vi" and self._vi else str(self)


class InputError(DoisoatError):
    """A document cannot be read; says which file, what is wrong and what to do."""


class PatternError(DoisoatError):
    """A rule or word list is wrong; says which file and which rule."""


class LabelError(DoisoatError):
    """A label file is wrong; says which file and which entry."""


class OutputError(DoisoatError):
    """A result cannot be written; says where and why."""


class WorkerError(DoisoatError):
    """The worker processes of a run cannot work; says why and what to do."""


class ClusterError(DoisoatError):
    """A cluster cannot do a run (no scheduler, no worker, other versions); says what to do."""
