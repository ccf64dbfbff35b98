"""What stands around a citation: who issued it, which article is meant, what is done with it.

The words are data (patterns/parts.toml, lexicon/co_quan.txt, lexicon/linh_vuc.txt); here they
are compiled once for a rulebook and asked at a place. All methods take view positions.
"""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import pairwise
from unicodedata import normalize

import regex

from extract.model import Act, Pinpoint
from extract.rules.book import Rulebook, default_rulebook
from extract.rules.engine import Text
from extract.rules.sources import built_in, halves
from extract.rules.wording import terms, wording
from extract.values.letters import WORD, is_marked, is_syllable
from extract.values.text import fold

_REACH = 90  # how far before a citation its article may stand
_VERB_REACH = 70  # how far before it its verb
_NAME_WORDS = 6  # how many words before its last ones a body's name may begin
_NEXT = 60  # how far after it
_LEVELLED = frozenset({"HĐND", "UBND"})  # codes of bodies that each level has
CHANGES = frozenset({"replaces", "repeals", "amends"})  # verbs that change a document
_CLAUSE = wording("context.clause")
_OTHER_CLAUSE = wording("context.other_clause")
_OF_BODY = wording("context.of_body")
_BODY_HEAD = wording("context.body_head")
_BODY_OF = wording("context.body_of")
_DOES = wording("context.does")
_BODY_STOP = wording("context.body_stop")
_CLOSED = (  # what opens, what closes
    (regex.compile(r"\("), regex.compile(r"\)")),
    (regex.compile(r'(?<!\w)"\w'), regex.compile(r'\w"(?!\w)')),
)
_LONGEST_NAME = 90  # characters of a body's name
_ACRONYM = regex.compile(r"\p{Lu}{4,8}")  # NHNN, TLĐLĐ
_SECOND = regex.compile(r" (?P<word>\p{Ll}+)(?= \p{Lu})")


