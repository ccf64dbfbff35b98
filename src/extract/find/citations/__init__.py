"""Which legal documents a text names, and how: drafts -> context, dates -> resolved citations."""
