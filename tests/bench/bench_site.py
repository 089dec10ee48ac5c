"""The running site in a real browser: submit to visible verdict, and the weight of first views."""

from __future__ import annotations

import itertools
import signal
import statistics
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests.bench.submissions import FRAMEWORKS
from tests.browser.conftest import CHROMIUM, LAUNCH, Site, start_site
from tests.browser.test_weights import MOST, weigh
from tests.browser.workbench import attempt, write

ROUNDS = 15  # a person may submit 20 times a minute
SOLUTIONS = {"verdict": "accepted-{}-shifted", "wrong answer": "wrong_answer-{}-axis_0"}
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
    """Return kilobytes, and medians in milliseconds."""
    with tempfile.TemporaryDirectory(prefix="backpass-bench-") as folder:
        site = start_site(Path(folder))
        try:
            return {**_weights(site), **_verdicts(site)}
        finally:
            site.process.send_signal(signal.SIGTERM)
            site.process.wait(20)


def _weights(site: Site) -> dict[str, float]:
    """What a first view takes over the wire, in kB, everything included."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=LAUNCH)
        weights = {address: sum(weigh(browser, site, address).values()) / 1000 for address in MOST}
        browser.close()
    return {f"first view of {address}, kB": kilobytes for address, kilobytes in weights.items()}


def _verdicts(site: Site) -> dict[str, float]:
    measured = {}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=LAUNCH)
        for (what, name), framework in itertools.product(SOLUTIONS.items(), FRAMEWORKS):
            page = browser.new_context(base_url=site.address).new_page()
            page.goto(f"/exercises/softmax/?framework={framework}")
            source = attempt("softmax", name.format(framework))
            times = [_submit(page, source, n) for n in range(ROUNDS + 2)][2:]
            measured[f"submit to visible {what}, {framework}, ms, median"] = statistics.median(times)
            measured[f"submit to visible {what}, {framework}, ms, slowest"] = max(times)
        browser.close()
    return measured


def _submit(page: Page, source: str, number: int) -> float:
    """Time one, once the search for the smallest failing input of the one before has ended."""
    page.get_by_text("Looking for the smallest input").wait_for(state="detached")
    write(page, f"{source}\n# {number}\n")
    page.wait_for_timeout(600)
    return float(page.evaluate(TIME_ONE))
