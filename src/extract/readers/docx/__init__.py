"""Word files: parts of the package -> lines, tables, notes."""
