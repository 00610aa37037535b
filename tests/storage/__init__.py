"""Storage where the files are: no Ray."""
