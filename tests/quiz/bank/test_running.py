"""What an author's code prints is found out by a real grading worker, never by the web process."""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

from exercises import grading
from grader import app, heartbeats
from quiz.bank import asking, outputs
from quiz.bank.models import State
from quiz.broker import start_broker

pytestmark = pytest.mark.django_db
ROOT = Path(__file__).resolve().parents[3]
ROWS = {"rows-TOTAL_FORMS": 4, "rows-INITIAL_FORMS": 0}
PREDICT = {"code": "for i in range(2):\r\n    print(i)", **ROWS, "rows-0-output": "1 2", "rows-0-why": "From zero."}
BODY = {
    "kind": "predict",
    "code": "for i in range(2):\n    print(i)",
    "wrong": [{"output": "1 2", "why": "From zero."}],
    "made": "0\n1",
}


@pytest.fixture(scope="module")
def worker():
    """A broker and a grading worker on it; the broker's address."""
    var = Path(tempfile.mkdtemp(prefix="bp-"))  # short: the broker's socket lies in it
    broker, url = start_broker(var / "broker")
    command = [sys.executable, "-m", "celery", "-A", "grader", "worker", "-Q", "cpu", "--pool", "threads", "-c", "1"]
    environment = {name: os.environ[name] for name in ("PATH", "HOME", "LANG", "VIRTUAL_ENV") if name in os.environ}
    grader = subprocess.Popen(
        [*command, "--loglevel", "error"], cwd=ROOT, env=environment | {"REDIS_URL": url}, stdin=subprocess.DEVNULL
    )
    deadline = time.monotonic() + 90
    while not any(not beat["problem"] for beat in heartbeats(url)):
        assert time.monotonic() < deadline
        time.sleep(0.1)
    yield url
    for process in (grader, broker):
        process.terminate()
        process.wait(20)
    shutil.rmtree(var, ignore_errors=True)


@pytest.fixture
def grading_on(worker, settings, monkeypatch):
    """The web process knows the broker, and has no sandbox of its own."""
    settings.REDIS_URL = worker
    use_broker(monkeypatch, f"redis+socket://{worker.removeprefix('unix://')}?virtual_host=0")


@pytest.fixture
def grading_off(settings, monkeypatch):
    settings.REDIS_URL = ""
    use_broker(monkeypatch, app.conf.broker_url)


def use_broker(monkeypatch, url):
    monkeypatch.setattr(asking, "grader_status", grading.Remembered())
    monkeypatch.setattr(app.conf, "broker_url", url)
    monkeypatch.setattr(app, "_pool", None)
    monkeypatch.setattr(app.amqp, "_producer_pool", None)
    monkeypatch.setattr(outputs, "Sandbox", None)  # a sandbox in the web process would fail


@pytest.fixture
def draft(make_question):
    return make_question("draft", state=State.DRAFT, items=())


def add(client, question, data):
    return client.post(f"/admin/bank/question/{question.pk}/items/add/predict/", data)


def test_an_item_is_written_and_its_output_is_found_out(teacher_client, draft, grading_on):
    assert add(teacher_client, draft, PREDICT).status_code == 302
    assert draft.live_items().get().body == BODY


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"code": "1 / 0"}, "Code: the code stops with an error: ZeroDivisionError"),
        ({"code": "x = 1"}, "Code: the code prints nothing"),
        ({"code": "print('x' * 5000)"}, "Code: the code prints more than 2000 characters"),
        ({"code": "while True: pass"}, "Code: the code did not run to its end"),
        ({"rows-0-output": "0 1"}, "is what the code prints"),
    ],
)
def test_code_that_cannot_be_asked_for_is_refused_in_the_form(teacher_client, draft, grading_on, change, complaint):
    response = add(teacher_client, draft, PREDICT | change)
    assert response.status_code == 422
    assert complaint in response.content.decode()


def test_the_preview_shows_the_output(teacher_client, grading_on):
    page = teacher_client.post("/admin/bank/question/preview/predict/", PREDICT).content.decode()
    assert "It printed, when it ran in the sandbox" in page


def test_without_a_grader_nothing_is_lost_and_it_is_said_why(teacher_client, draft, grading_off):
    response = add(teacher_client, draft, PREDICT | {"code": "print(17)"})
    assert response.status_code == 422
    page = response.content.decode()
    assert "Code: it runs in the sandbox of a grading worker, and grading is off at the moment" in page
    assert "print(17)" in page


def test_the_prompt_can_be_changed_while_grading_is_off(teacher_client, make_question, grading_off):
    item = make_question("draft", state=State.DRAFT, items=[BODY]).live_items().get()
    rows = {"rows-TOTAL_FORMS": 1, "rows-INITIAL_FORMS": 1}
    response = teacher_client.post(f"/admin/bank/question/items/{item.pk}/", PREDICT | rows | {"prompt": "What?"})
    assert response.status_code == 302
    assert item.question.live_items().get().body == BODY | {"prompt": "What?"}


def test_what_is_known_is_not_asked_again(grading_on, monkeypatch):
    assert asking.run_by_grader("print(6 * 7)") == "42"
    monkeypatch.setattr(asking, "print_code", None)
    assert asking.run_by_grader("print(6 * 7)") == "42"


def test_a_busy_grader_is_waited_for_and_then_said_to_be_busy(grading_on, monkeypatch):
    monkeypatch.setattr(asking, "GRADING_QUEUE", "gpu")  # nobody listens there
    monkeypatch.setattr(asking, "PATIENCE_SECONDS", 1)
    with pytest.raises(outputs.NoOutputError, match="the graders are busy"):
        asking.run_by_grader("print(1)")
