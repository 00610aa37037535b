import ffc
from ffc import LocalWorkflow, RayWorkflow as Cluster, task as step


@step
def celsius(fahrenheit):
    return round((fahrenheit - 32) / 1.8, 1)


@ffc.workflow
def warmest(readings):
    return max(readings)


@ffc.task
class Log:
    def __init__(self, station):
        self.station = station

    def line(self, value):
        return f"{self.station}: {value} °C"


noon = celsius(68)
evening = celsius(59)
top = warmest([noon, evening])
line = Log("Abisko").line(top)

print(Cluster(line, workflow_name="weather").run())
print(LocalWorkflow(noon, evening, workflow_name="readings").run())
print(ffc.RayWorkflow(top, workflow_name="top").run())
