"""What is kept on this machine: where files belong, how they are written, and what is in them."""
