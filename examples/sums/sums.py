from ffc import workflow

@workflow
def sum(a, b):
    return a + b

a, b = 1, 1

a_plus_b = sum(a, b).set_name("node1")
a_plus_two_b = sum(a_plus_b, b).set_name("node2")

from ffc import RayWorkflow

ray_options = {
    "address": "ray://localhost:10001",
    "ignore_reinit_error": True,
    "runtime_env": {"working_dir": "."}
}

ray_workflow = RayWorkflow(a_plus_two_b, workflow_name="sums", ray_init_args=ray_options)

node1_remote_args = {"num_cpus": 1}
node2_remote_args = {"resources": {"custom_resource": 0.1}}
ray_workflow.query("^.*node1.*$").set_remote_args(node1_remote_args)
ray_workflow.query("^.*node2.*$").set_remote_args(node2_remote_args)

c = ray_workflow.run()
print(c)
