from ffc import RayWorkflow, task


@task
def load(n):
    return {"size": n}


class Base:
    def add(self, entry):
        entry["added"] = True
        self.entries.append(entry)
        return len(self.entries)


@task
class Store(Base):
    def __init__(self, entries):
        entries.clear()
        self.entries = entries

    def _unused(self, entry):
        entry.clear()  # called by no node: what it gets is the object's own


store = Store([])
print(RayWorkflow(store.add(load(1)), workflow_name="w").run())
