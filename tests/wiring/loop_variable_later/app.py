"""The variable of a loop is used behind the loop, with nodes of others."""

import os

from ffc import RayWorkflow, task


@task
def draw(name):
    return name.upper()


@task
def colour(picture, shade):
    return f"{picture} {shade}"


@task
def frame(*pictures):
    return " | ".join(pictures)


shades = os.environ.get("SHADES", "red blue").split()
gallery = []
for picture, style in zip((draw("cat"), draw("dog")), ("plain", "framed")):
    for shade in shades:
        picture = colour(picture, shade)
    if style == "framed":
        gallery.append(frame(picture, picture))
    else:
        gallery.append(picture)

for last in [draw("fox"), draw("owl")]:
    gallery.append(last)
for shade in shades:
    gallery.append(colour(last, shade))
print(RayWorkflow(*gallery, last, workflow_name="gallery").run())
