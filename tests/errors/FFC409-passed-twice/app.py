from ffc import RayWorkflow, task


@task
def count(table, key):
    return table.count(key)


def main():
    table = [key % 7 for key in range(100_000)]
    flow = RayWorkflow(count(table, 3), count(table, 4), workflow_name="w")
    print(flow.run())


main()
