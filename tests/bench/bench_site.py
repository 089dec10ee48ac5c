"""The running site: submit to visible verdict in a real browser, and the time until each page has come."""

from __future__ import annotations

import http.client
import signal
import statistics
import tempfile
import time
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Page, sync_playwright

from tests.browser.conftest import CHROMIUM, LAUNCH, Site, start_site
from tests.browser.workbench import attempt, write

ROUNDS = 15  # a person may submit 20 times a minute
PAGES = ["/", "/questions/", "/practice/", "/exercises/", "/exercises/softmax/", "/leaderboard/"]
SOLUTIONS = {"numpy": "accepted-numpy-shifted", "torch": "accepted-torch-shifted"}
# Starts the clock at the click, stops it in the frame after the verdict has been drawn.
TIME_ONE = """() => new Promise(done => {
  const result = document.querySelector('#result'); result.replaceChildren();
  const started = performance.now();
  const watch = new MutationObserver(() => { if (result.querySelector('[data-verdict]')) {
    watch.disconnect();
    requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - started))); } });
  watch.observe(result, {childList: true, subtree: true});
  document.querySelector('#submit').click();
})"""


def figures() -> dict[str, float]:
    """Return medians, in milliseconds."""
    with tempfile.TemporaryDirectory(prefix="backpass-bench-") as folder:
        site = start_site(Path(folder))
        try:
            return {**_pages(site), **_verdicts(site)}
        finally:
            site.process.send_signal(signal.SIGTERM)
            site.process.wait(20)


def _pages(site: Site) -> dict[str, float]:
    parts = urlsplit(site.address)
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port)
    measured = {}
    for path in PAGES:
        times = [_get(connection, path) for _ in range(ROUNDS + 3)][3:]
        measured[f"page {path}, ms, median"] = statistics.median(times)
    connection.close()
    return measured


def _get(connection: http.client.HTTPConnection, path: str) -> float:
    started = time.perf_counter()
    connection.request("GET", path)
    answer = connection.getresponse()
    answer.read()
    if answer.status != 200:
        raise RuntimeError(f"{path} answered {answer.status}")
    return (time.perf_counter() - started) * 1000


def _verdicts(site: Site) -> dict[str, float]:
    measured = {}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=LAUNCH)
        for framework, name in SOLUTIONS.items():
            page = browser.new_context(base_url=site.address).new_page()
            page.goto(f"/exercises/softmax/?framework={framework}")
            times = [_submit(page, attempt("softmax", name), n) for n in range(ROUNDS + 2)][2:]
            measured[f"submit to visible verdict, {framework}, ms, median"] = statistics.median(times)
            measured[f"submit to visible verdict, {framework}, ms, slowest"] = max(times)
        browser.close()
    return measured


def _submit(page: Page, source: str, number: int) -> float:
    write(page, f"{source}\n# {number}\n")
    page.wait_for_timeout(600)
    return float(page.evaluate(TIME_ONE))
