"""Ways to find a root."""
