"""Which pages of a file to read, as people write it: 3-7,12."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.errors import InputError

_PART = re.compile(r"([0-9]{1,9})?\s*([-–])?\s*([0-9]{1,9})?")


@dataclass(frozen=True, slots=True)
class PageRange:
    """Stretches of pages, from 1, both ends included, in order and apart; `None`: to the end.

    `str()` writes it in one way only ("3-7,12"), so that equal choices are equal text.
    """

    stretches: tuple[tuple[int, int | None], ...]

    def __str__(self) -> str:
        return ",".join(
            f"{a}" if a == b else f"{a}-" if b is None else f"{a}-{b}" for a, b in self.stretches
        )

    @classmethod
    def parse(cls, text: str) -> PageRange:
        """The pages in `text`: "3-7,12", "5-" (to the end), "-5"; InputError where it is none."""
        found = []
        for part in text.replace(";", ",").split(","):
            m = _PART.fullmatch(part.strip())
            if m is None or not (m[1] or m[3]) or (m[1] and m[3] and not m[2]):
                raise _unclear(text)
            first = int(m[1] or 1)
            last = None if m[2] and not m[3] else int(m[3] or m[1])
            if first < 1 or (last is not None and last < first):
                raise _unclear(text)
            found.append((first, last))
        return cls(tuple(_joined(found)))

    def of(self, count: int, name: str) -> list[int]:
        """The numbers of the pages asked for of a file that has `count`; InputError, naming the
        file and how many it has, where one of them is beyond its end."""
        beyond = [n for a, b in self.stretches for n in (a, b) if n is not None and n > count]
        if beyond:
            en, vi = ("page", "pages")[count != 1], "trang"
            raise InputError(
                f"{name}: there is no page {beyond[0]}, the file has {count} {en}; "
                f"change --pages {self}",
                f"{name}: không có trang {beyond[0]}, tệp có {count} {vi}; hãy sửa --pages {self}",
            )
        return [n for a, b in self.stretches for n in range(a, (count if b is None else b) + 1)]


def _joined(found: list[tuple[int, int | None]]) -> Iterator[tuple[int, int | None]]:
    """The stretches in order; those that overlap or touch as one."""
    ordered = sorted(found, key=lambda s: s[0])
    first, last = ordered[0]
    for a, b in ordered[1:]:
        if last is None or a <= last + 1:
            last = None if last is None or b is None else max(last, b)
        else:
            yield first, last
            first, last = a, b
    yield first, last


def _unclear(text: str) -> InputError:
    return InputError(
        f"pages “{text}” (--pages): write pages and ranges from 1 with commas between, as in "
        "3-7,12 or 5-",
        f"trang “{text}” (--pages): hãy ghi số trang hoặc khoảng trang từ 1, cách nhau bằng dấu "
        "phẩy, ví dụ 3-7,12 hoặc 5-",
    )


def around(numbers: list[int], count: int, reach: int) -> list[int]:
    """The pages with those up to `reach` before and after each, in order."""
    near = {n for number in numbers for n in range(number - reach, number + reach + 1)}
    return sorted(n for n in near if 1 <= n <= count)


def no_pages(name: str, kind: str, loai: str) -> InputError:
    """What to say where pages are asked of a kind of file that has none."""
    return InputError(
        f"{name}: --pages needs a file with pages (PDF, TIFF), and {kind} has none of its own; "
        "leave the option out, or save the file as PDF",
        f"{name}: --pages chỉ dùng cho tệp có trang (PDF, TIFF), {loai} không có trang cố định; "
        "hãy bỏ tùy chọn này, hoặc lưu tệp thành PDF",
    )
