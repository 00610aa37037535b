"""Items of what methods return: of tuples, of dicts, beside the whole."""

from ffc import RayWorkflow, task


@task
class Fit:
    """Least squares, one point at a time."""

    def __init__(self):
        self.n = self.sx = self.sy = self.sxx = self.sxy = 0

    def add(self, x, y):
        self.n += 1
        self.sx, self.sy = self.sx + x, self.sy + y
        self.sxx, self.sxy = self.sxx + x * x, self.sxy + x * y
        return self.n

    def line(self):
        slope = (self.n * self.sxy - self.sx * self.sy) / (self.n * self.sxx - self.sx**2)
        return slope, (self.sy - slope * self.sx) / self.n

    def moments(self):
        return {"n": self.n, "mean x": self.sx / self.n, "mean y": self.sy / self.n}


@task
def predict(slope, intercept, x):
    return slope * x + intercept


@task
def report(moments, mean):
    return f"{sorted(moments)} {mean}"


fit = Fit()
fit.add(1, 3)
fit.add(2, 5)
count = fit.add(3, 7)
line = fit.line()
at_ten = predict(line[0], line[1], 10)
moments = fit.moments()
text = report(moments, moments["mean x"])
fit.add(4, 0)
later = fit.line()

flow = RayWorkflow(
    count, at_ten, text, moments["mean y"], later[0], later[-1], workflow_name="fit"
)
print(flow.run())
