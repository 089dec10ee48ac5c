"""Where a submission can be graded is what living workers say of themselves, and it is kept on its whole way."""

import base64
import json
from collections.abc import Callable
from datetime import timedelta
from io import StringIO
from typing import Any

import pytest
import redis
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone

from exercises import grading, speed, tasks
from exercises.devices import devices_for
from exercises.folder import Folder, FolderError, make_folder
from exercises.grading import NO_CPU, NO_GPU, GraderStatus, grader_status, read_status
from exercises.loading import store_all
from exercises.models import Draft, Exercise, Submission
from grader.celery import HEARTBEAT
from quiz.people.models import User
from tests.exercises.conftest import Services, wait_until

CPU = {"devices": ["cpu"], "problem": None}
CUDA = {"devices": ["cuda"], "problem": None}
WORKBENCH = "/exercises/softmax/"
SOURCE = "def softmax(x, axis=-1):\n    return x\n"
HTMX = {"HX-Request": "true"}
CHOICE = 'name="device"'


def test_a_graphics_processor_is_offered_only_while_a_worker_has_one():
    assert GraderStatus(True, workers=(CPU,)).devices == {"cpu"}
    assert GraderStatus(True, workers=(CPU, CUDA)).devices == {"cpu", "cuda"}


def test_a_worker_with_a_problem_offers_nothing():
    assert GraderStatus(False, workers=(CUDA | {"problem": "no namespaces"},)).devices == set()
    assert GraderStatus(False).devices == set()


def test_grading_is_off_for_a_device_that_no_worker_has():
    status = GraderStatus(True, workers=(CPU,))

    assert status.for_device("cpu").on
    assert (status.for_device("cuda").on, status.for_device("cuda").reason) == (False, NO_GPU)


def test_the_reason_that_holds_for_all_comes_first():
    assert GraderStatus(False, grading.NO_BROKER).for_device("cuda").reason == grading.NO_BROKER


@pytest.fixture
def announced(monkeypatch: pytest.MonkeyPatch, settings: Any) -> Callable[..., None]:
    """Sets what the grading workers say of themselves."""
    settings.REDIS_URL = "redis://127.0.0.1:1/0"
    monkeypatch.setattr(grader_status, "status", grader_status.status)  # put back at the end

    def announce(*beats: dict[str, Any]) -> None:
        monkeypatch.setattr(grading, "heartbeats", lambda url: list(beats))
        monkeypatch.setattr(grader_status, "read_at", float("-inf"))

    return announce


@pytest.fixture
def offering(exercise: Exercise) -> Exercise:
    """Softmax, which is graded on GPUs as well."""
    return exercise


@pytest.fixture
def for_the_cpu(db: None, softmax: Folder) -> Exercise:
    """Softmax as an exercise that is graded on the CPU alone."""
    facts = softmax.files["exercise.yaml"].replace("devices: [cpu, cuda]\n", "")
    store_all([make_folder("softmax", softmax.files | {"exercise.yaml": facts})])
    return Exercise.objects.get(slug="softmax")


def test_a_worker_with_a_gpu_alone_grades_nothing_for_the_cpu(announced):
    announced(CUDA)
    status = read_status()

    assert (status.on, status.reason) == (False, NO_CPU)
    assert status.for_device("cuda").on


def page(client: Client, query: str = "?framework=torch") -> str:
    return str(client.get(WORKBENCH + query).content.decode())


def send(client: Client, device: str = "cuda", **more: Any) -> str:
    fields = {"framework": "torch", "purpose": "submit", "source": SOURCE, "device": device, **more}
    return str(client.post(WORKBENCH + "submit", fields, headers=HTMX).content.decode())


def make(exercise: Exercise, user: User, **more: Any) -> Submission:
    values = {"version": exercise.version, "framework": "torch", "device": "cuda", "source": SOURCE, **more}
    return Submission.objects.create(user=user, exercise=exercise, **values)


def test_an_exercise_is_always_graded_on_the_cpu(softmax: Folder):
    facts = softmax.files["exercise.yaml"] + "\ndevices: [cuda]\n"

    with pytest.raises(FolderError, match="cpu must be among them"):
        make_folder("softmax", softmax.files | {"exercise.yaml": facts})


def test_the_choice_is_there_for_pytorch_while_a_worker_has_a_gpu(client, offering, announced):
    announced(CPU, CUDA)

    assert page(client).count(CHOICE) == 2
    assert CHOICE not in page(client, "?framework=numpy")
    assert client.get(WORKBENCH + "both/").content.decode().count(CHOICE) == 2


