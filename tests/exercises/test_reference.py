"""The reference of nnref: all of it parses, twins agree, and its pages show a solution only with a warning."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from exercises.folder import Folder, make_folder, read_folders
from exercises.loading import store_all
from exercises.models import Exercise, Help, Submission
from exercises.reference.docstring import Docstring, DocstringError, read_docstring
from exercises.reference.functions import ROOT, Function, Module, functions, public_names, references_in
from exercises.rendering import broken_formulas
from exercises.shipped import CONTENT
from quiz.people.models import User

SPELLED = {"dim": "axis", "generator": "rng"}
EVERY = list(functions().values())
every_function = pytest.mark.parametrize("function", EVERY, ids=[each.name for each in EVERY])
CLOSED = "Show the code, a solution"


def texts(doc: Docstring) -> Iterator[str]:
    yield from (doc.summary, doc.formula, *doc.shapes, doc.raises, doc.note, doc.source)


@every_function
def test_every_function_says_what_the_reference_shows(function: Function) -> None:
    for twin in function.twins:
        assert twin.doc.formula, f"{twin.file}: {function.name}: Formula is missing"
        assert twin.doc.shapes
        assert twin.doc.source


@every_function
def test_every_formula_can_be_shown(function: Function) -> None:
    assert [broken for twin in function.twins for text in texts(twin.doc) for broken in broken_formulas(text)] == []


@every_function
def test_twins_take_the_same_arguments_in_the_same_order(function: Function) -> None:
    spelled = {tuple(SPELLED.get(name, name) for name in twin.arguments) for twin in function.twins}
    assert len(spelled) == 1


@every_function
def test_the_code_that_is_shown_is_whole(function: Function) -> None:
    for twin in function.twins:
        compile(twin.code, twin.file, "exec")
        assert f" {function.name}(" in twin.code or f"class {function.name}" in twin.code


def test_it_has_every_public_function() -> None:
    assert set(functions()) == {*public_names("numpy"), *public_names("torch")}


def test_functions_of_exercises_in_pytorch_have_a_twin_there() -> None:
    torch = set(public_names("torch"))
    in_torch = [folder for folder in read_folders(CONTENT) if "torch" in folder.facts.frameworks]
    without = {
        (folder.slug, name)
        for folder in in_torch
        for name in references_in(folder.files["cases.py"])
        if name not in torch and "torch_reference" not in folder.files["cases.py"]
    }
    assert without == set()


def test_reading_it_imports_no_pytorch() -> None:
    code = (
        "import sys; from exercises.reference.functions import functions; assert len(functions()) > 50;"
        "sys.exit(any(name.split('.')[0] == 'torch' or name.startswith('nnref.') for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False, cwd=ROOT.parent).returncode == 0


def test_a_docstring_is_taken_apart() -> None:
    doc = read_docstring("""Return it.

    Formula: $a$,
        and $b$.

    Shapes: x (N, D; any); returns (N,).
    Note: careful.
    Source: A paper.
    """)
    assert doc == Docstring(
        "Return it.", "$a$, and $b$.", ("x (N, D; any)", "returns (N,)"), "", "careful.", "A paper."
    )


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "does not say what comes back"),
        ("Return it.\n\nShapes: x.", "Source is missing"),
        ("Return it.\n\nSource: A.", "Shapes is missing"),
        ("Return it.\n\nSource: A.\nShapes: x.", "expected the order"),
        ("Return it.\n\nShapes: x.\nShapes: x.\nSource: A.", "expected the order"),
        ("Return it.\n\nShapes: x.\nWarning: hot.\nSource: A.", "Warning is none of"),
    ],
)
def test_a_docstring_in_another_form_is_an_error(text: str, problem: str) -> None:
    with pytest.raises(DocstringError, match=problem):
        read_docstring(text)


def test_code_comes_with_what_it_needs_and_without_the_rest() -> None:
    code = functions()["dropout"].twins[0].code
    assert "import numpy as np" in code
    assert "def check_probability" in code
    assert "dropout_backward" not in code
    assert "Source:" not in code


def test_a_module_is_read_as_it_stands(tmp_path: Path) -> None:
    source = '"""Heading.\n\nMore."""\n\nA = 1\nB: int = 2\n\n\ndef f(x):\n    """Doc."""\n    return A\n'
    (tmp_path / "m.py").write_text(source)
    module = Module.read(tmp_path / "m.py")
    assert module.heading == "Heading"
    assert list(module.definitions) == ["A", "B", "f"]
    assert module.needed("f", set()) == ["A", "f"]
    assert module.text(module.definitions["f"]) == "def f(x):\n    return A"


@pytest.mark.django_db
def test_the_index_is_grouped_and_links_to_each_function(client: Client) -> None:
    page = client.get("/reference/").content.decode()
    assert page.count('class="functions__row"') == len(functions())
    assert page.count("<section") == len({each.heading for each in EVERY})
    assert 'href="/reference/softmax/"' in page


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("words", "found"), [("LAYER norm", "layernorm"), ("vaswani+masked", ""), ("softmax_backward", "softmax_backward")]
)
def test_the_search_needs_no_script(client: Client, words: str, found: str) -> None:
    page = client.get(f"/reference/?q={words}").content.decode()
    assert "<h1>" in page
    assert ("Nothing fits" in page) == (not found)
    assert (f'href="/reference/{found}/"' in page) == bool(found)
    assert 'href="/reference/adam/"' not in page


@pytest.mark.django_db
def test_htmx_gets_the_rows_alone(client: Client) -> None:
    answer = client.get("/reference/", {"q": "attention"}, headers={"HX-Request": "true"})
    assert b"<h1>" not in answer.content
    assert b'href="/reference/attention/"' in answer.content
    assert "HX-Request" in answer["Vary"]


@pytest.mark.django_db
@every_function
def test_every_page_opens(client: Client, function: Function) -> None:
    page = client.get(f"/reference/{function.name}/")
    assert page.status_code == 200
    assert b"tex-error" not in page.content


def test_an_unknown_function_is_not_found(client: Client, db: None) -> None:
    assert client.get("/reference/nothing/").status_code == 404


def test_a_page_has_both_twins_and_the_exercise(client: Client, exercise: Exercise) -> None:
    page = client.get("/reference/softmax/").content.decode()
    assert "nnref/numpy/activations.py" in page
    assert "nnref/torch/activations.py" in page
    assert page.count("<math") >= 1
    assert 'href="/exercises/softmax/"' in page


def test_the_code_stays_closed_for_who_has_not_solved_the_exercise(client: Client, exercise: Exercise) -> None:
    page = client.get("/reference/softmax/").content.decode()
    assert "which you have not solved yet" in page
    assert page.count(CLOSED) == 2
    assert "<details open>" not in page


def test_the_code_is_open_after_solving(as_alice: Client, alice: User, exercise: Exercise) -> None:
    solved(alice, exercise)
    assert_open(as_alice)


def test_the_code_is_open_after_giving_up(as_alice: Client, alice: User, exercise: Exercise) -> None:
    Help.objects.create(user=alice, exercise=exercise, gave_up=True)
    assert_open(as_alice)


def test_somebody_elses_solution_opens_nothing(as_alice: Client, bob: User, exercise: Exercise) -> None:
    solved(bob, exercise)
    assert CLOSED in as_alice.get("/reference/softmax/").content.decode()


def test_code_that_is_no_exercise_is_open(client: Client, exercise: Exercise) -> None:
    page = client.get("/reference/adam/").content.decode()
    assert "not solved yet" not in page
    assert page.count("<details open>") == 2


def assert_open(client: Client) -> None:
    page = client.get("/reference/softmax/").content.decode()
    assert "not solved yet" not in page
    assert page.count("<details open>") == 2


def solved(user: User, exercise: Exercise) -> None:
    Submission.objects.create(
        user=user, exercise=exercise, version=exercise.version, framework="numpy", source="x", verdict="accepted"
    )


def test_the_workbench_links_to_it_only_with_the_editorial(as_alice: Client, alice: User, exercise: Exercise) -> None:
    address = 'href="/reference/softmax/"'
    assert address not in as_alice.get("/exercises/softmax/").content.decode()
    solved(alice, exercise)
    assert address in as_alice.get("/exercises/softmax/").content.decode()


def test_a_new_version_that_uses_another_function_is_noticed(
    client: Client, exercise: Exercise, softmax: Folder
) -> None:
    assert "Softmax along" in client.get("/reference/softmax/").content.decode()
    cases = softmax.files["cases.py"].replace("import softmax as", "import log_softmax as")
    store_all([make_folder("softmax", {**softmax.files, "cases.py": cases})])
    assert "Softmax along" not in client.get("/reference/softmax/").content.decode()
    assert "Softmax along" in client.get("/reference/log_softmax/").content.decode()


def test_a_page_takes_few_queries_however_many_exercises_there_are(client: Client, exercise: Exercise) -> None:
    client.get("/reference/softmax/")
    with CaptureQueriesContext(
        connection,
    ) as queries:
        client.get("/reference/softmax/")
    assert len([each for each in queries if "exercises_" in each["sql"]]) <= 2
