# -*- coding: utf-8 -*-
"""Δοκιμή: names and texts beyond ASCII. 🧪"""

from ffc import RayWorkflow, task

Größe = 3
π = 3.14159


@task
def area(radius, /, einheit="m²"):
    return f"{π * radius**2:.2f} {einheit}"


@task
class Counter:
    def __init__(self, début=0):
        self.état = début

    def ajouter(self, été):
        self.état += été
        return "★" * self.état


kreis = area(Größe).set_name("kreisfläche – größe")
クリック = Counter(début=1)
étoiles = クリック.ajouter(2)

flow = RayWorkflow(kreis, étoiles, workflow_name="naïve 测试")
flow.query("kreis.* – größe").set_remote_args({"num_cpus": 1})
résultats = flow.run()
print(*résultats, "😀 \N{SNOWMAN} \x41 ñ")
