"""Names that a text defines for documents: "(sau đây gọi tắt là Đề án sắp xếp)", and their uses."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from extract.find.citations.citation_drafts import Draft, type_name
from extract.find.citations.context import Context
from extract.rules.engine import Hit, Text
from extract.rules.wording import wording

_COUNTED = wording("citations.counted")
_ALIAS_REACH = 600  # how far after a document its short name may be given


def follow_aliases(text: Text, hits: Sequence[Hit], drafts: list[Draft], context: Context) -> None:
    """Follow the names that the text defines: each later use is a mention of form "alias"."""
    defined: set[str] = set()
    for hit in hits:
        name = text.plain[hit.start : hit.end]
        if name in defined:
            continue
        defined.add(name)
        before = [d for d in drafts[: _first_after(drafts, hit.start)] if d.form == "full"]
        owner = before[-1] if before and hit.start - before[-1].ve < _ALIAS_REACH else None
        if owner is None or "\n" in text.view[owner.ve : hit.start]:
            continue
        taken = {d.vs: d for d in drafts}
        covered = sorted((d.vs, d.ve) for d in drafts)
        for at in _uses(text.plain, name, hit.start):
            end = at + len(name)
            known = taken.get(at)
            if known is not None and known.form == "short" and known.ve <= end:
                known.form, known.owner, known.ve = "alias", owner, end
            elif known is None and _alias_use(text, at, end, covered, context):
                new = Draft(at, end, type_name(hit.group("type")), None, "alias", hit.rule.id)
                new.form, new.owner = "alias", owner
                new.relation = context.act(text, 0, at, end) or "cites"
                drafts.append(new)
    drafts.sort(key=lambda d: d.vs)


def _uses(plain: str, name: str, since: int) -> list[int]:
    """Where a defined name stands from `since` on, its first letter large or small."""
    found: list[int] = []
    for written in {name, name[:1].upper() + name[1:], name[:1].lower() + name[1:]}:
        at = plain.find(written, since)
        while at >= 0:
            found.append(at)
            at = plain.find(written, at + len(written))
    return sorted(found)


def _first_after(drafts: list[Draft], at: int) -> int:
    """The index of the first draft that does not end before `at`."""
    return bisect_left(drafts, at, key=lambda d: d.ve)


def _alias_use(
    text: Text, at: int, end: int, covered: list[tuple[int, int]], context: Context
) -> bool:
    """True where the words at `at`..`end` are a use of a defined name, not part of another."""
    i = bisect_left(covered, (end, 0))
    if i and covered[i - 1][1] > at:
        return False
    if at and text.plain[at - 1].isalnum():
        return False
    if text.fold[end - 1].isdigit():  # "Nghị quyết 57 nhanh chóng", not "Nghị quyết 5 năm"
        return _COUNTED.match(text.fold, end) is None
    return context.function_word.match(text.fold, end) is not None