class Context:
    """The patterns of a citation's surroundings, compiled for one rulebook."""

    def __init__(self, book: Rulebook) -> None:
        org, cap, title = (book.part(f"co_quan_{name}") for name in ("ten", "cap", "chuc"))
        after, before = book.part("co_quan_sau"), book.part("co_quan_truoc")
        of_name = book.part("tieng_ten")
        head = f"(?:{title})?{org}"
        self._after = regex.compile(f"{after}(?P<org>{head})(?!\\p{{L}})")
        self._goes_on = regex.compile(f",? (?P<org>{head})(?!\\p{{L}})")
        self._org = regex.compile(org)
        self._of_another = regex.compile(f" (?:(?<=ban .{{1,40}})của )?(?P<org>{org})(?!\\p{{L}})")
        self._titled = regex.compile(head)
        self._unknown = regex.compile(after)
        self._before = regex.compile(
            f"(?<=(?<!\\p{{L}})(?P<org>{org})(?P<tail>(?: {cap})?(?: {of_name}){{0,8}}?){before})"
        )
        stop, term, and_body, two = (
            book.part(f"co_quan_{name}") for name in ("dung", "khoa", "va", "hai_tieng")
        )
        person, placed = book.part("nguoi_ky"), book.part("dau_dia_danh")
        word = rf"(?!{stop})(?:{two}|\p{{Lu}}\p{{L}}*+(?:'\p{{L}}++)?+)"  # "Cư M'gar"
        first = rf"(?:(?<=(?i:{placed}) )|(?!{person})){word}"
        self._tail = regex.compile(
            rf"(?: (?i:{cap})(?!\p{{L}}))?(?: {first}(?: (?!{person}){word})*+)?+{term}?"
        )
        self._person = regex.compile(f" {person}")
        self._capitals = regex.compile(r" \p{Lu}{2,}|\W*\Z")
        self._level = regex.compile(r"(?: (?i:" + cap + r")(?!\p{L}))?")
        self._and_body = regex.compile(f"{and_body} (?P<org>{head})(?!\\p{{L}})")
        self._proper = regex.compile(
            r"\p{Lu}[\p{L}&']*+(?: (?:\p{Lu}[\p{L}&']*+|" + cap + r"(?!\p{L})))*+"
        )
        pinpoint, old, act, act_after = map(
            book.part, ("dan_chieu", "dan_chieu_cu", "quan_he", "quan_he_sau")
        )
        self._pin = regex.compile(pinpoint + r"\Z")
        self._pin_of_part = regex.compile(old + r"\Z")
        self._pin_of_whole = regex.compile(book.part("dan_chieu_thang") + r"\Z")
        self._act = regex.compile(rf"(?r)(?<!\p{{L}})(?:{act})(?!\p{{L}})")
        self._act_after = regex.compile(act_after)
        link, next_number, function_word = map(book.part, ("noi_chuoi", "so_noi_tiep", "tu_noi"))
        self.link = regex.compile(link)
        self.next_number = regex.compile(link + next_number)
        self.function_word = regex.compile(rf"[\s]*(?:[.,;:)\"]|$)|[\s]+{function_word}(?!\p{{L}})")

    def _name_end(self, text: Text, start: int, end: int) -> int:
        """Where a body's name ends that is known as far as `end`: the body it belongs to ("Đoàn
        giám sát Hội đồng nhân dân tỉnh"), its place, its term."""
        other = self._of_another.match(text.fold, end)
        if other is not None and text.plain[other.start("org")].isupper():
            end = other.end()
        capitals = text.plain[start:end].isupper() and self._capitals.match(text.plain, end)
        # in a line of capitals nothing marks where a place's name ends
        if capitals:
            m = self._level.match(text.plain, end)
            return m.end() if m is not None else end
        while (m := self._tail.match(text.plain, end)) is not None:
            word = _SECOND.match(text.plain, m.end())
            last = text.fold[text.fold.rfind(" ", start, m.end()) + 1 : m.end()]
            if word is None or m.end() == end or (last, fold(word["word"])) not in _syllables():
                return m.end()
            end = word.end()  # "Đảng ủy Đại" + "học" + "Thái Nguyên"
        return end

    def _name_start(self, folded: str, start: int, end: int, titled: bool) -> int:
        """Where a body's name begins that is known to end at `end`: the longest name counts,
        and with `titled` its head's title ("Bộ trưởng Bộ Nội vụ") too."""
        words = [start]
        while len(words) <= _NAME_WORDS and words[-1] > 1 and folded[words[-1] - 1] == " ":
            before = words[-1] - 1
            words.append(max(folded.rfind(" ", 0, before), folded.rfind("\n", 0, before)) + 1)
        whole = self._titled if titled else self._org
        for at in reversed(words):
            if whole.fullmatch(folded, at, end):
                return at
        return start

    def issuer_after(self, text: Text, at: int, joint: bool) -> tuple[str, int] | None:
        """The issuing body named right after `at` ("của …"), and where its name ends.

        `joint` lets several bodies joined by "và" or "," be the issuer.
        """
        m = self._after.match(text.fold, at)
        if m is not None:
            end = self._name_end(text, m.start("org"), m.end())
            if joint:
                more = self._and_body.match(text.fold, end)
                while more is not None:
                    end = self._name_end(text, more.start("org"), more.end())
                    more = self._and_body.match(text.fold, end)
            if m[0].lstrip(", ").startswith("do ") and not text.fold.startswith(" ban hành", end):
                return None
            return text.view[m.start("org") : end], end
        m = self._unknown.match(text.fold, at)
        if m is not None and "do" not in m[0]:
            close = self._unlisted(text, m.end())
            if close is not None:
                return text.view[m.end() : close], close
        return None

    def _unlisted(self, text: Text, at: int) -> int | None:
        """Where the name of a body that no list has ends; None where none begins at `at`.

        After a word that such names begin with ("tập đoàn", "hội đồng"), what follows up to the
        next clause is the name as far as its last capital, with the second half of a word of two
        syllables that other bodies' names have ("Trung ương", "Tổ chức").
        """
        head = _BODY_HEAD.match(text.fold, at)
        if head is None or not text.view[at].isupper():
            name = self._proper.match(text.plain, at)
            if name is None or any(map(_is_glued, name[0].split(" "))):
                return None
            return name.end() if " " in name[0] or _ACRONYM.fullmatch(name[0]) else None
        stop = _BODY_STOP.search(text.fold, head.end(), at + _LONGEST_NAME)
        limit = stop.start() if stop is not None else at + _LONGEST_NAME
        end = last = None
        for word in WORD.finditer(text.plain, at, limit):
            capital = word[0][0].isupper()
            if capital or (end == word.start() - 1 and (last, fold(word[0])) in _syllables()):
                end = word.end()
            last = fold(word[0])
        return end if end is not None and " " in text.view[at:end] else None

    def issuer_told(self, text: Text, at: int, code: str | None) -> str | None:
        """The body that the sentence goes on about behind a number whose code abbreviates its name:
        "Tại Tờ trình số 56/TTr-SNV, Sở Nội vụ đề nghị"."""
        m = self._goes_on.match(text.fold, at) if code and len(code) > 1 else None
        if m is None:
            return None
        name = text.view[m.start("org") : self._name_end(text, m.start("org"), m.end())]
        return name if _initials(name).startswith(code or "") else None

    def issuer_in_code(self, text: Text, at: int, code: str | None) -> str | None:
        """The body whose code ends a number and whose level and place follow it at `at`: "HĐND
        tỉnh" of "Nghị quyết số 12/2018/NQ-HĐND tỉnh đối với"."""
        if code not in _LEVELLED:
            return None
        level, tail = self._level.match(text.plain, at), self._tail.match(text.plain, at)
        if level is None or level.end() == at or tail is None:
            return None
        return None if _DOES.match(text.fold, tail.end()) else code + text.view[at : tail.end()]

    def issuer_before(self, text: Text, at: int, code: str | None) -> tuple[str, bool, int] | None:
        """The body named as the one that issued what stands at `at` ("… đã ban hành"), whether
        the words say that it issued it, not only that it says something in it ("tại"), and where
        its name begins.

        `code` is the issuer's code in the number, with which the name must agree.
        """
        m = self._before.match(text.fold, at)
        if m is None or (m["verb"] == "(" and code is None):
            return None  # "… của Bộ Chính trị (Nghị quyết 57)": a short form of what stands before
        s, e = m.span("org")
        s = self._name_start(text.fold, s, e, m["verb"] is None)
        if s and text.fold[s - 1].isalnum():
            return None
        end = self._name_end(text, s, e)
        if end != m.end("tail") and not self._person.fullmatch(text.plain, end, m.end("tail")):
            return None
        whole = _BODY_OF.search(text.fold[max(0, s - _LONGEST_NAME) : s])
        if whole is not None and m["verb"] is None:  # "Tổ công tác của Chính phủ ban hành"
            s -= len(whole["body"])
        if m["verb"] in ("tại", "(") and not text.fold.endswith("của ", 0, s):
            lead = text.fold[max(0, s - 30) : s]
            if not _OF_BODY.search(lead):
                return None
        name = text.view[s:end]
        if any(map(_is_glued, name.split())):
            return None
        words = _names().get(code or "")
        if words and not any(w in text.fold[s:end] for w in words):
            return None
        return name, m["verb"] is None, s

    def pinpoint(self, text: Text, at: int) -> tuple[Pinpoint | None, int]:
        """The article cited right before `at`, and where that wording begins."""
        window = text.fold[max(0, at - _REACH) : at]
        if "mục " in window and (m := self._pin_of_part.search(window)) is not None:
            pin = Pinpoint(None, m["clause"], m["point"])
            return pin, at - len(window) + m.start()
        if "điều " not in window:
            m = self._pin_of_whole.search(window)
            if m is None:
                return None, at
            pin = Pinpoint(None, m["clause"], m["point"])
            return pin, at - len(window) + m.start()
        m = self._pin.search(window)
        if m is None:
            return None, at
        pin = Pinpoint(m["article"], m["clause"] or m["clause2"], m["point"] or m["point2"])
        return pin, at - len(window) + m.start()

    def act(self, text: Text, floor: int, at: int, end: int) -> Act | None:
        """What is done with the document at `at`..`end`; None where no verb says so.

        Verbs are looked for back to `floor`, within the sentence, and for a repeal after it.
        """
        if self._act_after.match(text.fold[end : end + _NEXT]):
            return "repeals"
        window = text.fold[max(floor, at - _VERB_REACH) : at]
        cut = max(window.rfind("."), window.rfind("\n"), window.rfind(";"))
        m = self._act.search(window, cut + 1)
        between = window[m.end() :] if m is not None else ""
        if any(shut.search(between) and not opened.search(between) for opened, shut in _CLOSED):
            return None  # said of something else, in brackets or in a title
        if m is None:
            return None
        if m.lastgroup in CHANGES and _CLAUSE.search(between):
            return "cites"  # "bãi bỏ mức lương cơ sở thì mức quy định tại Luật …"
        if _OTHER_CLAUSE.search(between):
            return None  # of the clause before
        return m.lastgroup  # type: ignore[return-value]


