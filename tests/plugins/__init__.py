"""Plugins on real Ray."""
