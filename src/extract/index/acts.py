"""What a passage says one legal document does to another: replaces, amends, repeals, guides.

A citation carries a verb ("thay thế"), but not whose act it is. Here the words between the
mentions of one passage are read: "X thay thế Y", "X về việc sửa đổi, bổ sung Y", "Y được sửa
đổi, bổ sung bởi X", "Nghị định này thay thế Y", "Bãi bỏ Y", and lists under "… sau đây hết hiệu
lực:". Intentions and requests (đề nghị, nghiên cứu sửa đổi) are no acts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extract.rules.wording import terms, wording
from extract.values.text import fold

SELF = -1  # the citing document is the actor
NOBODY = -2  # the passage does not say who

_THIS = wording("acts.this")
_VERB = wording("acts.verb")
_NO_ACT = wording("acts.no_act")
_PASSIVE = wording("acts.passive")
_ENDED = wording("acts.ended")
_BETWEEN = wording("acts.between")
_IMPERATIVE = wording("acts.imperative")
_MARK = wording("acts.mark")
_PART = wording("acts.part")
_LINK = wording("acts.link")
_LEAD = wording("acts.lead")
_HEADED = wording("acts.headed")
_ITEM = wording("acts.item")
_MAY = wording("acts.may")
_CLAUSE = re.compile(r"^\d{1,2}\. ?")
_LONG_LIST = 60


@dataclass(frozen=True, slots=True)
class Act:
    """`actor` does `verb` to `target`: positions in the passage's mentions, or SELF, NOBODY.

    `partial`: only to a part of it (an article, the rules on something); `rule` names the wording.
    """

    actor: int
    verb: str
    target: int
    partial: bool
    rule: str


def may_act(text: str) -> bool:
    """A quick look: False where a passage has none of the verbs."""
    return _MAY.search(text) is not None


def can_act(kind: str | None) -> bool:
    """True for the kinds of documents that act on others by saying so in the imperative."""
    return fold(kind or "") in terms("loai_ra_lenh")


def squeeze(text: str) -> str:
    """Text as places are compared in: folded, without marks of emphasis, blanks as one."""
    return " ".join(fold(text).replace("*", "").replace("_", "").split())


def places(passage: str, mentions: Sequence[str]) -> list[tuple[int, int] | None]:
    """Where each mention stands in a squeezed passage, in their order; None where not found."""
    found: list[tuple[int, int] | None] = []
    at = 0
    for mention in mentions:
        start = passage.find(mention, at)
        if start < 0:
            found.append(None)
            continue
        found.append((start, start + len(mention)))
        at = start + len(mention)
    return found


def acts_in(passage: str, spans: Sequence[tuple[int, int] | None], acting: bool) -> list[Act]:
    """The acts a passage tells of.

    `passage` is squeezed, `spans` are the mentions in it; `acting` says whether the citing
    document is of a kind that acts by the imperative ("Bãi bỏ …").
    """
    out: list[Act] = []
    before = -1  # the mention before this one
    for n, span in enumerate(spans):
        if span is None:
            continue
        start = spans[before][1] if before >= 0 else 0  # type: ignore[index]
        gap = passage[start : span[0]]
        act = _passive(gap, n, before) or _active(gap, n, before, acting)
        if act is None and out and out[-1].target == before and _LINK.fullmatch(gap):
            last = out[-1]
            own = last.actor == SELF or ";" not in gap
            if own and last.rule != "passive" and not _VERB.search(gap):
                act = Act(last.actor, last.verb, n, last.partial, last.rule)
        if act is None:
            act = _ended(passage, spans, n)
        if act is not None:
            out.append(act)
        before = n
    return out


def _passive(gap: str, n: int, before: int) -> Act | None:
    """ "Y … được sửa đổi, bổ sung bởi X": the later mention acts on the earlier one."""
    m = _PASSIVE.search(gap.rstrip())
    if m is None or before < 0 or ";" in gap:
        return None
    return Act(n, m.lastgroup or "", before, False, "passive")


def _active(gap: str, n: int, before: int, acting: bool) -> Act | None:
    """ "… thay thế Y": by the document itself, by the mention before, or in the imperative."""
    verbs = list(_VERB.finditer(gap))
    if not verbs:
        return None
    found = verbs[-1]
    verb, lead, tail = found.lastgroup or "", gap[: found.start()], gap[found.end() :]
    if re.search(r"[.;:]", tail) or len(tail) > (160 if verb == "repeals" else 70):
        return None
    partial = verb in ("replaces", "repeals") and _PART.search(tail) is not None
    cut = max(lead.rfind(". "), lead.rfind("; "))
    sentence = lead[cut + 1 :]
    if _THIS.search(sentence) and not _NO_ACT.search(sentence):
        return Act(SELF, verb, n, partial, "this document")
    if _NO_ACT.search(sentence.rstrip()):
        return None
    if before >= 0 and cut < 0 and _BETWEEN.fullmatch(lead):
        return Act(before, verb, n, partial, "active")
    opening = _MARK.sub("", sentence.strip()).strip()
    if acting and (before < 0 or cut >= 0) and (not opening or _IMPERATIVE.fullmatch(opening)):
        return Act(SELF, verb, n, partial, "imperative")
    return None


def _ended(passage: str, spans: Sequence[tuple[int, int] | None], n: int) -> Act | None:
    """ "Y hết hiệu lực (kể từ ngày Nghị định này có hiệu lực)"."""
    after = [s for s in spans[n + 1 :] if s is not None]
    end = spans[n][1]  # type: ignore[index]
    rest = passage[end : after[0][0] if after else len(passage)]
    m = _ENDED.match(rest)
    if m is None:
        return None
    actor = SELF if _THIS.search(passage) else NOBODY
    head = passage[max(0, spans[n][0] - 60) : spans[n][0]]  # type: ignore[index]
    return Act(actor, m.lastgroup or "", n, _PART.search(head) is not None, "ended")


def lists_of_ended(passages: Sequence[tuple[int, str]]) -> dict[int, str]:
    """The passages that are items of a list of documents that end: ordinal -> verb.

    `passages` are (ordinal, squeezed text) of one document, in order. A list begins with a line
    such as "các nghị định sau đây hết hiệu lực thi hành:" or "Bãi bỏ các văn bản sau:".
    """
    out: dict[int, str] = {}
    verb, left, clause = "", 0, False
    for ordinal, text in passages:
        m = _LEAD.search(text)
        if m is not None and not _NO_ACT.search(text[: m.start()]):
            verb, left, clause = m.lastgroup or "", _LONG_LIST, _CLAUSE.match(text) is not None
            continue
        if not left:
            continue
        left -= 1
        body = _MARK.sub("", text)
        if _HEADED.match(text) or (clause and _CLAUSE.match(text)) or not _ITEM.match(body):
            left = 0
            continue
        out[ordinal] = verb
    return out


def item_act(passage: str, spans: Sequence[tuple[int, int] | None], verb: str) -> Act | None:
    """The act of an item of such a list: on the first document that it names."""
    for n, span in enumerate(spans):
        if span is not None:
            head = _MARK.sub("", passage[: span[0]])
            return Act(SELF, verb, n, bool(_PART.search(head)), "list")
    return None
