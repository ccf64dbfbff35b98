"""What a lead-in says of the documents listed under it ("… sau đây hết hiệu lực:").

The closing articles of a decree, and the legal grounds of a report, name documents one a line; what
is done with them is told once, in the line before. The words are data
(patterns/wording/listed_acts.toml).
"""

from __future__ import annotations

from collections.abc import Iterator

from extract.model import Act
from extract.rules.wording import wording

_LEAD = wording("listed_acts.lead")
_GROUNDS = wording("listed_acts.grounds")
_VERB = wording("listed_acts.verb")
_LABEL = wording("listed_acts.label")
_HEADING = wording("listed_acts.heading")


def _lead(line: str) -> Act | None:
    """The one thing that a lead-in says is done with the documents under it, None for any other
    line and where it names two ("sửa đổi, bãi bỏ …"): nobody can tell which is which."""
    led = _LEAD.search(line) if line.rstrip(" *_").endswith(":") else _GROUNDS.fullmatch(line)
    if led is None:
        return None
    acts = {m.lastgroup for m in _VERB.finditer(line)}
    if acts & {"repeals", "replaces", "amends"}:  # "quyết định hướng dẫn … hết hiệu lực"
        acts &= {"repeals", "replaces", "amends"}
    return acts.pop() if len(acts) == 1 else None  # type: ignore[return-value]


def _style(line: str) -> str:
    """How an item is labelled: "letter", "number", the bullet itself, or "" for no label."""
    m = _LABEL.match(line)
    if m is None:
        return ""
    return m["bullet"] or m.lastgroup or ""


def listed_acts(fold: str) -> Iterator[tuple[int, int, Act]]:
    """Of each item of a list of documents: where its words begin behind the label, where it ends,
    and what the list's lead-in says is done with it.

    `fold` is the folded view of the document; positions are positions in it. A list goes on while
    its lines have the label of its first item; a line without label among labelled ones goes on
    with the item before it.
    """
    act: Act | None = None
    style: str | None = None
    at = 0
    for line in fold.splitlines(keepends=True):
        start, at = at, at + len(line)
        words = line.rstrip()
        if not words:
            continue
        lead = _lead(words)
        own = _style(line)
        if lead is not None:
            act, style = lead, None
            continue
        if act is None:
            continue
        if _HEADING.match(words) or (style is not None and own not in (style, "")):
            act = None
            continue
        if style is None:
            style = own
        if own == style:
            m = _LABEL.match(line)
            yield start + (m.end() if m else 0), start + len(words), act
