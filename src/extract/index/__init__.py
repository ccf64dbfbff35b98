"""The citation index: which legal documents a corpus cites, where, and what it says of them.

`open_index` opens a corpus database with an index that is up to date; `Index` answers questions.
"""

from __future__ import annotations

from extract.index.making import Summary, build, is_fresh
from extract.index.opened import Index, open_index

__all__ = ["Index", "Summary", "build", "is_fresh", "open_index"]
