from ffc import task

print("shapes is imported")


@task
def area(size):
    return size**2
