"""So much for each, how many, in all: rates and their totals."""
