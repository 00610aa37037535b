"""Storage: results of nodes in files, as drivers and the local run keep them."""
