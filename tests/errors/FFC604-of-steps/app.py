"""Plugins for steps, which only the driver knows."""
import importlib
import os
import random

import ffc as gb
from ffc import PluginCollection


@gb.remote
class Draw(gb.SourceStep):
    def load(self):
        return {"out": [{"n": random.randint(1, 6)}]}


drawn = Draw.remote()
plugins = importlib.import_module(os.environ["SETUP"]).plugins
drawn.query().set_plugins(PluginCollection(plugins))
print(gb.run(drawn))
