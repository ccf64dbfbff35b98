"""Slips of OCR that the words around prove: figures cut in two, numbers of headings, accents of
words that are always used together, words without the space between them.

A figure is put together where less than a space parts its halves and the mark between them says
so (`3. 762`, `21, 91%`). A Roman number is told by its place in the order. Of two words whose
letters, accents aside, are a pair of PAIRS, the accents are those of the pair where one of them is
right already, or neither has any; of words of PHRASES all but one must be right. What is no
syllable and yet two of them, each with accents, is two words (`tỉnhđã`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from extract.readers.ocr.lines import Part, Row
from extract.values.letters import WORD, is_syllable

_NO_SPACE = 0.2  # of the size: words stand further apart
_CUT_END = re.compile(r"(?<![\d.,/])[(“\"+-]?(?:\d{1,3}(?:\.\d{3})*\.|\d+,|\d+(?:\.\d{3})*)")
_THOUSANDS = re.compile(r"\d{3}(?:\.\d{3})*(?:,\d+)?(?!\d)")
_DECIMALS = re.compile(r"\d{1,2}(?!\d)")
_MARKED = re.compile(r"\.\d{3}(?!\d)|,\d{1,2}(?!\d)")

_ROMAN = "I II III IV V VI VII VIII IX X XI XII XIII XIV XV".split()
_NUMBER = re.compile(r"(?=[Tl1|]{0,3}[IVXH])([IVXHTLl1|]{1,6})([.\-–:)]|$)")
_UNSURE = 0.97  # a number surer than this is right, if it is one
_STROKES = {"H": "II", "T": "I", "L": "I", "l": "I", "1": "I", "|": "I"}

# No pair that differs in accents alone from words which stand side by side by chance: đầu tư
# (bắt đầu từ), đồng chí (triệu đồng chi), công văn (thi công vẫn).
PAIRS = (
    "chi cục, đầu mối, đơn vị, biên chế, tỷ đồng, triệu đồng, nghìn đồng, sự nghiệp, tổ chức, "
    "hộ nghèo, cận nghèo, viên chức, công chức, nhân dân, ủy ban, hội đồng, tỷ lệ, giường bệnh, "
    "bệnh viện, học sinh, giáo viên, báo cáo, kế hoạch, nghị quyết, nghị định, quyết định, "
    "kết luận, chỉ thị, thông báo, hướng dẫn, chương trình, đề án, cộng hòa, xã hội, chủ nghĩa, "
    "việt nam, độc lập, hạnh phúc, đảng bộ, cấp ủy, tỉnh ủy, huyện ủy, trung tâm, giai đoạn, "
    "ngân sách, dự toán, giải ngân, ít nhất, tối thiểu, tối đa, y tế, lũy kế, dôi dư"
).split(", ")
# "chỉ" for "chi" and the like: longer, as two of the words stand side by side by chance, too
PHRASES = (
    "chi thường xuyên, chi đầu tư phát triển, chi đầu tư xây dựng, chi ngân sách, tổng chi ngân, "
    "chi quản lý hành chính, chi sự nghiệp, chi chuyển nguồn, chi trả nợ, chi trả lương, "
    "chi trả chế độ, chi dự phòng, chi cải cách, chi an ninh, chi quốc phòng, chi cân đối, "
    "nhiệm vụ chi thường, định mức chi cho"
).split(", ")
# what stands before a mark, where no "chỉ" does
CLOSING = "tổng chi, khoản chi, mức chi, vụ chi, bội chi, toán chi, thu chi".split(", ")
_MARKS = frozenset(".,;:)")
_OTHERS = frozenset({"đầu mỗi"})  # words of their own (đầu mỗi năm)


def _plain(word: str) -> str:
    flat = unicodedata.normalize("NFD", word.lower()).replace("đ", "d")
    return "".join(c for c in flat if not unicodedata.combining(c))


_BY_LETTERS = {tuple(_plain(pair).split()): tuple(pair.split()) for pair in PAIRS}
_ENDINGS = {tuple(_plain(pair).split()): tuple(pair.split()) for pair in CLOSING}
_LONGER = {tuple(_plain(phrase).split()): tuple(phrase.split()) for phrase in PHRASES}
_LONGEST = max(map(len, _LONGER))
_GLUED = {_plain(pair.replace(" ", "")): len(pair.split()[0]) for pair in PAIRS}
_LABEL = re.compile(r"(?:[IVX]{1,5}|[A-H]|\d{1,2})[./)](?=[^\W\d_]{2})")


def mend_words(pages: list[list[Row]]) -> int:
    """Mend the rows of the pages in place; how many places were changed."""
    count = 0
    for rows in pages:
        for n, row in enumerate(rows):
            count += _joined(row) + _parted(row) + _accented(row)
            below = rows[n + 1].parts[: _LONGEST - 1] if n + 1 < len(rows) else []
            count += _of_phrases([*row.parts, *below])
    return count + _numbered([row for rows in pages for row in rows])


def _joined(row: Row) -> int:
    """Put figures together that were cut in two."""
    count = 0
    parts = [row.parts[0]] if row.parts else []
    for part in row.parts[1:]:
        last = parts[-1]
        gap = part.boxes[0][0] - last.boxes[-1][2]
        if gap < _NO_SPACE * row.size and _is_cut(last.text, part.text):
            sure = min(last.sure, part.sure)
            was = f"{last.was or last.text} {part.was or part.text}"
            parts[-1] = Part(last.text + part.text, last.boxes + part.boxes, sure, was=was)
            count += 1
        else:
            parts.append(part)
    row.parts[:] = parts
    return count


def _is_cut(one: str, other: str) -> bool:
    """True where two words that touch are one figure."""
    if _CUT_END.fullmatch(one) is None:
        return False
    if one[-1] == ".":
        return _THOUSANDS.match(other) is not None
    if one[-1] == ",":
        return _DECIMALS.match(other) is not None
    return _MARKED.match(other) is not None


def _parted(row: Row) -> int:
    """Part words that are written as one, and the label of a heading from its first word."""
    count = 0
    for n, part in reversed(list(enumerate(row.parts))):
        m = WORD.match(part.text)
        at = 0
        if m is not None and not is_syllable(m[0]):
            at = _GLUED.get(_plain(m[0]), 0) or _two_syllables(m[0])
        label = _LABEL.match(part.text) if n == 0 else None
        if label is not None and is_syllable(part.text[label.end() :]):
            at = label.end() if part.text[label.end() :].isupper() else 0
        if at:
            row.parts[n : n + 1] = [
                Part(part.text[:at], part.boxes[:at], part.sure, was=part.was or part.text),
                Part(part.text[at:], part.boxes[at:], part.sure, was=part.was or part.text),
            ]
            count += 1
    return count


def _two_syllables(word: str) -> int:
    """Where a word of small letters that is no syllable is parted into two that have accents; 0
    where it is not, or in several ways."""
    if not word.islower():
        return 0
    ways = [
        at
        for at in range(2, len(word) - 1)
        if not (word[:at].isascii() or word[at:].isascii())
        and is_syllable(word[:at])
        and is_syllable(word[at:])
    ]
    return ways[0] if len(ways) == 1 else 0


def _accented(row: Row) -> int:
    """Give words the accents of the pair that they are."""
    count = 0
    for one, other in zip(row.parts, row.parts[1:], strict=False):
        a = WORD.search(one.text)
        b = WORD.match(other.text)
        if a is None or b is None or a.end() != len(one.text):
            continue
        letters = _plain(a[0]), _plain(b[0])
        pair = _BY_LETTERS.get(letters)
        if pair is None and other.text[b.end() : b.end() + 1] in _MARKS:
            pair = _ENDINGS.get(letters)
        if pair is None:
            continue
        right = _same_word(a[0], pair[0]), _same_word(b[0], pair[1])
        bare = a[0].isascii() and b[0].isascii()
        if not (any(right) or bare) or f"{a[0]} {b[0]}".lower() in _OTHERS:
            continue
        for part, m, word in ((one, a, pair[0]), (other, b, pair[1])):
            if len(word) == len(m[0]) and not _same_word(m[0], word):
                _write(part, m, word)
                count += 1
    return count


def _of_phrases(parts: list[Part]) -> int:
    """Set right the one wrong word of a phrase, which may go on in the next row; how many were."""
    words = [WORD.search(part.text) for part in parts]
    count = 0
    for n, first in enumerate(words):
        if first is None or _plain(first[0]) not in _HEADS:
            continue
        run = list(_run(parts, words, n))
        for size in range(len(run), 2, -1):
            phrase = _LONGER.get(tuple(_plain(m[0]) for m in run[:size]))
            if phrase is None:
                continue
            wrong = [k for k in range(size) if not _same_word(run[k][0], phrase[k])]
            if len(wrong) == 1 and len(phrase[wrong[0]]) == len(run[wrong[0]][0]):
                _write(parts[n + wrong[0]], run[wrong[0]], phrase[wrong[0]])
                count += 1
            break
    return count


_HEADS = frozenset(letters[0] for letters in _LONGER)


def _run(parts: list[Part], words: list[re.Match[str] | None], n: int) -> Iterator[re.Match[str]]:
    """The words from the n-th on between which nothing but spaces stands, as many as a phrase may
    have."""
    for k in range(n, min(len(parts), n + _LONGEST)):
        m = words[k]
        if m is None or (k > n and m.start()):
            return
        yield m
        if m.end() != len(parts[k].text):
            return


def _write(part: Part, m: re.Match[str], word: str) -> None:
    """Put a word in the place of the one that was read, its capitals kept."""
    part.was = part.was or part.text
    part.text = part.text[: m.start()] + _cased(word, m[0]) + part.text[m.end() :]


def _same_word(read: str, word: str) -> bool:
    """True for the word as it may be written: the tone may stand on either vowel (hoà, hòa)."""
    return _spread(read) == _spread(word)


def _spread(word: str) -> str:
    return "".join(sorted(unicodedata.normalize("NFD", word.lower())))


def _cased(word: str, like: str) -> str:
    if like.isupper() and len(like) > 1:
        return word.upper()
    return word.capitalize() if like[:1].isupper() else word


def _numbered(rows: list[Row]) -> int:
    """Set right the Roman numbers of headings that were misread: strokes read as other letters,
    and a number told again where the one after it shows that it was to count on."""
    heads = []
    for row in rows:
        m = _NUMBER.match(row.parts[0].text) if row.parts else None
        if m is not None and (m[2] or len(row.parts) > 1) and _is_heading(row, m.end()):
            heads.append((row.parts[0], m))
    count = last = 0
    for n, (part, m) in enumerate(heads):
        strokes = "".join(_STROKES.get(c, c) for c in m[1])
        expected = _ROMAN[last] if last < len(_ROMAN) else ""
        shown = m[1]
        if m[1] not in _ROMAN or part.sure < _UNSURE:
            close = abs(len(strokes) - len(expected)) <= 1 and set(strokes) <= set(expected + "I")
            counted_on = n + 1 < len(heads) and last + 1 < len(_ROMAN)
            follows = counted_on and heads[n + 1][1][1] == _ROMAN[last + 1]
            if strokes == expected or (close and (m[1] not in _ROMAN or follows)):
                shown = expected
        if shown != m[1] and shown:
            at = len(m[1])
            (x0, top, _, _), (_, _, x1, bottom) = part.boxes[0], part.boxes[at - 1]
            step = (x1 - x0) / len(shown)
            part.boxes[:at] = [
                (x0 + k * step, top, x0 + (k + 1) * step, bottom) for k in range(len(shown))
            ]
            part.was = part.was or part.text
            part.text = shown + part.text[at:]
            count += 1
        last = _ROMAN.index(shown) + 1 if shown in _ROMAN else last
    return count


def _is_heading(row: Row, at: int) -> bool:
    """True for a short row that goes on with a capital letter."""
    rest = row.text[at:].lstrip()
    return rest[:1].isupper() and len(row.text) < 120
