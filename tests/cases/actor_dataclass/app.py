"""Class nodes with decorators, static and class methods, properties and helpers."""

from dataclasses import dataclass, field

from ffc import RayWorkflow, task

DECIMALS = 2


def tidy(value):
    return round(value, DECIMALS)


def counted(method):
    """Counts the calls of a method."""

    def wrapper(self, *args, **kwargs):
        self.calls += 1
        return method(self, *args, **kwargs)

    return wrapper


@task
@dataclass
class Oscillator:
    """A damped spring."""

    frequency: float
    damping: float = 0.1
    position: float = 1.0
    speed: float = field(default=0.0)
    calls: int = 0

    @property
    def energy(self):
        return self.speed**2 / 2 + self.frequency**2 * self.position**2 / 2

    @staticmethod
    def sign(value):
        return -1 if value < 0 else 1

    @classmethod
    def kind(cls):
        return cls.__name__

    @counted
    def step(self, time: float, times: int = 1) -> float:
        for _ in range(times):
            force = -self.frequency**2 * self.position - self.damping * self.speed
            self.speed += force * time
            self.position += self.speed * time
        return tidy(self.position)

    def state(self):
        return self.kind(), self.sign(self.position), tidy(self.energy), self.calls


spring = Oscillator(2.0, position=0.5)
spring.step(0.1)
later = spring.step(0.1, times=20)
flow = RayWorkflow(later, spring.state(), workflow_name="spring")
print(*flow.run())
