import sqlite3
import threading
from multiprocessing import Pool

from ffc import RayWorkflow, task

LOCK = threading.Lock()
OPEN = 3
connect = sqlite3.connect
log = open(__file__)  # noqa: SIM115
text = log.read()
names = [name for name in ("a", "b")]


def in_the_driver(line):
    with LOCK:
        return log.readline() or line


@task
def read(path, text, lock=False):
    log = open(path)  # noqa: SIM115
    with log, Pool(OPEN) as pool, connect(":memory:") as db:
        return pool.map(len, log), db.execute("select 1").fetchall(), sum(n for n in (1, 2)), text


@task
class Store:
    def __init__(self, path):
        self.lock = threading.Lock()
        self.db = sqlite3.connect(path)

    def size(self):
        with self.lock:
            return self.db.total_changes


size = Store(":memory:").size()
print(RayWorkflow(read(__file__, text), read(log.name, names, lock=True), size, workflow_name="w").run())
print(in_the_driver("end"))
