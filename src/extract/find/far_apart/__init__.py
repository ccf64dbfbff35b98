"""Relations of figures that stand in other sentences, paragraphs or sections."""
