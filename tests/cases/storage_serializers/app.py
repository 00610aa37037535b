"""A user's own serializer takes over objects of one type inside results."""

import os
import tempfile

from functionfuse import workflow
from functionfuse.backends.builtin.rayback import RayWorkflow
from functionfuse.serializers import FILE_PROTOCOL, generate_name
from functionfuse.storage import storage_factory


class Picture:
    def __init__(self, rows):
        self.rows = rows


class PictureSerializer:
    name = "Pictures"
    serializer_class = Picture

    @classmethod
    def pickle(cls, picture, protocols):
        file_name = generate_name()
        with protocols[FILE_PROTOCOL].open(file_name, "w") as file:
            file.write("\n".join(picture.rows))
        return cls.name, ("1", file_name)

    @classmethod
    def unpickle(cls, pid, protocols):
        _, file_name = pid
        with protocols[FILE_PROTOCOL].open(file_name, "r") as file:
            return Picture(file.read().split("\n"))

    @classmethod
    def remove(cls, pid, protocols):
        protocols[FILE_PROTOCOL].remove(pid[1])


@workflow
def draw(width):
    return {"picture": Picture(["#" * width] * 2), "width": width}


@workflow
def count(drawn):
    return sum(row.count("#") for row in drawn["picture"].rows)


path = tempfile.mkdtemp()
storage = storage_factory({"kind": "file", "options": {"path": path}})
storage.register_persistent_serializers(PictureSerializer)
drawn = draw(3).set_name("drawn")
flow = RayWorkflow(count(drawn), workflow_name="pictures")
flow.set_storage(storage)
print(flow.run(return_results=True))
print(len(os.listdir(os.path.join(path, "pictures", "bigdata"))))
print(storage.read_task("pictures", "drawn")["picture"].rows)
storage.remove_task("pictures", task_name="drawn")
print(os.listdir(os.path.join(path, "pictures", "bigdata")))
