"""What an evaluation counts: tallies by kind, checks, and every single fault."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

KINDS = ("sections", "footnotes", "citations", "dates", "quantities")


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that went wrong: `problem` is missed, false, wrong <attribute>, …"""

    kind: str
    problem: str
    start: int
    end: int
    text: str
    detail: str = ""

    @property
    def key(self) -> str:
        """Names the fault across runs."""
        return f"{self.problem} {self.start}:{self.end} {self.text}"


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of one kind: required labels, those found, false hits; attributes of the found.

    `optional` counts labels a careful reader could argue about, found or not; they and the hits
    that overlap them count neither for nor against.
    """

    required: int = 0
    found: int = 0
    false: int = 0
    optional: int = 0
    attributes: dict[str, tuple[int, int]] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()

    @property
    def precision(self) -> float | None:
        """Share of the hits that stand in the labels; None without hits."""
        return _ratio(self.found, self.found + self.false)

    @property
    def recall(self) -> float | None:
        """Share of the required labels that were found; None without labels."""
        return _ratio(self.found, self.required)

    @property
    def f1(self) -> float | None:
        """2 x found / (required + hits)."""
        return _ratio(2 * self.found, self.required + self.found + self.false)

    @property
    def errors_per_1000(self) -> float | None:
        """Missed and false ones per 1,000 required labels."""
        return _ratio(1000 * (self.required - self.found + self.false), self.required)

    def __add__(self, other: Tally) -> Tally:
        attributes = dict(self.attributes)
        for name, (right, of) in other.attributes.items():
            old = attributes.get(name, (0, 0))
            attributes[name] = (old[0] + right, old[1] + of)
        return Tally(
            self.required + other.required,
            self.found + other.found,
            self.false + other.false,
            self.optional + other.optional,
            attributes,
            self.faults + other.faults,
        )


@dataclass(frozen=True, slots=True)
class CheckTally:
    """Announced relations: required, built, judged right; errors and false alarms."""

    required: int = 0
    built: int = 0
    right: int = 0
    errors: int = 0
    errors_found: int = 0
    false_alarms: int = 0
    optional: int = 0
    optional_built: int = 0
    unlabelled: int = 0
    faults: tuple[Fault, ...] = ()

    def __add__(self, other: CheckTally) -> CheckTally:
        names = [n for n in self.__slots__ if n != "faults"]
        counts = {n: getattr(self, n) + getattr(other, n) for n in names}
        return CheckTally(**counts, faults=self.faults + other.faults)


@dataclass(frozen=True, slots=True)
class Scores:
    """The scores of one document or of several added up."""

    name: str
    documents: int = 0
    tallies: dict[str, Tally] = field(default_factory=dict)
    checks: CheckTally = field(default_factory=CheckTally)

    def __add__(self, other: Scores) -> Scores:
        kinds = [k for k in KINDS if k in self.tallies or k in other.tallies]
        tallies = {k: self.tallies.get(k, Tally()) + other.tallies.get(k, Tally()) for k in kinds}
        return Scores(
            self.name, self.documents + other.documents, tallies, self.checks + other.checks
        )

    @property
    def faults(self) -> tuple[Fault, ...]:
        """Every fault, by kind, checks last."""
        found = [f for t in self.tallies.values() for f in t.faults]
        return (*found, *self.checks.faults)

    def as_dict(self) -> dict[str, Any]:
        """The scores as JSON values."""
        kinds = {}
        for kind, t in self.tallies.items():
            kinds[kind] = {
                "required": t.required,
                "found": t.found,
                "missed": t.required - t.found,
                "false": t.false,
                "optional": t.optional,
                "precision": _rounded(t.precision),
                "recall": _rounded(t.recall),
                "f1": _rounded(t.f1),
                "errors_per_1000": _rounded(t.errors_per_1000),
                "attributes": {
                    name: {"right": right, "of": of, "share": _rounded(_ratio(right, of))}
                    for name, (right, of) in t.attributes.items()
                },
            }
        checks = {n: getattr(self.checks, n) for n in self.checks.__slots__ if n != "faults"}
        return {
            "name": self.name,
            "documents": self.documents,
            "kinds": kinds,
            "checks": checks,
            "faults": [{"kind": f.kind, "key": f.key, "detail": f.detail} for f in self.faults],
        }


def total(scores: Iterable[Scores], name: str = "all") -> Scores:
    """The scores of several documents as one."""
    out = Scores(name)
    for one in scores:
        out = out + one
    return out


def _ratio(a: float, b: float) -> float | None:
    return a / b if b else None


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)
