"""1xx: what is wrong with the source itself."""
