from ffc import RayWorkflow, task


@task
def lade(名前):
	return [名前]


def main():
	日本 = lade("日本語"); 和 = 日本 + lade("é́")
	print(RayWorkflow(和, workflow_name="w").run())


main()
