"""Functions that wire, in other modules; one of them runs its own workflow."""

from evaluation import evaluate
from ffc import RayWorkflow
from models import MODELS, grid, train_all


def main():
    datasets = grid(["moons", "circles"], sizes=(4, 6))
    scores = []
    for name, dataset in datasets.items():
        for model, scored in train_all(name, dataset).items():
            scores.append(scored)
            print("wired", model, "on", name)
    flow = RayWorkflow(*scores, workflow_name="training")
    flow.query(".*-model").set_remote_args({"num_cpus": 0.5})
    results = flow.run()
    print(results)
    print(evaluate(results, len(MODELS)))


if __name__ == "__main__":
    main()
