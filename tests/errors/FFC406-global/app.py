from ffc import RayWorkflow, task

done = 0
last = None


@task
def work(n):
    global done, last
    if n:
        done += 1
        last = n
    else:
        done = 0
    return n


print(RayWorkflow(work(3), workflow_name="w").run(), done, last)
