"""Sizes and names come from the command line."""

# arguments: --size 3 --label probe extra more

import argparse

from ffc import RayWorkflow, task


@task
def grid(size, spacing):
    return [round(k * spacing, 3) for k in range(size)]


@task
def describe(points, label, rest):
    return f"{label}: {points} {rest}"


def parse():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=5, help="points in the grid")
    parser.add_argument("--spacing", type=float, default=0.5)
    parser.add_argument("--label")
    parser.add_argument("rest", nargs="*")
    return parser.parse_args()


def main():
    args = parse()
    points = grid(args.size, args.spacing)
    text = describe(points, label=args.label or "grid", rest=args.rest).set_name("text")
    flow = RayWorkflow(text, workflow_name="grid")
    flow.query("text").set_remote_args({"max_retries": args.size})
    print(flow.run())


if __name__ == "__main__":
    main()
