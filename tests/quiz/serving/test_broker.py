"""The embedded broker."""

import pytest
import redis

from quiz.broker import BrokerError, start_broker


@pytest.fixture
def directory(tmp_path):
    return tmp_path / "broker"


def stop(process):
    process.terminate()
    process.wait(10)


def test_it_answers_on_its_socket_and_opens_no_port(directory):
    process, url = start_broker(directory)
    try:
        with redis.from_url(url) as client:
            assert client.ping()
            assert client.config_get("port") == {"port": "0"}
    finally:
        stop(process)


def test_a_deep_folder_gets_a_short_socket_path(tmp_path):
    process, url = start_broker(tmp_path / ("deep" * 30))
    try:
        assert len(url) < 110
    finally:
        stop(process)


def test_it_starts_over_a_dead_servers_socket(directory):
    first, _ = start_broker(directory)
    first.kill()
    first.wait()
    second, url = start_broker(directory)
    try:
        with redis.from_url(url) as client:
            assert client.ping()
    finally:
        stop(second)


def test_a_server_that_cannot_start_is_an_error_with_its_words(directory, monkeypatch):
    monkeypatch.setattr("quiz.broker.broker_binary", lambda: "/bin/false")
    with pytest.raises(BrokerError, match="stopped at once"):
        start_broker(directory)
