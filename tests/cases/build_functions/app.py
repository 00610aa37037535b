"""Functions that make nodes, take nodes and constants, return nodes and tuples."""

from ffc import RayWorkflow, task


@task
def sample(start, count):
    """A linear congruential generator."""
    values = []
    for _ in range(count):
        start = (1103515245 * start + 12345) % 2**31
        values.append(start % 100)
    return values


@task
def smooth(values, width):
    return [sum(values[i : i + width]) / width for i in range(len(values) - width + 1)]


@task
def peak(values):
    return max(values)


@task
def ratio(a, b):
    return round(a / b, 3)


def prepared(start, width=3):
    """One series, raw and smoothed."""
    raw = sample(start, 12)
    return raw, smooth(raw, width)


def peaks(start):
    raw, smoothed = prepared(start)
    return peak(raw), peak(smoothed)


def compare(series_a, series_b, label):
    result = ratio(series_a, series_b)
    result.set_name(f"ratio {label}")
    return result


def main():
    raw, smoothed = peaks(1)
    other_raw, other_smoothed = peaks(2)
    flow = RayWorkflow(
        compare(raw, other_raw, "raw"),
        compare(smoothed, other_smoothed, label="smoothed"),
        workflow_name="peaks",
    )
    raw_ratio, smoothed_ratio = flow.run()
    print("raw", raw_ratio)
    print("smoothed", smoothed_ratio)


if __name__ == "__main__":
    main()
