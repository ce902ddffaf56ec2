"""Nouns of the API, one module each."""
