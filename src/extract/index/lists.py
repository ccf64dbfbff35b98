"""Word lists in the form that the index asks them in."""

from __future__ import annotations

from functools import cache

from extract.rules.wording import pairs, terms
from extract.values import identity
from extract.values.text import fold


@cache
def lawgivers() -> dict[str, str]:
    """Who gives the laws that are cited by name, by the first word of their key."""
    return {identity.slug(t).split("-", 1)[0]: body for t, body in pairs("noi_lam_luat").items()}


@cache
def law_types() -> frozenset[str]:
    """The types, folded, of documents that are cited by name alone."""
    return frozenset(map(fold, pairs("noi_lam_luat")))


@cache
def shared_districts() -> frozenset[str]:
    """The slugs of districts that more than one province has."""
    return frozenset(map(identity.slug, terms("huyen_trung_ten")))
