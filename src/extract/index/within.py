"""The identities of one document's mentions, as far as that document alone tells them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from extract.find.citations.provinces import only_province, provinces_in
from extract.find.citations.resolve import level_of, local_place
from extract.index.facts import Fact, Home, Mention, Proof, is_shared, law_fact, number_fact
from extract.model import Metadata
from extract.rules.wording import written
from extract.values import identity
from extract.values.text import fold

Passage = tuple[int, str]  # id, text

_TELLING = ("stated", "own-place")  # what another mention's slot may rest on


def facts_of(
    home: Home, mentions: Sequence[Mention], passages: Sequence[Passage], inner: frozenset[str]
) -> list[Fact | None]:
    """What each mention of a document points to; slots that the document leaves open stay None.

    `passages` are the document's, in order; `inner` are the ids of mentions that stand in the
    title of another document ("Nghị định 115 quy định chi tiết Luật …").
    """
    facts = [number_fact(m) or law_fact(m) for m in mentions]
    at = {m.id: n for n, m in enumerate(mentions)}
    by_base: dict[str, list[int]] = {}
    for n, f in enumerate(facts):
        if f is not None:
            by_base.setdefault(f.base, []).append(n)
    for n in sorted(range(len(mentions)), key=lambda n: (mentions[n].issuer is None, n)):
        m, f = mentions[n], facts[n]
        if f is None:
            continue
        if f.kind == "law" and m.key is not None and not m.key.startswith(f.base):
            facts[n] = _numbered_law(m, mentions, facts)
        elif m.key is not None and not (m.id in inner and m.number is None):
            _from_key(f, m, home, mentions, facts, by_base, passages)
    for base, group in by_base.items():
        _same_term(mentions, facts, group)
        if facts[group[0]] is not None and base.startswith(("luat-", "bo-luat-", "phap-lenh-")):
            _basis(mentions, facts, group, dict(passages), inner)
    _only_place(home, mentions, facts, passages)
    _qualify(home, mentions, facts, passages)
    for n, m in enumerate(mentions):
        target = at.get(m.resolves_to) if m.resolves_to else None
        if m.id in inner and m.number is None:  # the law of the other document's day
            continue
        if target is not None and (f := facts[target]) is not None:
            rule = "alias" if m.form == "alias" else "short-form"
            proofs = {**f.proofs, "name": Proof(rule, mentions[target].ordinal)}
            facts[n] = Fact(f.base, f.kind, f.number, dict(f.slots), proofs)
    return facts


def _numbered_law(
    m: Mention, mentions: Sequence[Mention], facts: Sequence[Fact | None]
) -> Fact | None:
    """A law cited by name and year whose number stands beside the same name elsewhere."""
    for other, f in zip(mentions, facts, strict=True):
        if f is not None and f.kind == "number" and f.key == m.key and other.title:
            return Fact(
                f.base, "number", f.number, {}, {"name": Proof("same-document", other.ordinal)}
            )
    return None


def _from_key(
    f: Fact,
    m: Mention,
    home: Home,
    mentions: Sequence[Mention],
    facts: Sequence[Fact | None],
    by_base: dict[str, list[int]],
    passages: Sequence[Passage],
) -> None:
    """Fill the slots that the key of the document's own resolution knows, with what shows them."""
    values = (m.key or "")[len(f.base) + 1 :].split("_")
    slots = [s for s in f.slots if s != "term"]
    if len(values) != len(slots) or not values[0]:
        return
    for slot, value in zip(slots, values, strict=True):
        if f.slots[slot] is not None:
            continue
        if slot == "place" and home.place and identity.slug(home.place) in value and m.issuer:
            f.fill(slot, value, Proof("own-place"))
            continue
        basis = None
        for i in by_base[f.base]:
            g = facts[i]
            told = g is not None and g.proofs.get(slot, Proof("stated")).rule in _TELLING
            if told and g is not None and g.slots.get(slot) == value:
                basis = mentions[i].ordinal
                break
        if basis is not None or slot != "place":
            f.fill(slot, value, Proof("same-document", basis))
        elif home.place and identity.slug(home.place) in value:
            f.fill(slot, value, Proof("own-place"))
        else:
            only = only_province(fold(text) for _, text in passages)
            passage = passages[only[1]][0] if only is not None else None
            f.fill(slot, value, Proof("only-place", passage=passage))


def _same_term(
    mentions: Sequence[Mention], facts: Sequence[Fact | None], group: Sequence[int]
) -> None:
    """The term of a Party number from the other mentions of it, where they all say one."""
    said: dict[str, int] = {}
    for n in group:
        f = facts[n]
        if f is None or "term" not in f.slots:
            return
        if (term := f.slots["term"]) is not None:
            said.setdefault(term, mentions[n].ordinal)
    if len(said) != 1:
        return
    (term, basis), *_ = said.items()
    for n in group:
        f = facts[n]
        if f is not None and f.slots["term"] is None:
            f.fill("term", term, Proof("same-document", basis))


