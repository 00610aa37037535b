"""A repository with apps: its configuration, and which drivers there are to be.

Nothing here loads the compiler, LibCST or click before there is something to compile, nor
dataclasses, which take as long to load as half of the rest: what is handed on is named tuples.
"""
