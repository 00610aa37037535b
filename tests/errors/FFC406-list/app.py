from ffc import RayWorkflow, task

SCORES = []


@task
def score(rate):
    result = 1 - rate
    SCORES.append(result)
    return result


print(RayWorkflow(score(0.1), score(0.2), workflow_name="w").run(), SCORES)
