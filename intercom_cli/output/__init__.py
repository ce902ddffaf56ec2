"""Formats, one module each, and the printer that chooses between them."""
