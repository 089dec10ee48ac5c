"""Proving content: what is wrong with a folder is found."""

import pytest

from grader.proof import prove


@pytest.mark.parametrize("slug", ["shares", "gate", "running-mean"])
def test_a_good_folder_is_proven(grader, folder, slug):
    proof = prove(grader, folder(slug), draws=1)
    assert proof.problems == []
    assert proof.smallest_kill_ratio >= 100


def problems(grader, files, **changes):
    return "\n".join(prove(grader, {**files, **changes}, draws=1, frameworks=("numpy",)).problems)


def test_a_wrong_solution_that_passes_is_a_problem(grader, folder):
    files = folder("shares")
    harmless = files["attempts/accepted-numpy-division.py"]
    found = problems(grader, files, **{"attempts/wrong_answer-numpy-harmless.py": harmless})
    assert "wrong_answer-numpy-harmless.py: expected wrong_answer, got accepted" in found


def test_a_wrong_solution_that_is_nearly_right_is_a_problem(grader, folder):
    files = folder("shares")
    strict = files["cases.py"].replace("axis=0)", "axis=0, strict=True)")
    close = files["attempts/wrong_answer-numpy-off_by_eps.py"].replace("1e-3", "1e-10")
    found = problems(grader, files, **{"cases.py": strict, "attempts/wrong_answer-numpy-off_by_eps.py": close})
    assert "tolerances off; add a case" in found


def test_a_finished_starter_is_a_problem(grader, folder):
    files = folder("shares")
    found = problems(grader, files, **{"starter_numpy.py": files["attempts/accepted-numpy-division.py"]})
    assert "starter_numpy.py: expected runtime_error, got accepted" in found


def test_too_few_right_solutions_are_a_problem(grader, folder):
    files = {path: text for path, text in folder("shares").items() if "loops" not in path}
    assert "1 accepted for numpy, at least 2" in problems(grader, files)


def test_a_wrong_solution_under_anothers_name_is_a_problem(grader, folder):
    files = folder("shares")
    one, other = (f"attempts/wrong_answer-numpy-{reason}.py" for reason in ("whole_array", "off_by_eps"))
    assert "not as itself" in problems(grader, files, **{other: files[one].replace("x.sum() == 0", "not x.sum()")})


def test_a_property_that_the_reference_never_has_is_a_problem(grader, folder):
    files = folder("shares")
    found = problems(grader, files, **{"cases.py": files["cases.py"].replace('"out", 1.0', '"out", 2.0')})
    assert "the reference never has the property sums_to" in found


def test_twins_that_disagree_are_a_problem(grader, folder):
    files = folder("shares")
    cases = files["cases.py"].replace("keepdim=True)", "keepdim=True) * 1.001")
    proof = prove(grader, {**files, "cases.py": cases}, draws=1, frameworks=("torch",))
    assert any('the twins disagree in case "rows"' in problem for problem in proof.problems)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"cases.py": "def cases(rng):\n    yield 3\n"}, "names no reference"),
        ({"cases.py": "reference = abs\ndef cases(rng):\n    1 / 0\n"}, "cases.py line"),
        ({"cases.py": "syntax error\n"}, "cases.py"),
        ({"exercise.yaml": "entry: shares\n"}, "exercise.yaml: entry must be a list"),
        ({"exercise.yaml": "{"}, "exercise.yaml"),
    ],
)
def test_a_broken_file_is_named(grader, folder, changes, words):
    assert words in "\n".join(prove(grader, {**folder("shares"), **changes}, draws=1).problems)


ORACLE = "import torch\n\n\ndef shares(x, axis=-1):\n    return torch.softmax(torch.log(x), axis)\n"


def test_an_oracle_that_agrees_is_a_third_opinion(grader, folder):
    proof = prove(grader, {**folder("shares"), "oracle.py": ORACLE}, draws=1, frameworks=("torch",))
    assert proof.oracle is not None
    assert proof.oracle.problem == ""
    assert 0 < proof.oracle.apart < 1


@pytest.mark.parametrize(
    ("oracle", "words"),
    [
        (ORACLE.replace("log(x)", "log1p(x)"), 'it disagrees in case "rows"'),
        (ORACLE.replace("def shares", "def other"), "it lacks shares"),
        ("1 / 0\n", "ZeroDivisionError"),
    ],
)
def test_an_oracle_that_does_not_agree_is_a_problem(grader, folder, oracle, words):
    problems = prove(grader, {**folder("shares"), "oracle.py": oracle}, draws=1, frameworks=("torch",)).problems
    assert any(problem.startswith("oracle.py: ") and words in problem for problem in problems)


def test_a_right_solution_that_takes_long_is_a_problem(grader, folder):
    files = folder("shares")
    slow = files["attempts/accepted-numpy-division.py"] + "\n\nsum(range(4_000_000))\n"
    assert "ms of CPU time, more than 50" in problems(grader, files, **{"attempts/accepted-numpy-division.py": slow})


def test_a_surviving_mutant_is_a_problem(grader, folder):
    files = folder("shares")
    unmarked = {path: text for path, text in files.items() if path != "equivalent.yaml"}
    assert "no case kills the mutant reference: def reference(x, axis=1)" in problems(grader, unmarked)
