"""A plain class of the user's that wires: nodes in attributes, methods in a chain."""

from functionfuse import workflow
from functionfuse.backends.builtin.rayback import RayWorkflow


@workflow
def load(name, size):
    return [f"{name}{k}" for k in range(size)]


@workflow
def select(rows, part):
    return rows[part::2]


@workflow
def write(rows, title):
    return f"{title}: {' '.join(rows)}"


class Pipeline:
    """Stages, one after another, each named after the pipeline and its place."""

    def __init__(self, name, size=6):
        self.name = name
        self.nodes = [load(name, size).set_name(f"{name}/load")]
        self.written = {}

    @property
    def last(self):
        return self.nodes[-1]

    def add(self, make, *args):
        node = make(self.last, *args)
        node.set_name(f"{self.name}/{len(self.nodes)}")
        self.nodes.append(node)
        return self

    def write(self, title):
        self.written[title] = write(self.last, title)
        return self

    def run(self, **options):
        flow = RayWorkflow(*self.written.values(), workflow_name=self.name)
        flow.query(f"{self.name}/.*").set_remote_args(options)
        return flow.run(return_results=True)

    def __len__(self):
        return len(self.nodes)


left = Pipeline("left").add(select, 0).write("even").add(select, 1).write("quarter")
right = Pipeline("right", size=3)
right.add(select, 1).write("odd").write("again")

print(len(left), len(right), [node.get_name() for node in left.nodes])
print(left.run(num_cpus=0.5))
print(right.run(max_retries=1))
