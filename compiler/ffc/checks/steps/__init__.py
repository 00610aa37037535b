"""Checks of step graphs: of the classes that nodes are made of, and of what nodes are given."""
