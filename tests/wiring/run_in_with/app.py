"""A node and what it takes are made before the `with` that runs them."""

import contextlib

from ffc import RayWorkflow, task


@task
def fetch(page):
    return page * 2


@task
def measure(text):
    return len(text)


def main():
    text = fetch("home")
    entry = measure(text)
    with contextlib.nullcontext():
        print(RayWorkflow(entry, workflow_name="pages").run())


main()
