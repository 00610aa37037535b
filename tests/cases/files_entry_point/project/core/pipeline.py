from functionfuse.backends.builtin.rayback import RayWorkflow

from .tasks import gallery, paint


class Pipeline:
    """Paints in as many colours as are added."""

    def __init__(self, size):
        self.size = size
        self.pictures = []

    def add(self, colour):
        picture = paint(colour, self.size + len(self.pictures))
        self.pictures.append(picture.set_name(f"paint {colour}"))

    def run(self):
        flow = RayWorkflow(gallery(self.pictures[::-1]), workflow_name="gallery")
        flow.query("paint .*").set_remote_args({"num_cpus": 0.5})
        return flow.run(return_results=True)
