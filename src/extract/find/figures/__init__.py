"""Digits and number words -> quantities: value, unit, what is counted, direction."""
