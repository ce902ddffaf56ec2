"""See the tool at work, without an account."""
