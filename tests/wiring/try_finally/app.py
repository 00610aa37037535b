"""`try` and `finally` around wiring and run: a folder that goes away in any case."""

import os
import shutil
import tempfile

from ffc import RayWorkflow, task


@task
def write(folder, name, value):
    path = os.path.join(folder, name)
    with open(path, "w") as file:
        file.write(str(value))
    return path


@task
def total(paths):
    result = []
    for path in paths:
        with open(path) as file:
            result.append(f"{os.path.basename(path)}={file.read()}")
    return result


def main():
    folder = tempfile.mkdtemp()
    try:
        paths = []
        for number in range(3):
            name = f"part {number}"
            paths.append(write(folder, name, number * number).set_name(name))
        flow = RayWorkflow(total(paths[::-1]), workflow_name="parts")
        print(flow.run())
        print(len(os.listdir(folder)), "files")
    finally:
        shutil.rmtree(folder)
        print("gone:", not os.path.exists(folder))


if __name__ == "__main__":
    main()
