from functionfuse import workflow

@workflow
def sum(a, b):
    import random
    return a + b + random.random()

a, b = 1, 1

a_plus_b = sum(a, b).set_name("node1")
a_plus_two_b = sum(a_plus_b, b).set_name("node2")

from functionfuse.backends.builtin.rayback import RayWorkflow

ray_workflow = RayWorkflow(a_plus_two_b, workflow_name="sums")

from functionfuse.backends.plugins import PluginCollection, InitializerPlugin, RandomStatePlugin

def init_float():
    import random
    random.seed(1)

def set_seed(seed):
    import random
    import sys
    random.seed(seed)
    print(random.random(), file=sys.stderr)

random_state_plugin = RandomStatePlugin(min= -0x8000_0000_0000_0000, max= 0xffff_ffff_ffff_ffff, seed = -0x8000_0000_0000_0000, seed_func= set_seed)
initializer_plugin = InitializerPlugin(init_float)
plugin_collection = PluginCollection([initializer_plugin, random_state_plugin])

ray_workflow.query("^.*node1.*$").set_plugins(initializer_plugin)
ray_workflow.query("^.*node2.*$").set_plugins(plugin_collection)

c = ray_workflow.run()
print(c)
