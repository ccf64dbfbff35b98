"""Figures told again elsewhere, and equations told of another of their figures."""
