"""Ways to sign in, one module each, and what they share."""
