from functionfuse.workflow import workflow as node
from functionfuse.backends.addons.rayworkflowback import RayWorkflow as Durable


@node
def collatz(n):
    """Steps until 1."""
    steps = 0
    while n != 1:
        n = 3 * n + 1 if n % 2 else n // 2
        steps += 1
    return steps


@node
class Record:
    def __init__(self):
        self.best = 0

    def see(self, steps):
        self.best = max(self.best, steps)
        return self.best


record = Record()
record.see(collatz(27))
longest = record.see(collatz(97))

print("longest:", Durable(longest, workflow_name="collatz").run())