def _is_glued(word: str) -> bool:
    """True for two syllables in one word, as where a blank was lost: "Vănphòng"."""
    cuts = range(1, len(word)) if is_marked(word) and not is_syllable(word) else ()
    return any(is_syllable(word[:at]) and is_syllable(word[at:]) for at in cuts)


def _initials(name: str) -> str:
    """How a body's name is abbreviated in numbers: "Sở Giáo dục và Đào tạo" -> "SGDĐT"."""
    words = [w for w in name.replace(",", "").split() if w not in ("và", "-")]
    letters = "".join(w if w.isupper() else w[0].upper() for w in words)
    return "".join(c if c == "Đ" else normalize("NFD", c)[0] for c in letters)


@cache
def _names() -> dict[str, tuple[str, ...]]:
    """Which words an issuer's name must have for a code that leaves no doubt."""
    found: dict[str, tuple[str, ...]] = {}
    for code, word in halves(built_in().lexicon["ten_theo_ma"]):
        found[code] = (*found.get(code, ()), fold(word))
    return found


@cache
def _syllables() -> frozenset[tuple[str, str]]:
    """The pairs of syllables that follow each other in the names of known bodies and fields."""
    names = (name.split() for name in terms("co_quan") | terms("linh_vuc"))
    return frozenset(pair for words in names for pair in pairwise(words))


@lru_cache(maxsize=4)
def _made(book: Rulebook) -> Context:
    return Context(book)


def context_of(book: Rulebook | None) -> Context:
    """The context patterns of a rulebook (the built-in one if none is given), made once."""
    return _made(book or default_rulebook())
