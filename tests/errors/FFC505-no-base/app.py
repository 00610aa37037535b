import ffc as gb


from collections import UserDict


@gb.remote
class Add:
    def on_data(self, note):
        note["n"] += 1


@gb.remote
class Numbers(UserDict):
    def load(self):
        return {"out": [{"n": 1}]}


print(gb.run(Add.remote().bind("out", Numbers.remote())))
