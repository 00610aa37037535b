from ffc import RayWorkflow, task

SEEN = []
COUNTS = {}


@task
def load(path, rows=None):
    SEEN.append(path)  # ffc: ignore[FFC406]
    COUNTS[path] = rows.pop(); SEEN.sort()  # noqa: E702  # ffc: ignore[FFC406,FFC407] as a test
    COUNTS.update(  #ffc:ignore [ FFC406 , ]
        {path: 1},
    )
    return [path]


@task
def add(a, b):
    return a + b


leaf = load("a", [1])
forgotten = add(
    load(
        "b",
        [2],
    ),
    load("c", [3]),
)  # FFC: ignore[FFC401]
unused = add(  # ffc: ignore[FFC412]
    leaf,
    b=[1],
)
flow = RayWorkflow(leaf, workflow_name="w")
flow.query("none").set_remote_args({"num_cpus": 1})  # ffc: ignore[FFC402]
print(flow.run())
