from collections import defaultdict

from ffc import RayWorkflow, task


class Settings:
    verbose = False


COUNTS = defaultdict(int)


@task
def count(words):
    Settings.verbose = True
    for word in words:
        COUNTS[word] += 1
    return len(words)


print(RayWorkflow(count(["a", "b"]), workflow_name="w").run())
