"""A module that is a script too: its `if __name__ == "__main__"` stays out."""

from ffc import RayWorkflow
from script import SIZES, main, measure

if __name__ == "__main__":
    nodes = [measure(size).set_name(f"size {size}") for size in SIZES]
    flow = RayWorkflow(*nodes, workflow_name="the app's own")
    print(__name__, flow.run())
    main(SIZES[:1])
