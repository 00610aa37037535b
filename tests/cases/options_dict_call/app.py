from ffc import RayWorkflow, task


@task
def double(x):
    return 2 * x


two = double(1)
flow = RayWorkflow(two, workflow_name="two", ray_init_args=dict(log_to_driver=False))
flow.query("double.*").set_remote_args(dict(num_cpus=1, max_retries=0))
print(flow.run())
