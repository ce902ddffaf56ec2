"""A workspace inside the package that answers as Intercom does."""
