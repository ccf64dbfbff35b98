"""Shares of a whole: a part, its whole and the percentage or fraction beside them."""
