"""`[tool.ffc]`, and what looks after the drivers of a repository."""
