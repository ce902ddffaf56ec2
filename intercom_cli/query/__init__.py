"""The --where language and what it compiles to."""
