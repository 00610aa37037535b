REGIONS = {"delta": 7, "coast": 4, "hills": 5}
CPUS = 0.5


def options(**more):
    return {"num_cpus": CPUS, **more}