def _basis(
    mentions: Sequence[Mention],
    facts: list[Fact | None],
    group: Sequence[int],
    passages: dict[int, str],
    inner: frozenset[str],
) -> None:
    """A law named without its year is the one of that name the document is based on (Căn cứ …).

    Not so in the title of another document, which speaks of the law of its own day.
    """
    bases: dict[str, int] = {}
    name = facts[group[0]]
    for n, m in enumerate(mentions):
        f = facts[n]
        if f is None or m.relation != "based_on" or m.passage is None or f.key is None:
            continue
        own = law_fact(m) if m.number is None else law_fact(m._replace(number=None, key=None))
        if own is None or name is None or own.base != name.base:
            continue
        if fold(passages.get(m.passage, "")).lstrip(" *-_").startswith("căn cứ"):
            bases.setdefault(f.key, n)
    if len(bases) != 1:
        return
    (basis,) = bases.values()
    known = facts[basis]
    for n in group:
        f = facts[n]
        if f is None or known is None or mentions[n].id in inner or not f.missing:
            continue
        proof = Proof("basis", mentions[basis].ordinal)
        facts[n] = Fact(known.base, known.kind, known.number, dict(known.slots), {"name": proof})


def _only_place(
    home: Home,
    mentions: Sequence[Mention],
    facts: Sequence[Fact | None],
    passages: Sequence[Passage],
) -> None:
    """The place of a province's documents in one whose head names none, from the only province
    that its whole text names."""
    if home.place is not None:
        return
    open_ = [n for n, f in enumerate(facts) if f is not None and f.slots.get("place", "") is None]
    if not open_:
        return
    found = only_province(fold(text) for _, text in passages)
    if found is None:
        return
    name, passage = found[0], passages[found[1]][0]
    head = Metadata(home.type, home.number, home.issuer, name, home.date)
    for n in open_:
        f, m = facts[n], mentions[n]
        parsed = identity.parse(m.number) if m.number else None
        if f is None or parsed is None:
            continue
        place = local_place(m.issuer, parsed, head)
        if place is not None:
            f.fill("place", identity.slug(place), Proof("only-place", passage=passage))
    for n in open_:  # and the mentions of the same number and year that name no issuer
        f, m = facts[n], mentions[n]
        if f is None or f.slots["place"] is not None or m.issuer:
            continue
        same = [
            (g.slots["place"], mentions[i].ordinal)
            for i in open_
            if (g := facts[i]) is not None and g.base == f.base and g.slots["place"]
        ]
        if same:
            f.fill("place", str(same[0][0]), Proof("same-document", same[0][1]))
    for n in open_:  # the year that only the others of the number say
        f = facts[n]
        if f is None or f.slots.get("year", "") is not None:
            continue
        years = {
            g.slots["year"]: mentions[i].ordinal
            for i in reversed(open_)
            if (g := facts[i]) is not None and g.base == f.base and g.slots.get("year")
        }
        if len(years) == 1:
            ((year, basis),) = years.items()
            f.fill("year", str(year), Proof("same-document", basis))


def _qualify(
    home: Home,
    mentions: Sequence[Mention],
    facts: Sequence[Fact | None],
    passages: Sequence[Passage],
) -> None:
    """Places whose name several provinces have are told by the province too: the one the issuer's
    words or the document's head name, or the only one that its text names; else it is open."""
    for m, f in zip(mentions, facts, strict=True):
        place = f.slots.get("place") if f is not None else None
        level = level_of(m.issuer) or level_of(home.issuer)
        if f is None or place is None or not is_shared(place, level) or place in _slugs():
            continue
        add_province(f, (m.issuer, home.issuer, home.place), passages)


def add_province(f: Fact, words: Sequence[str | None], passages: Sequence[Passage]) -> None:
    """Add the slot `province` to a fact, filled from the first of `words` that names one."""
    f.slots["province"] = None
    for text in words:
        found = provinces_in(fold(text)) if text else set()
        if len(found) == 1:
            f.fill("province", identity.slug(found.pop()), Proof("own-place"))
            return
    only = only_province(fold(text) for _, text in passages)
    if only is not None:
        name, passage = only[0], passages[only[1]][0]
        f.fill("province", identity.slug(name), Proof("only-place", passage=passage))


@lru_cache(maxsize=1)
def _slugs() -> frozenset[str]:
    return frozenset(identity.slug(name) for name in written("tinh_thanh"))
