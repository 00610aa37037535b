"""Drawings of graphs: no Ray, no browser."""
