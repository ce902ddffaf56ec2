"""What the tool costs, measured as ratios."""
