"""Many terms -> one group of a regular expression."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import regex

from extract.values.text import fold


def alternation(terms: Iterable[str]) -> str:
    """A group that matches any of the terms, the longest first, with common beginnings shared
    (a tree of letters: `regex` tries the branches of a plain alternation one by one)."""
    tree: dict[str, Any] = {}
    for term in {spelt for t in terms for spelt in _spellings(fold(t))}:
        node = tree
        for ch in term:
            node = node.setdefault(ch, {})
        node[""] = {}
    return _branch(tree)


def _spellings(term: str) -> set[str]:
    """A term, and with the blanks beside its dashes left out: "bà rịa- vũng tàu"."""
    return {dash.join(term.split(" - ")) for dash in (" - ", "- ", " -", "-")}


def _branch(node: dict[str, Any]) -> str:
    """The regex of a tree of letters; "" marks where a term may end."""
    branches = []
    for ch in sorted(k for k in node if k):
        text, below = regex.escape(ch, literal_spaces=True), node[ch]
        while len(below) == 1 and "" not in below:
            ((nxt, below),) = below.items()
            text += regex.escape(nxt, literal_spaces=True)
        branches.append(text + _branch(below) if set(below) - {""} else text)
    group = "(?:" + "|".join(branches) + ")"
    return group + "?" if "" in node else group
