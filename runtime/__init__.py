"""The helpers that drivers inline, each only where it is used.

A module here is read as source by the compiler, never imported by it. It may use the
standard library and Ray; it must not name another module of this folder.
"""
