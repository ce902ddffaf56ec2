"""Commands about the program itself, one module each."""
