"""PromptStep asks, on the terminal or in a file."""

import io
import json
import subprocess
import sys

import pytest

import ffc

from .nodes import Numbers, numbers

events = []


@pytest.fixture(autouse=True)
def no_events(monkeypatch):
    events.clear()
    monkeypatch.delenv("FFC_ANSWERS", raising=False)


@ffc.remote
class Ask(ffc.PromptStep):
    Outputs = ["yes", "no"]

    def on_data(self, note):
        events.append(f"on_data {note['n']}")

    def get_prompt(self, note):
        events.append(f"get_prompt {note['n']}")
        if note["n"] == 1:
            return None
        return ffc.prompts.bool_prompt(note, msg=f"Keep {note['n']}?")

    def on_prompt_response(self, note, response):
        events.append(f"response {response} to {note['n']}")
        note["kept"] = response

    def route(self, note):
        return "yes" if note.get("kept", True) else "no"

    def on_end(self):
        events.append("on_end")


def asked(prompt, line, monkeypatch):
    @ffc.remote
    class AskFor(ffc.PromptStep):
        def get_prompt(self, note):
            return prompt

        def on_prompt_response(self, note, response):
            note["answer"] = response

    monkeypatch.setattr(sys, "stdin", io.StringIO(line))
    ((note,),) = ffc.run(AskFor.remote().bind("out", Numbers.remote(count=1))).values()
    return note["answer"]


def test_each_note_has_its_question_and_goes_on(monkeypatch, capsys):
    monkeypatch.setattr(sys, "stdin", io.StringIO("yes\nn\n"))
    ref = Ask.remote().bind("out", Numbers.remote(count=3))
    notes = ffc.run(ref)
    assert (numbers(notes["yes"]), numbers(notes["no"])) == ([0, 1], [2])
    assert events == [
        *["get_prompt 0", "response True to 0", "on_data 0"],
        *["get_prompt 1", "on_data 1"],
        *["get_prompt 2", "response False to 2", "on_data 2"],
        "on_end",
    ]
    shown = capsys.readouterr()
    title = ref.made.title
    assert shown.out == ""
    assert shown.err == (
        f"[{title}] {{'n': 0}}\nKeep 0? (yes or no) [{title}] {{'n': 2}}\nKeep 2? (yes or no) "
    )


def test_kinds_of_questions(monkeypatch):
    p = ffc.prompts
    for prompt, line, answer in (
        (p.bool_prompt("?"), "Y", True),
        (p.bool_prompt("?", default=True), "", True),
        (p.text_prompt("?"), "some text", "some text"),
        (p.text_prompt("?", default="none"), "\n", "none"),
        (p.number_prompt("?"), "1.5", 1.5),
        (p.selection_prompt("?", ["cat", "dog"]), "dog", "dog"),
        (p.selection_prompt("?", ["cat", "dog"]), "\n", "cat"),
        (p.selection_prompt("?", ["a", "b", "c"], multiple_allowed=True), "a, c", ["a", "c"]),
        (p.dict_prompt("?"), '{"a": 1}', {"a": 1}),
        (p.list_prompt("?"), '["a"]', ["a"]),
        (p.prompt("?"), "text", "text"),
    ):
        assert asked(prompt, line if line.endswith("\n") else f"{line}\n", monkeypatch) == answer


def test_a_wrong_answer_is_asked_for_again(monkeypatch, capsys):
    prompt = ffc.prompts.selection_prompt("?", ["cat", "dog"], msg="Which?")
    assert asked(prompt, "cow\ndog\n", monkeypatch) == "dog"
    error = capsys.readouterr().err
    assert "'cow' is none of 'cat', 'dog'" in error
    assert error.count("Which?") == 2


def test_nobody_can_answer(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    ref = Ask.remote().bind("out", Numbers.remote(count=1))
    with pytest.raises(SystemExit, match=r"nobody can answer: .* file of answers in FFC_ANSWERS"):
        ffc.run(ref)


def test_steps_that_ask_have_notes_of_their_own(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.StringIO("yes\nno\nyes\n"))
    source = Numbers.remote(count=1)
    first = Ask.remote().bind("out", source)
    notes = ffc.run(Ask.remote().bind("out", source, "yes", first))
    assert notes == {"yes": [{"n": 0, "kept": True}], "no": [{"n": 0, "kept": False}]}


def test_notes_that_wait_for_an_answer_are_copies():
    step = Ask.__wrapped__()
    note = {"n": 0}
    *_, facts = step._take(["yes"], [note])
    assert facts["prompt"]["data"] == {"n": 0}
    note["n"] = "changed"
    assert step._answer(["yes"], True)[0] == [{"n": 0, "kept": True}]


def test_a_step_that_takes_no_answer(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.StringIO("yes\n"))
    Careless = ffc.remote(type("Careless", (ffc.PromptStep,), {}))
    with pytest.raises(NotImplementedError, match="Careless needs a method on_prompt_response"):
        ffc.run(Careless.remote().bind("out", Numbers.remote(count=1)))


APP = """
import ffc

@ffc.remote
class Ask(ffc.PromptStep):
    def on_prompt_response(self, note, response):
        note["kept"] = response

@ffc.remote
class Two(ffc.SourceStep):
    def load(self):
        return {"out": [{}, {}]}

one = Ask.remote().bind("out", Two.remote())
two = Ask.remote().bind("out", Two.remote())
print(ffc.run(two)["out"], ffc.run(one)["out"])
"""


@pytest.mark.parametrize(
    "answers",
    [[True, False, False, True], {"Ask.2": [True, False], "Ask": [False, True]}],
    ids=["one list", "a list for each step"],
)
def test_a_file_of_answers(answers, tmp_path, monkeypatch):
    done = run_with(answers, tmp_path, monkeypatch)
    assert done.returncode == 0, done.stderr
    kept = "[{'kept': True}, {'kept': False}] [{'kept': False}, {'kept': True}]"
    assert done.stdout == kept + "\n"


@pytest.mark.parametrize(
    ("answers", "message"),
    [
        ([True], "Ask.2 asks 'Continue?': there is no answer left in the file"),
        ({"Ask.2": ["maybe"]}, "Ask.2 asks 'Continue?': 'maybe' is no bool"),
    ],
)
def test_a_file_that_has_not_the_answers(answers, message, tmp_path, monkeypatch):
    done = run_with(answers, tmp_path, monkeypatch)
    assert done.returncode == 1
    assert message in done.stderr


def run_with(answers, tmp_path, monkeypatch):
    (tmp_path / "answers.json").write_text(json.dumps(answers))
    (tmp_path / "app.py").write_text(APP)
    monkeypatch.setenv("FFC_ANSWERS", str(tmp_path / "answers.json"))
    command = [sys.executable, "-m", "ffc", "run", "--local", str(tmp_path / "app.py")]
    return subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True)