@pytest.mark.parametrize("beats", [[], [CPU], [CUDA | {"problem": "no namespaces"}]], ids=["none", "cpu", "problem"])
def test_without_such_a_worker_there_is_no_choice(client, offering, announced, beats):
    announced(*beats)

    assert CHOICE not in page(client)


def test_an_exercise_for_the_cpu_offers_no_choice(client, for_the_cpu, announced):
    announced(CPU, CUDA)

    assert CHOICE not in page(client)
    assert devices_for(for_the_cpu, "torch") == ["cpu"]


@pytest.mark.parametrize("purpose", ["submit", "run", "try"])
def test_what_is_sent_for_the_gpu_is_a_job_for_the_gpu(as_alice, offering, announced, purpose):
    announced(CPU, CUDA)
    send(as_alice, purpose=purpose, **{"input-x": "[1.0]"})

    job = Submission.objects.get().job()
    assert (job["device"], job["purpose"]) == ("cuda", purpose)


def test_a_page_without_the_choice_sends_to_the_cpu(as_alice, offering, announced):
    announced(CPU, CUDA)
    as_alice.post(WORKBENCH + "submit", {"framework": "torch", "source": SOURCE})

    assert Submission.objects.get().device == "cpu"


def test_the_gpu_of_a_worker_that_has_gone_is_refused_and_nothing_lost(as_alice, offering, announced):
    announced(CPU)

    assert "This was sent for the GPU, and the grading workers that run have only: cpu." in send(as_alice)
    assert not Submission.objects.exists()
    assert Draft.objects.get().source == SOURCE


def test_without_script_it_is_refused_beside_the_source(as_alice, offering, announced):
    announced(CPU)
    fields = {"framework": "torch", "source": "kept = True", "device": "cuda"}
    answer = as_alice.post(WORKBENCH + "submit", fields).content.decode()

    assert "Your code is kept" in answer
    assert "kept = True" in answer
    assert CHOICE not in answer


def test_numpy_is_refused_on_the_gpu(as_alice, offering, announced):
    announced(CPU, CUDA)

    assert "NumPy runs on the CPU only" in send(as_alice, framework="numpy")
    assert not Submission.objects.exists()


def test_an_exercise_that_does_not_offer_it_refuses_the_gpu(as_alice, for_the_cpu, announced):
    announced(CPU, CUDA)

    assert "This exercise is graded on the CPU only" in send(as_alice)
    assert not Submission.objects.exists()


def test_an_unknown_device_is_named(as_alice, offering, announced):
    announced(CPU, CUDA)

    assert "There is no device “tpu”: expected cpu or cuda." in send(as_alice, "tpu")
    assert not Submission.objects.exists()


def test_the_same_for_another_device_is_another_submission(as_alice, offering, announced):
    announced(CPU, CUDA)
    for device in ("cuda", "cuda", "cpu"):
        send(as_alice, device)

    assert sorted(Submission.objects.values_list("device", flat=True)) == ["cpu", "cuda"]


def test_three_that_wait_for_the_gpu_hold_up_nothing_on_the_cpu(as_alice, alice, offering, announced):
    announced(CPU, CUDA)
    for number in range(3):
        make(offering, alice, source=f"x = {number}")

    assert "are still being graded" in send(as_alice)
    send(as_alice, "cpu")
    assert Submission.objects.filter(device="cpu").count() == 1


def test_the_choice_is_kept_with_the_draft(as_alice, offering, announced):
    announced(CPU, CUDA)
    as_alice.post(WORKBENCH + "draft", {"framework": "torch", "source": SOURCE, "device": "cuda"})

    assert 'value="cuda" checked' in page(as_alice)
    announced(CPU)
    assert CHOICE not in page(as_alice)


def test_the_choice_stands_again_beside_what_was_refused(as_alice, offering, announced):
    announced(CPU, CUDA)
    fields = {"framework": "torch", "source": "x = '\0'", "device": "cuda"}

    assert 'value="cuda" checked' in as_alice.post(WORKBENCH + "submit", fields).content.decode()


def test_its_pages_say_the_device(as_alice, alice, offering):
    submission = make(offering, alice, verdict="accepted", report={"verdict": "accepted", "message": "All pass."})

    assert "PyTorch on a GPU" in as_alice.get(submission.get_absolute_url()).content.decode()
    assert "PyTorch on a GPU" in as_alice.get("/submissions/").content.decode()
    assert '<span class="tag">GPU</span>' in page(as_alice)


