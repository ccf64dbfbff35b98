"""Words set wide whose letters are drawn one by one, as browsers do (`B Á O  C Á O`): put together.

Their letters stand equally far apart, their words further. Letters set wide in one run are told by
`pieces`, which knows the spaces that are drawn.
"""

from __future__ import annotations

from itertools import pairwise

from extract.readers.pages.pieces import SPACE_GAP, Piece, put_together

_LEAST = 4  # letters from which they are looked at
_ALIKE = 0.07  # em: gaps that differ by less are equal; kerning changes them
_EQUAL = 0.45  # of the gaps are equal: short words have few
_NEARLY = 0.8  # of the gaps are equal or at the end of a word
_WIDER = 1.5  # times the gap between its letters is that between its words
_NO_SPACE = 0.24  # em: a drawn space is wider
_FAR = 2.0  # em: between two words there is less


def put_letters_together(row: list[Piece]) -> list[Piece]:
    """The pieces of a row from left to right, with the letters of words set wide as words."""
    letters: list[Piece] = []
    for piece in row:
        single = len(piece.text) == 1 and not (piece.mark or piece.before or piece.after)
        if letters and not (single and piece.left - letters[-1].right < _FAR * piece.size):
            _put(letters)
            letters = []
        if single:
            letters.append(piece)
    _put(letters)
    return [piece for piece in row if piece.text]


def _put(letters: list[Piece]) -> None:
    """Leave each word of these letters as its first piece, where they are set wide."""
    if len(letters) < _LEAST:
        return
    em = letters[0].size
    gaps = [b.left - a.right for a, b in pairwise(letters)]
    usual = sorted(gaps)[(len(gaps) - 1) // 2]
    equal = sum(abs(gap - usual) < _ALIKE * em for gap in gaps)
    wider = sum(gap > max(_WIDER * usual, usual + _ALIKE * em) for gap in gaps)
    spelled = wider and 2 * sum(piece.text.isalpha() for piece in letters) > len(letters)
    if usual <= SPACE_GAP * em or not (spelled or usual < _NO_SPACE * em):
        return
    if equal < _EQUAL * len(gaps) or equal + wider < _NEARLY * len(gaps):
        return
    word = letters[:1]
    for piece, gap in zip(letters[1:], gaps, strict=True):
        if gap > _WIDER * usual:
            put_together(word)
            word = []
        word.append(piece)
    put_together(word)
