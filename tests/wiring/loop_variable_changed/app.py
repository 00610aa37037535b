"""The variable of a loop is counted on behind the loop."""

from ffc import RayWorkflow, task


@task
def page(number):
    return f"page {number}"


pages = []
for name, number in {"title": 1, "preface": 3}.items():
    pages.append(page(number).set_name(name))
number += 4
pages.append(page(number).set_name("chapter"))
print(RayWorkflow(*pages, workflow_name="book").run(), number)
