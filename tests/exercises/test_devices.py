"""Where submissions can be graded is what living workers say of themselves."""

from exercises.grading import GraderStatus

CPU = {"devices": ["cpu"], "problem": None}
CUDA = {"devices": ["cpu", "cuda"], "problem": None}


def test_a_graphics_processor_is_offered_only_while_a_worker_has_one():
    assert GraderStatus(True, workers=(CPU,)).devices == {"cpu"}
    assert GraderStatus(True, workers=(CPU, CUDA)).devices == {"cpu", "cuda"}


def test_a_worker_with_a_problem_offers_nothing():
    assert GraderStatus(False, workers=(CUDA | {"problem": "no namespaces"},)).devices == set()
    assert GraderStatus(False).devices == set()