def test_the_pages_of_the_cpu_say_nothing_of_it(as_alice, alice, offering):
    make(offering, alice, verdict="accepted", device="cpu", report={"verdict": "accepted", "message": "All pass."})

    assert "GPU" not in as_alice.get("/submissions/").content.decode()
    assert '<span class="tag">GPU</span>' not in page(as_alice)


def test_a_page_that_waits_for_a_gpu_says_when_it_has_gone(as_alice, alice, offering, announced):
    submission = make(offering, alice)
    announced(CPU, CUDA)
    assert "Grading …" in as_alice.get(submission.get_absolute_url()).content.decode()

    announced(CPU)
    answer = as_alice.get(submission.get_absolute_url()).content.decode()
    assert "Your code is kept." in answer
    assert NO_GPU in answer
    assert "<strong>Grading is off.</strong>" not in answer


def test_only_those_for_the_same_device_are_ahead(as_alice, alice, bob, offering, announced):
    announced(CPU, CUDA)
    for number in range(3):
        make(offering, bob, device="cpu", source=f"x = {number}")

    assert "In the queue" not in as_alice.get(make(offering, alice).get_absolute_url()).content.decode()


@pytest.mark.parametrize(("beats", "again"), [([], False), ([CUDA], True)], ids=["gone", "back"])
def test_the_reaper_sends_for_the_gpu_again_only_while_there_is_one(
    alice, offering, announced, monkeypatch, beats, again
):
    announced(CPU, *beats)
    sent: list[Submission] = []
    monkeypatch.setattr(tasks, "publish", lambda submission: sent.append(submission) or True)
    then = timezone.now() - timedelta(minutes=10)
    waiting = make(offering, alice, created=then, sent=then, tries=1)
    tasks.reap()

    assert sent == ([waiting] if again else [])


def test_no_try_is_used_up_while_no_worker_has_a_gpu(alice, offering, announced):
    announced(CPU)
    then = timezone.now() - timedelta(minutes=10)
    make(offering, alice, created=then, sent=then, tries=tasks.MAX_TRIES)
    tasks.reap()

    assert Submission.objects.get().waiting


def test_only_what_ran_on_the_cpu_has_a_speed(alice, offering):
    figure = {"ratio": 0.1, "low": 0.1, "high": 0.1, "rounds": 20}
    submission = make(offering, alice, verdict="accepted", report={"verdict": "accepted", "speed": figure})

    assert not submission.job()["timed"]
    assert speed.figures(offering, "torch") == []


@pytest.fixture
def without_gpu(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("grader.sandbox.gpu.devices", list)


@pytest.mark.usefixtures("without_gpu")
def test_a_machine_without_a_gpu_does_not_repeat_it(alice, offering):
    submission = make(offering, alice, verdict="accepted")

    with pytest.raises(CommandError, match="PyTorch on a GPU: torch-cuda cannot be had"):
        call_command("replay", submission.pk, stdout=StringIO())


@pytest.mark.usefixtures("without_gpu")
def test_a_machine_without_a_gpu_leaves_it_out_of_regrading(alice, offering):
    make(offering, alice, verdict="wrong_answer")
    out = StringIO()
    call_command("regrade", "--all", "--apply", stdout=out)

    assert "1 that ran on a GPU left out" in out.getvalue()
    assert "0 submissions graded" in out.getvalue()
    assert Submission.objects.get().verdict == "wrong_answer"


def test_a_command_names_a_device_that_is_not_offered(tmp_path):
    with pytest.raises(CommandError, match="softmax in NumPy is not graded on cuda"):
        call_command("grade", "softmax", tmp_path / "x.py", "--framework", "numpy", "--device", "cuda")


def body(message: Any) -> Any:
    return json.loads(base64.b64decode(json.loads(message)["body"]))


def test_it_waits_in_the_queue_of_the_gpu(services: Services, as_alice: Client, offering: Exercise):
    client = redis.Redis.from_url(services.redis_url)
    client.set(HEARTBEAT + "gpu@test", json.dumps(CUDA))
    wait_until(lambda: "cuda" in grader_status().devices)
    send(as_alice)
    try:
        [arguments, *_] = body(client.lindex("gpu", 0))
        assert arguments[0]["device"] == "cuda"
        assert tasks.messages_waiting("", {"cuda"}) == 1

        client.delete(HEARTBEAT + "gpu@test")
        wait_until(lambda: "cuda" not in grader_status().devices)
        assert NO_GPU in as_alice.get(Submission.objects.get().get_absolute_url()).content.decode()
    finally:
        client.delete(HEARTBEAT + "gpu@test", "gpu")
        Submission.objects.all().delete()
