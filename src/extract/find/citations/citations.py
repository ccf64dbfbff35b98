"""Hits of citation rules -> Citations: which legal documents a text names, and how.

patterns/citation.toml says what a mention looks like; here the date (`citation_dates`) and
the issuing body that stand beside it are joined to it, further numbers under one type word are
read on, names defined in the text (gọi tắt là …) are followed, and mentions are told apart from
the document's own number. `resolve` gives keys and ties short forms to the full mention.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from extract.document import Document
from extract.find.citations.aliases import follow_aliases
from extract.find.citations.citation_dates import DateReader
from extract.find.citations.citation_drafts import (
    Draft,
    draft_of,
    is_joint,
    issuer_code,
    ordered,
    tell_forms,
    type_name,
)
from extract.find.citations.context import CHANGES, Context, context_of
from extract.find.citations.listed_acts import listed_acts
from extract.model import Act, Citation, DateMention
from extract.rules.book import Rulebook
from extract.rules.engine import Hit, Text
from extract.rules.wording import wording
from extract.values import identity
from extract.values.text import fold

_ISSUED_BY = wording("citations.issued_by")
_LISTED_TYPE = wording("citations.listed_type")
_NAMED_TYPE = wording("citations.named_type")
_RECITAL = wording("citations.recital")
_OWN = wording("citations.own")
_DATED = wording("citations.dated")
_MIDDLE = wording("citations.middle")
_ENUMERATED = wording("citations.enumerated")
_LISTED_ON = re.compile(r"^[^\n;]*(?:[;,]| và|; và) $")
_MARKS = re.compile(r"(?:[;,]| và|; và) ")  # all that stands between two of a list
_CLAUSE_END = re.compile(r"[;\n]|\.(?!\d)")
_STANDS = wording("citations.stands")
_SENTENCE_END = re.compile(r"\n|\. ")
_ENDS = frozenset(("replaces", "repeals"))
_ITEM_HEAD = wording("citations.item_head")
_UNFILLED = wording("citations.unfilled")
_YEAR = re.compile(r"(?:19|20)\d\d/")
_CELL_BEFORE = re.compile(r"(?:^|[|\t]|\s{3})[ *_]*\Z", re.MULTILINE)
_CELL_AFTER = re.compile(r"[ *_]*(?:[|\t\n]|\s{3}|\Z)")
_BESIDE = 8  # characters between a ";" and the number of the next item
_BACK = 6  # mentions before one among which the one that it goes on from is looked for
_NAME = 90  # characters that a name between a type and its number may have
_TITLE = 320  # characters that the title behind a number may have
_HEAD = 8_000  # characters from the beginning among which the document's own number stands
_LEAD = 24  # characters of a portal before a title that names it: "Nội dung toàn văn Công văn …"


class _Finder(DateReader):
    """One document's search: drafts are added in the order of the text."""

    def add(self, d: Draft) -> None:
        """Complete a draft with what stands around it and keep it, then read the chain on."""
        floor = self.drafts[-1].ve if self.drafts else 0
        self.join_date(d)
        self._share_days(d)
        if d.role == "dated" and d.date is None:
            return
        d.after = d.ve
        found = self.context.issuer_after(self.text, self.behind_year(d), is_joint(d))
        if found is not None and d.issuer is None:
            d.issuer, d.after = found
            self._issued_on(d)
        if d.issuer is None:
            d.issuer = self.context.issuer_in_code(self.text, d.ve, issuer_code(d))
        if d.date is None:
            self._titled_on(d)
        listed = self._listed_type(d) if d.type is None or d.role == "bare" else None
        if d.type is None and d.role == "bare":
            named = _NAMED_TYPE.search(self.text.fold[max(0, d.vs - _NAME) : d.vs])
            d.type = type_name(named["type"]) if named is not None else None
        d.pinpoint, head = self.context.pinpoint(self.text, d.vs)
        d.head = head
        linked = self._linked(head)
        before = None
        if d.issuer is None and d.role != "law":
            before = self.context.issuer_before(self.text, head, issuer_code(d))
        if before is not None:
            d.issuer = before[0]
            if before[1]:  # "… đã ban hành": what stands before is another sentence's verb
                floor = head
                d.date = d.date or self._day_first(before[2])
        if d.issuer is None:
            d.issuer = self.context.issuer_told(self.text, d.ve, issuer_code(d))
        if d.issuer is None and d.number is not None:
            d.issuer = self._issued_by(d)
        act = self.context.act(self.text, floor, head, d.after)
        if listed is not None:
            d.relation = listed.relation
        elif act is not None:  # a part of a document replaced is the document amended
            d.relation = "amends" if act == "replaces" and d.pinpoint else act
        elif self._recited(head):
            d.relation = "based_on"
        elif self._ended_too(d, head) or (
            self.drafts
            and (before is None or not before[1])
            and (linked or self.drafts[-1].relation not in CHANGES)
            and self._same_clause(self.drafts[-1], head)
        ):
            d.relation = self._carried(d)
        self.drafts.append(d)
        self._share_issuer(linked)

    def _carried(self, d: Draft) -> Act:
        """The relation of the last mention; where a document of `d`'s own kind details that one,
        the relation of the other: "Nghị định A quy định chi tiết Luật B và Nghị định C"."""
        before = self.drafts[-1]
        over = next((b for b in reversed(self.drafts) if b.relation != "guides"), before)
        return over.relation if over.type == d.type else before.relation

    def _linked(self, head: int) -> bool:
        """True where only "," or "và" stands between the last mention and this one."""
        return bool(self.drafts) and self._links(self.drafts[-1].ve, head)

    def _recited(self, head: int) -> bool:
        """True for what begins an item of a recital that tells of several acts: "Căn cứ Nghị định
        A; Nghị định B sửa đổi Nghị định A; Nghị định C …"."""
        line = self.text.fold.rfind("\n", 0, head) + 1
        begins = self.text.fold[line:head].endswith("; ")
        return begins and _RECITAL.match(self.text.fold, line) is not None

    def _ended_too(self, d: Draft, head: int) -> bool:
        """True for the next of several acts that are changed with nothing but their marks between
        them, or of one kind that are replaced or repealed, each with its title: "Bãi bỏ Quyết định
        A về phí chợ; Quyết định B về phí phà". What stays in force has its own predicate; what
        another act repealed ("theo Nghị định A bãi bỏ Nghị định B; Nghị định C …") is no list."""
        before = self.drafts[-1] if self.drafts else None
        if before is None or before.relation not in CHANGES:
            return False
        fold = self.text.fold
        beside = _MARKS.fullmatch(fold, before.after, head) is not None
        if not beside and (before.relation not in _ENDS or before.type != d.type):
            return False
        gap = fold[before.ve : head]
        line = fold.rfind("\n", 0, before.vs) + 1
        if len(gap) > _TITLE or _LISTED_ON.search(gap) is None or _RECITAL.match(fold, line):
            return False
        other = next((b for b in reversed(self.drafts) if b.relation not in CHANGES), None)
        if other is not None and not _CLAUSE_END.search(fold, other.ve, before.vs):
            return False
        told = gap + _CLAUSE_END.split(fold[d.ve : d.ve + _TITLE], maxsplit=1)[0]
        return _STANDS.search(told) is None

    def _same_clause(self, before: Draft, head: int) -> bool:
        """True where the verb said of the last mention is said of this one too. What is done to a
        document (it is amended, replaced …) is carried on in an enumeration only."""
        gap = self.text.fold[before.ve : head]
        if before.relation in ("amends", "replaces", "repeals", "guides"):
            return len(gap) < 140 and _ENUMERATED.fullmatch(gap) is not None
        if before.role == "law" and gap.strip() == "(":  # "hướng dẫn thi hành Luật A (Nghị định B)"
            return False
        if before.relation == "based_on" and gap.endswith(". ") and "\n" not in gap:
            line = self.text.fold.rfind("\n", 0, before.vs) + 1
            return _RECITAL.match(self.text.fold, line) is not None
        return len(gap) < 300 and not _SENTENCE_END.search(gap)

    def _listed_type(self, d: Draft) -> Draft | None:
        """The type told once in front of bare numbers: "Các Nghị quyết của Quốc hội gồm: số …";
        gives the mention that one goes on from in the list."""
        line = self.text.fold.rfind("\n", 0, d.vs) + 1
        told = _LISTED_TYPE.search(self.text.fold[max(line, d.vs - _TITLE) : d.vs])
        if told is not None:
            d.type = d.type or type_name(told["type"])
            if told["issuer"] and d.issuer is None:
                at = max(line, d.vs - _TITLE)
                d.issuer = self.text.view[at + told.start("issuer") : at + told.end("issuer")]
            return None
        beside = (b for b in reversed(self.drafts[-_BACK:]) if b.role == "bare" and b.vs >= line)
        before = next(beside, None) if d.role == "bare" else None
        if before is None or before.type is None:
            return None
        semicolon = self.text.fold.rfind(";", before.ve, d.vs)
        if semicolon < 0 or d.vs - semicolon >= _BESIDE:
            return None
        d.type, d.issuer = d.type or before.type, d.issuer or before.issuer
        return before

    def _issued_by(self, d: Draft) -> str | None:
        """The body at the end of a full title: "… năm 2031 về giá đất do UBND tỉnh ban hành".
        It is said of what the title is of, not of what it names in its turn."""
        parsed = identity.parse(d.number or "")
        if d.date is None and (parsed is None or parsed.year is None):
            return None
        before = self.drafts[-1] if self.drafts else None
        gap = self.text.fold[before.ve : d.vs] if before is not None else "\n"
        if "\n" not in gap and ";" not in gap:
            return None
        line = self.text.fold[d.ve : d.ve + _TITLE].split("\n", 1)[0]
        m = _ISSUED_BY.search(line if len(line) < _TITLE else line + " ")
        if m is None or ";" in line[: m.start()]:
            return None
        return self.text.view[d.ve + m.start("issuer") : d.ve + m.end("issuer")]

    def _share_issuer(self, linked: bool) -> None:
        """An issuer named once for a chain of numbers of the same body belongs to all of it."""
        if not linked:
            return
        last, before = self.drafts[-1], self.drafts[-2]
        code = issuer_code(last)
        bare = last.role == before.role == "short" and last.type == before.type
        if code != issuer_code(before) or (code is None and not bare):
            return
        joined = " và " in self.text.fold[before.ve : last.vs]
        if last.type != before.type and code == "TW" and not joined:  # three bodies issue under it
            return
        if last.issuer is None:
            if before.after == before.ve:  # named in front of the chain
                last.issuer = before.issuer
            return
        i = len(self.drafts) - 2
        while i >= 0 and self.drafts[i].issuer is None and issuer_code(self.drafts[i]) == code:
            if bare and self.drafts[i].role != "short":
                break
            self.drafts[i].issuer = last.issuer
            if i and self.drafts[i].head - self.drafts[i - 1].ve > 8:
                break
            i -= 1

    def chain(self, first: Draft) -> None:
        """Read the further numbers that share the type word of a mention just added."""
        while first.number is not None:
            m = self.context.next_number.match(self.text.plain, self.drafts[-1].ve)
            if m is None:
                return
            number = identity.spell(m["number"], first.type)
            own = identity.type_of_code(number)
            like = own is None or own == identity.type_of_code(first.number)
            kind = first.type if like and first.role != "bare" else own or first.type
            s, e = m.span("span")
            self.add(Draft(s, e, kind, number, "chain", first.rule))
            last = self.drafts[-1]
            if first.after == first.ve and issuer_code(last) in (None, issuer_code(first)):
                last.issuer = last.issuer or first.issuer  # named in front of the chain

    def middles(self, first: Draft, hit: Hit) -> None:
        """The numbers between the first and the last of "150, 151 và 152/2025/NĐ-CP"."""
        s, e = hit.span("middle")
        tail = (first.number or "").lstrip("0123456789")
        for m in _MIDDLE.finditer(self.text.fold, s, e):
            number = m["n"] + tail
            self.add(Draft(m.start(), m.end(), first.type, number, "chain", first.rule))


