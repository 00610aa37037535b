"""The names of plugins, which are the same in all front ends that have them."""

from __future__ import annotations

from collections.abc import Mapping

from .meaning import Meaning

PLUGINS: Mapping[str, Meaning] = {
    "InitializerPlugin": Meaning.INITIALIZER,
    "RandomStatePlugin": Meaning.RANDOM_STATE,
    "PluginCollection": Meaning.COLLECTION,
}
BASES = ("Plugin",)
