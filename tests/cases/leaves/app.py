"""What a run gives: one value, a list for several leaves, items, a leaf twice."""

from functionfuse import workflow
from functionfuse.backends.builtin.rayback import RayWorkflow


@workflow
def primes(limit):
    sieve = bytearray([1]) * (limit + 1)
    for n in range(2, int(limit**0.5) + 1):
        if sieve[n]:
            sieve[n * n :: n] = bytes(len(range(n * n, limit + 1, n)))
    return [n for n in range(2, limit + 1) if sieve[n]]


@workflow
def stats(numbers):
    return {"count": len(numbers), "last": numbers[-1]}


small = primes(30)
found = stats(small)
large = stats(primes(1000))

one = RayWorkflow(found["last"], workflow_name="one").run(return_results=True)
two = RayWorkflow(found["count"], large["count"], workflow_name="two").run(return_results=True)
twice = RayWorkflow(large, large["last"], large, workflow_name="twice").run(return_results=True)
slices = RayWorkflow(small[:3], small[-1], workflow_name="slices").run(return_results=True)

print(one, two)
print(twice)
print(slices)
