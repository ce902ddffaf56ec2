"""Write data on stdout and talk on stderr; only here is rich imported."""
