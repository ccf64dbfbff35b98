"""Blocks of cells -> tables; their sums, rates and growth; what text and tables both tell."""
