from ffc import RayWorkflow, task

total = 0
SEEN = []


@task
class Counter:
    def add(self, n):
        global total
        SEEN.append(n)  # in the copy that the object keeps
        total += n
        return total


counter = Counter()
print(RayWorkflow(counter.add(3), workflow_name="w").run(), total)
