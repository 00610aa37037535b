import importlib
import os

from ffc import PluginCollection, RayWorkflow, task


@task
def double(n):
    return 2 * n


plugins = importlib.import_module(os.environ["SETUP"]).plugins
flow = RayWorkflow(double(2), workflow_name="w")
flow.query().set_plugins(PluginCollection(plugins))
print(flow.run())
