"""What apps do with storages: drivers of others have nothing that stands behind it."""

from __future__ import annotations

ACTORS = True  # nodes are calls of objects
CLASSES = True  # results may be objects of the driver's own classes
ITEMS = True  # nodes take items of results
LOCALS = True  # functions and classes are made within functions
REMOTE = True  # only some nodes of the cluster reach the storage
SERIALIZERS = True  # objects of some classes are stored beside the results
SETUPS = True  # functions of tasks begin with what plugins call
UNSTORED = True  # nodes are calls of objects, or notes of steps
URLS = True  # the storage may be behind a URL
