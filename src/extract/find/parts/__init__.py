"""A whole and its parts in a sentence."""
