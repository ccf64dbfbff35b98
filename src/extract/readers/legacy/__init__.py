"""Vietnamese encodings and fonts from before Unicode."""
