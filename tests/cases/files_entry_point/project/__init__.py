"""The project."""

VERSION = "1.2"
