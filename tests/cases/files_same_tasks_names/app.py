"""Two modules whose tasks, classes and nodes have the same names."""

import english.parse
import german.parse
from english.parse import Parser
from ffc import RayWorkflow
from german.parse import Parser as GermanParser

texts = {"english": "one two two", "german": "zwei eins"}
counts = [
    english.parse.count(texts["english"]).set_name("english count"),
    german.parse.count(texts["german"]).set_name("german count"),
]
parsers = {"english": Parser(), "german": GermanParser(10)}
totals = []
for (language, parser), text in zip(parsers.items(), texts.values(), strict=True):
    parser.set_name(f"{language} parser")
    for number, word in enumerate(text.split()):
        totals.append(parser.add(word).set_name(f"{language} {number} {word}"))

flow = RayWorkflow(*counts, *totals, workflow_name="languages")
flow.query(".* parser").set_remote_args({"num_cpus": 0.1})
flow.query("german count").set_remote_args({"num_cpus": 0.5})
print(flow.run())
