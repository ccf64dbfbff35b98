"""PDF files, opened in a process of their own -> the runs and rules of each page."""
