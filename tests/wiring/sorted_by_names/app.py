"""Nodes in the order of their names, which only the app has."""

import os

from ffc import RayWorkflow, task


@task
def read(title):
    return title.upper()


@task
def shelf(*books):
    return " / ".join(books)


books = [read(title).set_name(title) for title in ("waves", "emma", "persuasion")]
ordered = sorted(books, key=lambda book: book.name)
for title in os.environ.get("MORE_BOOKS", "beowulf").split():
    ordered.append(read(title))
print(RayWorkflow(shelf(*ordered), workflow_name="library").run())
