"""Stocks and flows: what was there, came in, went out and is left."""