def _is_own_number(text: Text, vs: int) -> bool:
    """True for "Số: 512-BC/TU" at the head of a block or table cell: the document's own."""
    line = text.plain.rfind("\n", 0, vs) + 1
    lead = text.plain[max(line, vs - 40) : vs]
    if lead.strip(" |*_\t") == "":
        return vs - line < 40
    if _OWN.search(lead) is not None:
        return True
    return _DATED.fullmatch(text.plain, line, vs) is not None


def _unfilled(text: Text, vs: int) -> bool:
    """True where the number before the year is not filled in: "Quyết định số …/2031/QĐ-UBND"."""
    before = _UNFILLED.search(text.plain, max(0, vs - _LEAD), vs)
    return before is not None and _YEAR.match(text.plain, vs) is not None


def _ends(whole: str | None, part: str | None) -> bool:
    """True where a number is the last part of another: "2031/QĐ-UBND" of "18/2031/QĐ-UBND"."""
    return whole is not None and part is not None and whole.endswith(f"/{part}")


def _in_title(text: Text, d: Draft) -> bool:
    """True for a mention that is all of its line or cell, stands at the head of a line that is no
    sentence, or in a line of capitals, as a document's own does in and above its head: "Luật số:
    9/2031/QH16", "Nghị quyết 9/NQ-HĐND về chợ", "QUYẾT ĐỊNH CỦA BỘ Y TẾ SỐ 9/QĐ-BYT"."""
    line = text.plain.rfind("\n", 0, d.vs) + 1
    if text.plain[line : d.ve].isupper():
        return True
    end = text.plain.find("\n", d.ve)
    rest = text.plain[d.ve : end if end >= 0 else None].rstrip()
    if d.vs - line < _LEAD and not rest.endswith((".", ";", ":")):
        return True
    before = _CELL_BEFORE.search(text.plain, line, d.vs)
    return before is not None and _CELL_AFTER.match(text.plain, d.ve) is not None


