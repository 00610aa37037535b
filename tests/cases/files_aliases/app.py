"""Modules under other names: `import a as b`, `import a.b as c`, `import a.b`."""

import numbers_ as n
import tools.series
import tools.series.sums as s
from ffc import RayWorkflow
from tools import naming as names
from tools.series import products

leaves = [
    s.partial(n.PRIMES, 3).set_name(names.title("partial", 3)),
    tools.series.sums.partial(n.SQUARES, count=2).set_name(names.title("squares")),
    products.product(n.PRIMES[: n.LIMIT]).set_name(names.title("product", n.LIMIT)),
    tools.series.both(n.PRIMES),
]
flow = RayWorkflow(*leaves, workflow_name=names.title("series"))
flow.query(f"{names.PREFIX}.*3").set_remote_args({"num_cpus": 0.5})
print([node.get_name() for node in flow.find_nodes()])
print(flow.run())
