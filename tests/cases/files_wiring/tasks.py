from ffc import task


@task
def samples(kind, size):
    return [(len(kind) * k * k) % 11 for k in range(1, size + 1)]


@task
def train(points, power):
    return sum(point**power for point in points) % 97


@task
def score(model, points):
    return round(model / sum(points), 3)
