import sqlite3

from ffc import RayWorkflow, task

db: sqlite3.Connection = sqlite3.connect(":memory:")


def fetch(key):
    return db.execute("select ?", [key]).fetchone()


@task
def lookup(key):
    return fetch(key)[0]


print(RayWorkflow(lookup(3), workflow_name="w").run())
