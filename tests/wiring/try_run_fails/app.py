"""Runs in which a task fails: the error is caught, and what comes instead is run."""

from functionfuse import workflow
from functionfuse.backends.builtin.rayback import RayWorkflow


@workflow
def samples(count):
    return [k * k for k in range(count)]


@workflow
def mean(values, skip=0):
    return sum(values) / (len(values) - skip)


@workflow
def report(name, value):
    return f"{name}: {value}"


def averaged(name, count, skip=0):
    """The report of a run; where it fails, one of another run."""
    values = samples(count).set_name(f"{name} samples")
    text = report(name, mean(values, skip).set_name(f"{name} mean"))
    flow = RayWorkflow(text, workflow_name=name)
    flow.query(".* mean").set_remote_args({"num_cpus": 0.5})
    try:
        return flow.run(return_results=True)
    except ZeroDivisionError:
        print("no mean of", name)
        instead = RayWorkflow(report(name, "nothing"), workflow_name=f"no {name}")
        return instead.run(return_results=True)
    finally:
        print("done with", name)


def main():
    texts = []
    for name, count in {"few": 3, "none": 0, "many": 6}.items():
        texts.append(averaged(name, count))
    texts.append(averaged("one", 1, skip=1))
    print(*texts, sep="\n")


if __name__ == "__main__":
    main()
