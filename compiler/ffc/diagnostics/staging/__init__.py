"""2xx: what is wrong with the wiring."""
