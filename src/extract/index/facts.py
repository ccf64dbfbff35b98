"""What one mention says of which document it means: its number and the slots that complete it.

Identity = number + issuing body (place) + year. A number needs other slots by what it is: none
(107/2020/NĐ-CP), the term of the Party's committee (18-NQ/TW), the year (985/QĐ-TTg), the place
(23/2023/NQ-HĐND), year and place (543/QĐ-UBND). A law known by name needs the year.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from extract.find.citations.resolve import UNNAMED, place_in
from extract.index.lists import law_types, shared_districts
from extract.rules.wording import wording
from extract.values import identity, terms
from extract.values.dates import year_of
from extract.values.text import fold

_NATIONAL = wording("facts.national")
_ASSEMBLY = wording("facts.assembly")
_RULES = (
    "stated short-form alias own-place same-document basis own-act only-place issuer-named "
    "law-number only-candidate"
).split()
STRENGTH = {rule: n for n, rule in enumerate(_RULES)}


class Mention(NamedTuple):
    """A citation as the store has it."""

    document: int
    ordinal: int
    id: str
    text: str
    form: str
    type: str | None
    number: str | None
    date: str | None
    issuer: str | None
    title: str | None
    article: str | None
    clause: str | None
    point: str | None
    relation: str
    key: str | None
    resolves_to: str | None
    passage: int | None


class Home(NamedTuple):
    """The citing document: what it says of itself."""

    id: int
    sha256: str
    type: str | None
    number: str | None
    issuer: str | None
    place: str | None
    date: str | None


class Proof(NamedTuple):
    """What a slot's value rests on."""

    rule: str
    ordinal: int | None = None  # of the mention it rests on, in the same document if none is given
    document: int | None = None
    passage: int | None = None


@dataclass(slots=True)
class Fact:
    """The identity a mention points to, as far as it is known: `slots` maps need -> value."""

    base: str
    kind: str
    number: str | None
    slots: dict[str, str | None]
    proofs: dict[str, Proof] = field(default_factory=dict)

    @property
    def missing(self) -> list[str]:
        """The slots that are not known."""
        return [s for s, v in self.slots.items() if v is None]

    @property
    def key(self) -> str | None:
        """The key of the identity, None while a slot is missing."""
        parts = [self.base]
        for slot, value in self.slots.items():
            if value is None:
                return None
            parts.append(f"khoa-{value.lower()}" if slot == "term" else value)
        return "_".join(parts)

    @property
    def rule(self) -> str:
        """The weakest rule that the known slots rest on."""
        rules = [p.rule for p in self.proofs.values()]
        return max(rules, key=STRENGTH.__getitem__, default="stated")

    def fill(self, slot: str, value: str, proof: Proof) -> None:
        """Give a missing slot its value."""
        self.slots[slot] = value
        self.proofs[slot] = proof


def needs(parsed: identity.Number) -> tuple[str, ...]:
    """The slots a number needs beside itself, in the order of the key."""
    if parsed.by_term:
        return ("term",)
    if parsed.national:
        whole = parsed.year or _ASSEMBLY.search(parsed.issuer or "")
        return () if whole else ("year",)
    return ("place",) if parsed.year else ("year", "place")


def number_fact(m: Mention) -> Fact | None:
    """What a numbered mention says by itself; None for a short form or a name."""
    parsed = identity.parse(m.number) if m.number else None
    if m.number is None or parsed is None or not parsed.complete:
        return None
    number = identity.canonical(m.number)
    slots: dict[str, str | None] = {}
    proofs: dict[str, Proof] = {}
    for slot in needs(parsed):
        value: str | None
        if slot == "year":
            year = year_of(m.date)
            value = str(year) if year else None
        elif slot == "term":
            value = terms.term_of(m.date) or terms.term_named(m.issuer)
        else:
            place = place_in(m.issuer)
            value = identity.slug(place) if place else None
            if value is None and m.issuer and _NATIONAL.search(fold(m.issuer)):
                slot, value = "body", identity.slug(m.issuer)
                proofs[slot] = Proof("issuer-named")
        slots[slot] = value
    return Fact(identity.slug(number), "number", number, slots, proofs)


def is_shared(place: str, level: str | None) -> bool:
    """True where the name of a place below the province does not tell which province's it is."""
    return level == "commune" or (level in ("district", None) and place in shared_districts())


def law_fact(m: Mention) -> Fact | None:
    """What a mention by name says (Luật Đất đai năm 2024); None where it has no name."""
    if m.number is not None or m.form == "alias":
        return None
    if fold(m.type or "") not in law_types():
        return Fact(m.key, "session", None, {}) if m.key and m.title else None
    base = law_base(m.type, m.title)
    if base is None or fold(m.title or "") in UNNAMED:
        return None
    year = year_of(m.date)
    return Fact(base, "law", None, {"year": str(year) if year else None})


def law_base(kind: str | None, title: str | None) -> str | None:
    """The key of a law's name without the year, None where there is no name."""
    if kind == "Hiến pháp":
        return identity.law_key(kind, "", None)
    return identity.law_key(kind, title, None) if kind and title else None


INSERT_EVIDENCE = f"INSERT OR REPLACE INTO evidence VALUES ({', '.join('?' * 8)})"


def evidence_rows(m: Mention, f: Fact) -> list[tuple[object, ...]]:
    """The rows of `evidence` of a mention."""
    return [
        (m.document, m.ordinal, slot, p.rule, f.slots.get(slot) or f.key or f.base,
         (p.document or m.document) if p.ordinal is not None else None, p.ordinal, p.passage)
        for slot, p in f.proofs.items()
    ]  # fmt: skip
