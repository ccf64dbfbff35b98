"""A whole and its parts in a list: the line it stands under, its items, what merges them."""
