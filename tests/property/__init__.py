"""Random apps: the local run and the driver on Ray print the same."""
