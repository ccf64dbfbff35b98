"""Expressions made ready by `re`, or by `regex` where `re` of an older Python misreads them."""

from __future__ import annotations

import re
import sys
from typing import cast

import regex

_MISREAD = sys.version_info < (3, 11, 5)  # possessive groups give up matches: CPython gh-106052
_POSSESSIVE = re.compile(r"\)[*+?]\+|\)\{[0-9,]*\}\+|\(\?>")


def ready(text: str, flags: int = 0, misread: bool = _MISREAD) -> re.Pattern[str]:
    """The expression compiled; re.error where it is wrong. `misread` says whether `re` cannot be
    trusted with groups that are possessive or atomic."""
    if misread and _POSSESSIVE.search(text):
        try:
            return cast("re.Pattern[str]", regex.compile(text, flags))
        except regex.error as e:
            raise re.error(str(e), text) from None
    return re.compile(text, flags)
