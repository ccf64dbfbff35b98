"""Numbers of things in English: 1 document, 2 documents."""

from __future__ import annotations


def counted(n: int, things: str) -> str:
    """A number with the plural that names what is counted, as a singular of one; Vietnamese words
    stay as they are."""
    if n == 1 and things.endswith("ies"):
        things = things.removesuffix("ies") + "y"
    return f"{n} {things.removesuffix('s') if n == 1 else things}"
