"""The choice between CPU and GPU: there while a grading worker announces a GPU, sent along, said where it matters."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
import redis
from playwright.sync_api import Browser, Page, expect

from grader.celery import HEARTBEAT
from tests.browser.conftest import Site, accessibility_violations
from tests.browser.workbench import attempt, write

WORKBENCH = "/exercises/matmul/?framework=torch"
BEAT = {"devices": ["cuda"], "problem": None}
QUEUE = "gpu"


@dataclass
class Gpu:
    """A grading worker with a GPU, as far as the site hears of it: its heartbeat, and the queue that it would empty."""

    broker: "redis.Redis[bytes]"

    def come(self) -> None:
        self.broker.set(HEARTBEAT + "gpu@test", json.dumps(BEAT))

    def go(self) -> None:
        self.broker.delete(HEARTBEAT + "gpu@test")

    @property
    def jobs(self) -> int:
        return int(self.broker.llen(QUEUE))


@pytest.fixture
def gpu(site: Site) -> Iterator[Gpu]:
    gpu = Gpu(redis.Redis.from_url(f"unix://{site.var}/broker/broker.sock"))
    yield gpu
    gpu.go()
    gpu.broker.delete(QUEUE)


def reload_until(page: Page, holds: Callable[[], bool]) -> None:
    """The site looks for heartbeats once a second."""
    for _ in range(20):
        page.goto(WORKBENCH)
        if holds():
            return
        page.wait_for_timeout(300)
    pytest.fail("did not happen within six seconds")


def test_the_gpu_is_offered_sent_to_and_missed(page: Page, gpu: Gpu) -> None:
    page.goto(WORKBENCH)
    choice = page.get_by_role("group", name="Device")
    expect(choice).to_have_count(0)

    gpu.come()
    reload_until(page, lambda: choice.count() == 1)
    expect(choice.get_by_role("radio", name="CPU")).to_be_checked()
    assert accessibility_violations(page) == []
    write(page, attempt("matmul", "accepted-torch-rows"))
    choice.get_by_role("radio", name="CPU").focus()
    page.keyboard.press("ArrowRight")
    expect(choice.get_by_role("radio", name="GPU")).to_be_checked()
    page.get_by_role("button", name="Submit").click()
    expect(page.locator("#result")).to_contain_text("Grading …")
    assert gpu.jobs == 1

    gpu.go()
    expect(page.locator("#result")).to_contain_text("No grading worker with a GPU is running.", timeout=15_000)
    page.get_by_role("button", name="Run").click()
    expect(page.locator("#result")).to_contain_text("This was sent for the GPU")
    page.goto("/submissions/")
    expect(page.locator("main table")).to_contain_text("PyTorch on a GPU")


def test_without_scripts_the_choice_is_sent_and_kept(browser: Browser, site: Site, gpu: Gpu) -> None:
    gpu.come()
    with browser.new_context(java_script_enabled=False, base_url=site.address) as context:
        page = context.new_page()
        reload_until(page, lambda: page.get_by_role("radio", name="GPU").count() == 1)
        page.locator("#source").fill(attempt("matmul", "accepted-torch-rows"))
        page.get_by_role("group", name="Device").get_by_text("GPU").click()
        page.locator("#submit").click()
        expect(page.locator("main")).to_contain_text("PyTorch on a GPU")
        assert gpu.jobs == 1
        page.goto(WORKBENCH)
        expect(page.get_by_role("radio", name="GPU")).to_be_checked()


def test_an_exercise_for_the_cpu_offers_no_choice(page: Page, gpu: Gpu) -> None:
    gpu.come()
    page.wait_for_timeout(1500)  # longer than the site remembers what it heard
    page.goto("/exercises/relu/?framework=torch")
    expect(page.get_by_role("button", name="Submit")).to_be_visible()
    expect(page.get_by_role("group", name="Device")).to_have_count(0)
