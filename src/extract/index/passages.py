"""What the passages of a document say around its mentions: acts, and the places cited at once."""

from __future__ import annotations

from collections.abc import Iterator

from extract.index import acts
from extract.index.facts import Home, Mention
from extract.index.pins import pins


def pinpoints_of(
    mentions: list[Mention], passages: dict[int, str]
) -> Iterator[tuple[int, int, int, str, str | None, str | None]]:
    """The rows of `pinpoints` but for the identity."""
    groups: dict[int, list[Mention]] = {}
    for m in mentions:
        if m.passage is not None:
            groups.setdefault(m.passage, []).append(m)
    for ident, group in groups.items():
        if not any(m.article for m in group):
            continue
        text = acts.squeeze(passages.get(ident, ""))
        spans = acts.places(text, [acts.squeeze(m.text) for m in group])
        for m, span in zip(group, spans, strict=True):
            if m.article is None:
                continue
            found = pins(text[: span[0]]) if span is not None else []
            said = (m.article, m.clause, m.point)
            for n, pin in enumerate(found if said in found else [said, *found]):
                yield m.document, m.ordinal, n, *pin


def acts_of(
    home: Home, mentions: list[Mention], passages: list[tuple[int, int, str]]
) -> Iterator[tuple[acts.Act, int]]:
    """The acts that a document's passages tell of, with positions in `mentions`."""
    acting = acts.can_act(home.type)
    by_passage: dict[int, list[int]] = {}
    for n, m in enumerate(mentions):
        if m.passage is not None:
            by_passage.setdefault(m.passage, []).append(n)
    listed: dict[int, str] = {}
    if acting and any(text.rstrip(" *").endswith(":") for _, _, text in passages):
        listed = acts.lists_of_ended([(o, acts.squeeze(text)) for o, _, text in passages])
    for ordinal, ident, text in passages:
        group = by_passage.get(ident)
        if group is None or not (ordinal in listed or acts.may_act(text)):
            continue
        passage = acts.squeeze(text)
        spans = acts.places(passage, [acts.squeeze(mentions[n].text) for n in group])
        found = acts.acts_in(passage, spans, acting)
        if ordinal in listed and (act := acts.item_act(passage, spans, listed[ordinal])):
            found = [act, *(a for a in found if a.target != act.target)]
        for a in found:
            actor = group[a.actor] if a.actor >= 0 else a.actor
            yield acts.Act(actor, a.verb, group[a.target], a.partial, a.rule), ident