def _listed(text: Text, drafts: list[Draft], context: Context) -> None:
    """What the lead-in of a list says is done with each document an item begins with."""
    for start, end, act in listed_acts(text.fold):
        n = bisect_left(drafts, start, key=lambda d: d.vs)
        if n < len(drafts) and drafts[n].ve <= end and drafts[n].relation == "cites":
            head = context.pinpoint(text, drafts[n].vs)[1]
            if _ITEM_HEAD.fullmatch(text.fold, start, max(start, head)):
                drafts[n].relation = act


def find_citations(
    doc: Document,
    text: Text,
    hits: Sequence[Hit],
    dates: Sequence[DateMention],
    book: Rulebook | None = None,
    number: str | None = None,
) -> tuple[Citation, ...]:
    """The legal documents a text names, in its order, ids c1, c2, ….

    `hits` are the hits of rules of kind "citation" over `text` (`doc.view` folded), `dates` what
    `find_dates` made of it. `book` is the rulebook of the hits, if not the built-in one,
    `number` the document's own, if it is known.
    """
    context = context_of(book)
    finder = _Finder(text, dates, context)
    mentions = [h for h in hits if h.rule.kind == "citation" and h.rule.set.get("as") != "alias"]
    head = max(text.fold.find(f"số: {fold(number)}", 0, _HEAD), 0) if number is not None else 0
    for hit in ordered(mentions):
        d = draft_of(hit, text)
        if finder.drafts and d.vs < finder.drafts[-1].ve:
            continue
        if d.role == "bare" and (_is_own_number(text, hit.start) or _unfilled(text, hit.start)):
            continue
        if d.vs < _HEAD and text.plain[d.vs - 1 : d.vs] == "/" and _ends(number, d.number):
            continue  # "Số: 18" and "/2031/QĐ-UBND" in cells of their own
        own = d.number is not None and d.number == number
        if own and (d.vs < head or not finder.drafts) and _in_title(text, d):
            continue
        finder.add(d)
        if d.role == "list":
            finder.middles(d, hit)
        if finder.drafts and finder.drafts[-1].number is not None:
            finder.chain(d)
    drafts = finder.drafts
    tell_forms(drafts)
    _listed(text, drafts, context)
    follow_aliases(text, [h for h in hits if h.rule.set.get("as") == "alias"], drafts, context)
    for n, d in enumerate(drafts, 1):
        d.ident = f"c{n}"
    return tuple(_citation(doc, d) for d in drafts)


def _citation(doc: Document, d: Draft) -> Citation:
    start, end = doc.source_span(d.vs, d.ve)
    return Citation(
        id=d.ident,
        start=start,
        end=end,
        vs=d.vs,
        ve=d.ve,
        text=doc.text[start:end],
        form=d.form,
        type=d.type,
        number=d.number,
        date=d.date,
        issuer=d.issuer,
        title=d.title,
        pinpoint=d.pinpoint,
        relation=d.relation,
        resolves_to=d.owner.ident if d.owner else None,
        rule=d.rule,
    )
