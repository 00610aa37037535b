import os
from functionfuse import workflow
from functionfuse.backends.builtin.rayback import RayWorkflow

@workflow
def gather(*parts):
    return len(parts)

@workflow
def show():
    return 5

def main():
    chain = show()
    for i in os.environ.get('FFC_NOT_SET', 'x y').split():
        flow = RayWorkflow(chain, workflow_name='flow')
        print(flow.run())
        chain = gather(chain, chain)
main()
