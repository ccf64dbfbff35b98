"""Web pages and what Word saves as one -> lines, tables, notes."""
