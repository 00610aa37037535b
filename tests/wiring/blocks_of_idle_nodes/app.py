"""Blocks of the driver of which some parts only make nodes that never run."""

import os

from functionfuse import workflow as task
from functionfuse.backends.builtin.rayback import RayWorkflow


@task
def show(number=1):
    return number


def kind():
    print("asked")
    return os.environ.get("FFC_NOT_SET", "a")


def tried(number):
    print("tried", int(os.environ.get("FFC_NOT_SET", number)))


def main():
    print(RayWorkflow(show(), workflow_name="all").run())
    match kind():
        case "a":
            show(2)  # ffc: ignore[FFC401]
        case _:
            show(3)  # ffc: ignore[FFC401]
    try:
        show(4)  # ffc: ignore[FFC401]
        tried("1")
    finally:
        show(5)  # ffc: ignore[FFC401]
    for number in ("2", "two"):
        try:
            show(6)  # ffc: ignore[FFC401]
            tried(number)
        except KeyError:
            show(7)  # ffc: ignore[FFC401]
        except ValueError:
            show(8)  # ffc: ignore[FFC401]
        else:
            show(9)  # ffc: ignore[FFC401]
        finally:
            show(10)  # ffc: ignore[FFC401]


main()
