"""Browsing a corpus database: Datasette with Vietnamese labels and the questions people ask."""
