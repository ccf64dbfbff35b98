"""Plain text and Markdown -> blocks; what every reader ends with: lines -> a Document."""
