import ffc as gb


@gb.remote
class Add(gb.Step):
    Parameters = {"value": {"type": "number", "default": 20}}

    def __init__(self, value):
        super().__init__()
        self.value = value

    def on_data(self, note):
        note["n"] += self.value


@gb.remote
class Message(gb.Resource):
    def __init__(self, message="Hello"):
        super().__init__(message)


@gb.remote
class Numbers(gb.SourceStep):
    Parameters = {"message": {"type": "resource"}}

    def __init__(self, message):
        super().__init__()
        self.message = message

    def load(self):
        return {"out": [{"n": len(self.message)}]}


print(gb.run(Numbers.remote(message=Message.remote())))
