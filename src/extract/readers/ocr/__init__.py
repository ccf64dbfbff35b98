"""Scans and pictures -> the runs and rules of each page, through Tesseract."""
