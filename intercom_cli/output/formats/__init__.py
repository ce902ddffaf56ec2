"""One module per format, found by the name people give to ``-o``.

Each has ``write(pages, sheet)`` for a list and ``write_one(row, sheet)`` for a single record.
"""
