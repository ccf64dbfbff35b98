"""Rows: figures of several things, told in one order again and again."""
