"""What all searches over the figures of one document are."""

from __future__ import annotations

from extract.find.binding.moments import Moments


class Search:
    """A search over one document."""

    def __init__(self, binder: Moments) -> None:
        self.b = binder
        self.folded = binder.folded
        self.by_id = binder.by_id

    @classmethod
    def find(cls, binder: Moments) -> None:
        """Announce what the search finds."""
        cls(binder).run()

    def run(self) -> None:
        """Look at every figure."""
        raise NotImplementedError
