"""Watched drivers: what they say of a run, what they write of it, how they end."""
