"""What is known of Intercom's operations: since which version they are, and what they take."""
