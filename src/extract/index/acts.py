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

from extract.values.text import fold

SELF = -1  # the citing document is the actor
NOBODY = -2  # the passage does not say who

_THIS = re.compile(
    r"(?:luật|nghị định|thông tư(?: liên tịch)?|quyết định|nghị quyết|quy định|quy chế|kế hoạch"
    r"|hướng dẫn|chỉ thị|pháp lệnh|chương trình|đề án|thông báo|kết luận) này"
)
_VERB = re.compile(
    r"(?<!\w)(?:(?P<replaces>thay thế|thay cho)|(?P<repeals>bãi bỏ|hủy bỏ)"
    r"|(?P<amends>sửa đổi(?:, bổ sung)?|bổ sung một số điều|điều chỉnh, bổ sung)"
    r"|(?P<guides>quy định chi tiết|hướng dẫn(?: chi tiết)? (?:thi hành|thực hiện|triển khai)))"
    r"(?!\w)"
)
_NO_ACT = re.compile(
    r"(?<!\w)(?:đề nghị|kiến nghị|đề xuất|nghiên cứu|xem xét|dự thảo|rà soát|dự kiến|sẽ|cần|chờ|nếu"
    r"|khi|tham mưu|kịp thời|tiếp tục|yêu cầu|giao"
    r"|(?<!chương )trình|chưa|không|bị|được|(?<!về )việc)(?: \w+){0,4} ?$"
)
_PASSIVE = re.compile(
    r"(?:được|bị) (?:(?P<amends>sửa đổi|bổ sung)|(?P<replaces>thay thế)|(?P<repeals>bãi bỏ))"
    r"[^;.]{0,60}? (?:bởi|tại|theo|bằng)(?: các| khoản \d+| điều \d+| của)*$"
)
_ENDED = re.compile(
    r"[^.;]{0,80}?(?:(?P<repeals>hết hiệu lực|bị bãi bỏ|được bãi bỏ)|(?P<replaces>được thay thế))"
    r"(?! (?:bởi|bằng))"
)
_BETWEEN_ACTOR = re.compile(
    r"[ )]*(?:của [^,;.:]{1,90}|về [^,;.:]{1,90}|ban hành[^,;.:]{0,60})?[ (]*"
)
_IMPERATIVE = re.compile(r"(?:quy định|về việc|v/v|về)?")
_MARK = re.compile(r"^(?:[-+*•#|\s]+|\(?(?:\d{1,2}(?:\.\d{1,2})*|[a-zđ])[.)] ?|điều \d+\w?\. ?)+")
_PART = re.compile(
    r"(?<!\w)(?:điều|khoản|điểm|các quy định|quy định|nội dung|phụ lục|cụm từ|một phần)(?!\w)"
)
_LINK = re.compile(r"[^.;]{0,80}?(?:,|;|và|,? cùng với) ?(?:số )?")
_LEAD = re.compile(
    r"(?:(?P<repeals>hết hiệu lực|bãi bỏ|hủy bỏ)|(?P<replaces>thay thế))[^.;]{0,80}:$"
)
_HEADED = re.compile(r"^(?:\*\*|#+ )?(?:điều|chương|phần|mục) ")
_CLAUSE = re.compile(r"^\d{1,2}\. ?")
_ITEM = re.compile(
    r"(?:các )?(?:khoản|điểm|điều|phụ lục|luật|bộ luật|nghị|quyết|thông tư|chỉ thị|quy|kế hoạch"
    r"|hướng|công văn|văn bản|pháp lệnh|chương trình|đề án|kết luận|thông báo)"
)
_LONG_LIST = 60
# Documents that can act on others by saying so in the imperative.
ACTING = frozenset(
    "luật|bộ luật|pháp lệnh|nghị định|nghị quyết|quyết định|thông tư|thông tư liên tịch|quy định"
    "|quy chế|chỉ thị|hướng dẫn|kế hoạch|chương trình|lệnh".split("|")
)


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


_MAY = re.compile(
    r"thay (?:thế|cho)|bãi bỏ|h(?:ủy|uỷ) bỏ|sửa đổi|bổ sung|quy định chi tiết|hướng dẫn"
    r"|hết hiệu lực",
    re.I,
)


def may_act(text: str) -> bool:
    """A quick look: False where a passage has none of the verbs."""
    return _MAY.search(text) is not None


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
            if last.rule != "passive" and not _VERB.search(gap):
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
    if before >= 0 and cut < 0 and _BETWEEN_ACTOR.fullmatch(lead):
        return Act(before, verb, n, partial, "active")
    opening = _MARK.sub("", sentence.strip()).strip()
    if acting and (before < 0 or cut >= 0) and _IMPERATIVE.fullmatch(opening):
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
