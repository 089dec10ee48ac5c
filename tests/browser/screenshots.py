"""`make screenshots`: the main pages as pictures, for the README and for looking at them."""

from __future__ import annotations

import signal
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser import practising
from tests.browser.conftest import CHROMIUM, LAUNCH, SIZES, Site, start_site
from tests.browser.workbench import attempt, send, write


def home(page: Page) -> None:
    page.goto("/")


def verdict_on_a_question(page: Page) -> None:
    page.goto("/")
    page.keyboard.press("2")
    page.keyboard.press("Enter")
    page.locator(".verdict").wait_for()


def workbench(page: Page) -> None:
    page.goto("/exercises/softmax/?framework=torch")
    write(page, attempt("softmax", "wrong_answer-torch-axis_0"))
    send(page, "Submit")
    page.locator("#result").scroll_into_view_if_needed()


def both(page: Page) -> None:
    page.goto("/exercises/softmax/both/")
    page.locator(".cm-content").nth(1).wait_for()


def array_view(page: Page) -> None:
    page.goto("/exercises/softmax/?framework=numpy")
    write(page, attempt("softmax", "wrong_answer-numpy-whole_array"))
    send(page, "Submit")
    page.locator("#result table").first.scroll_into_view_if_needed()


def review(page: Page) -> None:
    page.goto("/")
    page.get_by_role("button", name="I don't know").click()
    page.locator(".verdict").wait_for()
    page.goto("/review/")


def progress(page: Page) -> None:
    verdict_on_a_question(page)
    page.goto("/progress/")


def search(page: Page) -> None:
    page.goto("/search/?q=batch+norm")


def reference(page: Page) -> None:
    page.goto("/reference/attention/")


def exercises(page: Page) -> None:
    page.goto("/exercises/")


def paths(page: Page) -> None:
    page.goto("/paths/")


VIEWS = {
    "home": home,
    "question": verdict_on_a_question,
    "workbench": workbench,
    "array-view": array_view,
    "both": both,
    "exercises": exercises,
    "paths": paths,
    "practice": practising.first_page,
    "session": practising.entry_page,
    "summary": practising.summary,
    "interview": practising.mock_page,
    "review": review,
    "progress": progress,
    "search": search,
    "reference": reference,
}


def main() -> int:
    """Take every view in light and dark and at phone size, into the folder named on the command line."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "docs/screenshots")
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="backpass-shots-") as var:
        site = start_site(Path(var))
        try:
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(executable_path=CHROMIUM, args=LAUNCH)
                for name in VIEWS:
                    for scheme, size in (("light", "desktop"), ("dark", "desktop"), ("light", "phone")):
                        take(browser, site, name, scheme, size, folder)
                browser.close()
        finally:
            site.process.send_signal(signal.SIGTERM)
            site.process.wait(20)
    return 0


def take(browser: Browser, site: Site, name: str, scheme: str, size: str, folder: Path) -> None:
    with browser.new_context(viewport=SIZES[size], color_scheme=scheme, base_url=site.address) as context:
        page = context.new_page()
        VIEWS[name](page)
        page.wait_for_timeout(300)
        file = folder / (f"{name}-{scheme}.png" if size == "desktop" else f"{name}-{size}.png")
        page.screenshot(path=file, full_page=size == "phone")
        print(file)


if __name__ == "__main__":
    sys.exit(main())
