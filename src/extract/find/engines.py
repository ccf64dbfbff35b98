"""A rulebook made ready: the engines that look for its rules, made once for each rulebook."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from extract.find.binding.comparable import Comparable
from extract.rules.book import Rulebook
from extract.rules.engine import Engine

TEXT_KINDS = ("structure", "citation", "date", "claim", "flow")


@dataclass(frozen=True)
class Engines:
    """A rulebook made ready: engines for the text, for the numbers left in it, for the skeleton."""

    book: Rulebook
    text: Engine
    numbers: Engine
    skeleton: Engine
    same: Comparable


@lru_cache(maxsize=4)
def engines(book: Rulebook) -> Engines:
    """The engines of a rulebook, made once."""
    return Engines(
        book,
        Engine(book, TEXT_KINDS),
        Engine(book, ("quantity",)),
        Engine(book, ("relation",), overlapping=True, sentences=True),
        Comparable(book),
    )
