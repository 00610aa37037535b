from ffc import task


@task
def slow(number):
    return "slow", number


@task
def solve(number):
    return "solved", number
