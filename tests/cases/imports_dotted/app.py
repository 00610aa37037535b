import functionfuse
import functionfuse.backends.builtin.rayback
import os.path


@functionfuse.task
def stem(path):
    return os.path.splitext(os.path.basename(path))[0]


@functionfuse.workflow
def shout(word):
    return word.upper()


name = shout(stem("/data/run_7/sample.csv"))
flow = functionfuse.backends.builtin.rayback.RayWorkflow(name, workflow_name="paths")
print(flow.run(return_results=True))
