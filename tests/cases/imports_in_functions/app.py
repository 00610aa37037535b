"""The front end is imported where it is needed; tasks import what they use."""

from ffc import task


@task
def digest(text):
    import hashlib

    return hashlib.sha256(text.encode()).hexdigest()[:12]


@task
def join(parts):
    from functools import reduce
    from operator import concat

    return reduce(concat, parts)


def main():
    import json

    from ffc import RayWorkflow

    text = json.dumps({"samples": [1, 2, 3]}, sort_keys=True)
    both = join([digest(text), digest("control")])
    flow = RayWorkflow(both, workflow_name="digests")
    print(flow.run())


if __name__ == "__main__":
    main()
