"""What a converter or a site's generator writes above a Markdown text: lines of YAML between two
rules ("title: …", "conversion_date: …"). None of it is the document's own."""

from __future__ import annotations

import re

from extract.readers.text.lines import Line

_RULE = re.compile(r"-{3}\s*")
_FIELD = re.compile(r"[A-Za-z_][\w.-]*:(?:\s|\Z)|[ \t]+\S|- ")  # a key, what goes on with it
_KEY = re.compile(r"[A-Za-z_][\w.-]*:")
_MOST = 60  # lines


def drop_front_matter(text: str, lines: list[Line]) -> None:
    """Make the lines of front matter blank ones; none where a text begins with a plain rule."""
    first = next((n for n, line in enumerate(lines) if line.kind != "blank"), 0)
    told = lines[first : first + _MOST]
    if not told or _RULE.fullmatch(text, told[0].start, told[0].end) is None:
        return
    for n, line in enumerate(told[1:], 1):
        if _RULE.fullmatch(text, line.start, line.end):
            if n > 1 and _KEY.match(text, told[1].start, told[1].end):
                for inside in told[: n + 1]:
                    inside.kind, inside.level = "blank", 0
            return
        if line.kind != "blank" and _FIELD.match(text, line.start, line.end) is None:
            return
