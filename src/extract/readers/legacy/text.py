"""Which older Vietnamese encoding a text is in, told by what it reads as, line by line.

A line is tried as it is and in each encoding. What counts are its words with characters beyond
ASCII: how many are spelled as Vietnamese syllables, how many are not. Lines that hold letters only
Unicode has are Unicode, so a text put together from several sources comes out right.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from extract.document import Said
from extract.readers.legacy.encodings import ENCODINGS, Encoding, convert, is_spelled
from extract.readers.legacy.twice import reread
from extract.readers.legacy.viqr import doubt as viqr_doubt
from extract.readers.legacy.viqr import from_viqr
from extract.values.letters import is_marked

_FEWEST = 3  # words that read as Vietnamese, for a line or a text to be told by itself
_SURE = 0.8  # share of the words that do, from which there is no doubt
_LIKELY = 0.6
_MARGIN = 2  # words by which an encoding must be better than the text as it is

_BEYOND = re.compile("[ĂăĐđĨĩŨũƠơƯưẠ-ỹ\u0300-\u0323]")
# Words with their marks; a question mark inside one is a letter that an encoding did not have.
_CHUNK = re.compile(r"(?:[A-Za-z\xa1-\u1fff\u20ab\u2212]|\?(?=[A-Za-z\xa1-\u1fff]))+")
# Signs inside words, capitals after small letters: common in text of another encoding only.
_ODD = re.compile(r"[a-z][¡-ª¬-¯´-¶¸»-¿À-Þ]|[¡-ª¬-¯´-¶¸»-¿×Þß][a-z]")
_SIGN = re.compile(r"[¡-ª¬-¯´-¶¸»-ß]")  # every one has such
_ODD_LINE = 3
_ODD_TEXT = 5


class Score(NamedTuple):
    """Words that read as Vietnamese syllables and words that do not."""

    good: int = 0
    bad: int = 0

    @property
    def net(self) -> int:
        """How many more read well."""
        return self.good - self.bad

    @property
    def is_sure(self) -> bool:
        """True where nearly all read well."""
        return self.good >= _SURE * (self.good + self.bad)

    def plus(self, other: Score) -> Score:
        """Both together."""
        return Score(self.good + other.good, self.bad + other.bad)


class Restored(NamedTuple):
    """A text in Unicode: the encodings that parts of it were in, and what is not sure of it."""

    text: str
    encodings: tuple[str, ...] = ()
    warnings: tuple[Said, ...] = ()


class _Line(NamedTuple):
    """How a line reads that may be in an older encoding: as it is, and in each encoding."""

    plain: Score
    scores: dict[Encoding, Score]
    sure: Encoding | None


def detect(text: str) -> Encoding | None:
    """The encoding that most of `text` is in, None for Unicode, other languages and doubt."""
    lines = text.split("\n")
    tried = {n: _tried(lines[n]) for n in _candidates(lines, ())}
    return next(iter(_encodings(tried)), None)


def restore(text: str, foreign: Collection[int] = ()) -> Restored:
    """`text` with its lines in older encodings put into Unicode; and UTF-8 that was saved as
    Unicode once more, and VIQR.

    `foreign`: lines whose bytes are no Unicode, so that they must be in some encoding; none is
    converted where nothing tells in which.
    """
    again = text if foreign else reread(text)
    twice = () if again == text else ("utf8",)
    text = again if foreign else from_viqr(again)
    if text != again:
        return Restored(text, ("viqr",), (viqr_doubt(),))
    lines = text.split("\n")
    tried = {n: _tried(lines[n]) for n in _candidates(lines, foreign)}
    found = _encodings(tried) or (_likely(tried) if foreign else [])
    if not found:
        return Restored(text, twice, _unread(lines))
    read = {encoding: Score() for encoding in found}
    used: set[Encoding] = set()
    for n, encoding in _choices(lines, tried, found, foreign):
        lines[n] = convert(lines[n], encoding).text
        read[encoding] = read[encoding].plus(tried[n].scores[encoding])
        used.add(encoding)
    doubts = (doubt(e, read[e]) for e in ENCODINGS if e in used and not read[e].is_sure)
    told = (*twice, *(e for e in ENCODINGS if e in used))
    return Restored("\n".join(lines), told, (*_unread(lines), *doubts))


def encodings_of(lines: list[str]) -> dict[int, Encoding]:
    """The lines, or other pieces of one text, that are in older encodings, each with its own."""
    candidates = list(_candidates(lines, ()))
    known = {line: _tried(line) for line in {lines[n] for n in candidates}}  # letters, perhaps
    tried = {n: known[lines[n]] for n in candidates}
    found = _encodings(tried)
    return dict(_choices(lines, tried, found, ())) if found else {}


def doubt(encoding: Encoding, read: Score) -> Said:
    """The warning that text was taken for one in `encoding` and does not read well in it."""
    name, words = encoding.upper(), read.good + read.bad
    return Said(
        f"read as {name}, which is not sure: {read.bad} of {words} words with marks do not read as "
        "Vietnamese",
        f"đọc theo bảng mã {name} nhưng chưa chắc: {read.bad} trên {words} từ có dấu không thành "
        "âm tiết tiếng Việt",
    )


def is_unicode(text: str) -> bool:
    """True where `text` is Vietnamese in Unicode and no line of it reads as anything else, so
    that fonts of an older encoding are set on it by name only."""
    return _BEYOND.search(text) is not None and detect(text) is None


def _candidates(lines: list[str], foreign: Collection[int]) -> Iterable[int]:
    """The lines that may be in an older encoding."""
    for n, line in enumerate(lines):
        if line.isascii():
            continue
        if n in foreign or _BEYOND.search(line) is None or _is_odd(line):
            yield n


def _is_odd(line: str) -> bool:
    if _SIGN.search(line) is None:
        return False
    return len(list(islice(_ODD.finditer(line), _ODD_LINE))) == _ODD_LINE


def _tried(line: str) -> _Line:
    plain = score(line)
    scores = {encoding: score(convert(line, encoding).text) for encoding in ENCODINGS}
    return _Line(plain, scores, _sure(plain, scores))


def _sure(plain: Score, scores: dict[Encoding, Score], least: float = _SURE) -> Encoding | None:
    """The encoding that beats the text as it is, where at least that share reads well in it."""
    best = max(scores, key=lambda e: scores[e].net)
    good, bad = scores[best]
    clear = good >= _FEWEST and good >= least * (good + bad)
    return best if clear and good - bad >= plain.net + _MARGIN else None


def score(text: str) -> Score:
    """How the words of `text` that have marks read."""
    good = bad = 0
    for chunk in _CHUNK.findall(text):
        reads = _reads(chunk) if not chunk.isascii() or "?" in chunk else None
        if reads is not None:
            good += reads
            bad += not reads
    return Score(good, bad)


@lru_cache(maxsize=1 << 16)
def _reads(chunk: str) -> bool | None:
    """Whether a word with marks reads as a Vietnamese one; None where it says nothing: a sign or
    letter by itself, a quotation mark at a word without marks."""
    word = chunk.strip("«»")
    if len(word) < 2 or not (is_marked(word) or "?" in word):
        return None
    return is_spelled(word)


def _encodings(tried: dict[int, _Line]) -> list[Encoding]:
    """The encodings of the text, the most frequent first: those of lines that are sure, or else
    the one that all lines together make sure.

    What reads neither as it is nor in that encoding speaks against it: a text in French has words
    that would read as Vietnamese ones, and many more that would not.
    """
    votes: Counter[Encoding] = Counter()
    for line in tried.values():
        if line.sure is not None:
            votes[line.sure] += line.scores[line.sure].good
    if not votes:
        plain, scores = _totals(tried)
        sure = _sure(plain, scores)
        return [] if sure is None else [sure]
    out = []
    for encoding, good in votes.most_common():
        rest = (x for x in tried.values() if x.sure is None and x.plain.net <= 0)
        if good >= sum(max(0, -line.scores[encoding].net) for line in rest):
            out.append(encoding)
    return out


def _totals(tried: dict[int, _Line]) -> tuple[Score, dict[Encoding, Score]]:
    plain, scores = Score(), dict.fromkeys(ENCODINGS, Score())
    for line in tried.values():
        plain = plain.plus(line.plain)
        scores = {e: so_far.plus(line.scores[e]) for e, so_far in scores.items()}
    return plain, scores


def _likely(tried: dict[int, _Line]) -> list[Encoding]:
    """The best encoding for bytes that must be in one, where most words read in it."""
    plain, scores = _totals(tried)
    likely = _sure(plain, scores, _LIKELY)
    return [] if likely is None else [likely]


def _choices(
    lines: list[str], tried: dict[int, _Line], found: list[Encoding], foreign: Collection[int]
) -> Iterable[tuple[int, Encoding]]:
    """The lines to convert, each with its encoding.

    A line is what it reads as; one that reads equally well in two ways (`công` is a word in
    Unicode and, as cụng, in TCVN3) goes with the line before it, at the top with the next.
    """
    best: dict[int, list[Encoding | None]] = {}
    for n, line in enumerate(lines):
        if n in tried:
            nets: dict[Encoding | None, int] = {e: tried[n].scores[e].net for e in found}
            if n not in foreign:
                nets[None] = tried[n].plain.net
            most = max(nets.values())
            best[n] = [e for e, net in nets.items() if net == most]
        elif not line.isascii():
            best[n] = [None]
    last = next((options[0] for options in best.values() if len(options) == 1), found[0])
    for n, options in best.items():
        last = last if last in options else options[0]
        if last is not None:
            yield n, last


def _unread(lines: list[str]) -> tuple[Said, ...]:
    """A warning where lines still look like text of another encoding."""
    odd = [n for n, line in enumerate(lines, 1) if not line.isascii() and _is_odd(line)]
    if sum(len(_ODD.findall(lines[n - 1])) for n in odd) < _ODD_TEXT:
        return ()
    told = Said(
        f"{len(odd)} lines, from line {odd[0]} on, look like an older encoding that is not known "
        "and stay as they are",
        f"{len(odd)} dòng, từ dòng {odd[0]}, có vẻ theo bảng mã cũ chưa nhận ra, được giữ nguyên",
    )
    return (told,)
