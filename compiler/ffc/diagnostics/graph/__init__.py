"""4xx: what is wrong with the graph."""
