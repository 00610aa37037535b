import argparse

from . import VERSION
from .core.pipeline import Pipeline


def parse():
    parser = argparse.ArgumentParser(prog="project")
    parser.add_argument("--size", type=int, default=4)
    parser.add_argument("--names", nargs="*", default=["red", "blue"])
    return parser.parse_args()


def main():
    args = parse()
    print("project", VERSION)
    pipeline = Pipeline(args.size)
    for name in args.names:
        pipeline.add(name)
    print(*pipeline.run(), sep="\n")
