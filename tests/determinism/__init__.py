"""The same app gives the same bytes everywhere."""
