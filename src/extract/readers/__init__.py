"""Bytes -> Document: the only place that imports PDF, DOCX, HTML or OCR libraries.

`files` asks `kinds` what a file is and calls its reader: `text` (plain text, Markdown), `docx`,
`html`, `pdf`, `ocr` (scans, pictures), or `office` (LibreOffice, for older formats). What is drawn
or recognised on a page is put together by `pages`; encodings from before Unicode are read by
`legacy`; every reader ends with the lines of `text`.
"""
