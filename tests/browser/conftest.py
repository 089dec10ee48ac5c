"""The real thing in a real browser: `manage.py serve` with its broker and workers, and Chromium."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, ConsoleMessage, Page

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
LAUNCH = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync",
          "--no-first-run", "--disable-gpu", "--disable-quic"]  # fmt: skip
SIZES = {"desktop": {"width": 1280, "height": 860}, "phone": {"width": 390, "height": 844}}
AT_REST = """async () => {
    await document.fonts.ready;
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    const ending = document.getAnimations().filter((a) => a.effect.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(ending.map((a) => a.finished));
}"""

TAKES_THE_FOCUS = """(box) => {
    if (!box.closest("fieldset:disabled") || box.getAttribute("tabindex") !== "0") return false;
    box.focus();
    return document.activeElement === box;
}"""


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Without Chromium these tests do not run: said aloud, and a failure in CI."""
    if CHROMIUM:
        return
    message = "no Chromium found: the browser tests did NOT run (Debian: apt install chromium)"
    if os.environ.get("CI"):
        pytest.exit(message, returncode=1)
    for item in items:
        item.add_marker(pytest.mark.skip(reason=message))


@dataclass(frozen=True)
class Site:
    """A running Backpass: its address, its folder, its admin and the process to stop."""

    address: str
    var: Path
    admin: str
    password: str
    process: subprocess.Popen[bytes]

    def url(self, path: str) -> str:
        return self.address.rstrip("/") + path


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def start_site(var: Path) -> Site:
    """Start `manage.py serve` in `var` and return it once it says that it is ready."""
    environment = {k: v for k, v in os.environ.items() if k not in ("REDIS_URL", "DATABASE_URL")}
    said = var / "serve.log"
    with said.open("w") as log:
        process = subprocess.Popen(
            [sys.executable, "manage.py", "serve", "--port", str(free_port())],
            cwd=ROOT,
            env={**environment, "BACKPASS_VAR": str(var)},
            stdout=log,
            stderr=log,
        )
    deadline = time.monotonic() + 120
    while not all(words in said.read_text() for words in ("Ctrl-C stops everything", "Grading is on.")):
        assert process.poll() is None, f"serve ended:\n{said.read_text()}"
        assert time.monotonic() < deadline, f"serve did not become ready:\n{said.read_text()}"
        time.sleep(0.1)
    address = re.search(r"ready \([\d.]+ s\):\s+(\S+)", said.read_text())
    admin = re.search(r"name: (\S+)\s+password: (\S+)", said.read_text())
    assert address
    assert admin
    return Site(address[1], var, admin[1], admin[2], process)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    running = start_site(tmp_path_factory.mktemp("var"))
    yield running
    running.process.send_signal(signal.SIGTERM)
    assert running.process.wait(20) == 0


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, object]:
    return {"executable_path": CHROMIUM, "args": LAUNCH}


@pytest.fixture
def page(browser: Browser, site: Site) -> Iterator[Page]:
    """A fresh visitor on a desktop; the test fails on any console error or failed script."""
    context = browser.new_context(viewport=SIZES["desktop"], base_url=site.address)
    page = context.new_page()
    page.set_default_timeout(10_000)
    problems = watch_console(page)
    yield page
    context.close()
    assert problems == []


def watch_console(page: Page) -> list[str]:
    """Return a list that grows with every console error, warning of the content policy, and uncaught exception."""
    problems: list[str] = []

    def on_console(message: ConsoleMessage) -> None:
        expected = re.search(r"status of (404|403|400|413|422)", message.text)
        if message.type == "error" and not expected:
            problems.append(f"{page.url}: {message.text}")

    page.on("console", on_console)
    page.on("pageerror", lambda error: problems.append(f"{page.url}: {error}"))
    return problems


def accessibility_violations(page: Page) -> list[str]:
    """Return what axe finds on the page at rest against WCAG 2.0-2.2 A and AA, one line each."""
    page.evaluate(AT_REST)
    options = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
    found = Axe().run(page, options=options).response["violations"]
    nodes = [(v, n) for v in found for n in v["nodes"] if not _reached_after_all(page, v["id"], n["target"][-1])]
    return [f"{v['id']}: {n['html'][:120]} ({n['failureSummary'][:160]})" for v, n in nodes]


def _reached_after_all(page: Page, rule: str, selector: str) -> bool:
    """axe believes that nothing in a disabled fieldset takes the focus; what has a tabindex there does."""
    return rule == "scrollable-region-focusable" and bool(page.locator(selector).evaluate(TAKES_THE_FOCUS))
