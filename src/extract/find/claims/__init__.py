"""What a figure claims: when, compared with when, of what, planned or reached."""
