"""Every page, light and dark, desktop and phone: no console error, no accessibility violation, nothing sticks out."""

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import SIZES, Site, accessibility_violations, watch_console
from tests.browser.workbench import attempt

PAGES = [
    "/",
    "/questions/",
    "/questions/artificial-neural-network/",
    "/practice/",
    "/exercises/",
    "/exercises/softmax/",
    "/exercises/batchnorm-forward/?framework=torch",
    "/reference/",
    "/reference/attention/",
    "/paths/",
    "/paths/backprop-by-hand/",
    "/submissions/",
    "/leaderboard/",
    "/docs/",
    "/accounts/login/",
    "/accounts/signup/",
    "/accounts/password/reset/",
    "/nowhere/",
]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_clean(browser: Browser, site: Site, path: str, size: str, scheme: str) -> None:
    with browser.new_context(viewport=SIZES[size], color_scheme=scheme, base_url=site.address) as context:
        page = context.new_page()
        problems = watch_console(page)
        page.goto(path)
        assert accessibility_violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
        assert problems == []


def test_without_scripts_a_submission_still_gets_its_verdict(browser: Browser, site: Site) -> None:
    with browser.new_context(java_script_enabled=False, base_url=site.address) as context:
        page = context.new_page()
        page.goto("/exercises/relu/?framework=numpy")
        page.locator("#source").fill(attempt("relu", "accepted-numpy-maximum"))
        page.locator("#submit").click()
        for _ in range(30):
            if page.locator("[data-verdict]").count():
                break
            page.wait_for_timeout(500)
            page.reload()
        expect(page.locator("[data-verdict]")).to_have_attribute("data-verdict", "accepted")


@pytest.mark.parametrize(
    "path", ["/exercises/nothing/", "/questions/nothing/", "/submissions/999999/", "/people/nobody/"]
)
def test_what_is_not_there_is_a_404_page(browser: Browser, site: Site, path: str) -> None:
    with browser.new_context(base_url=site.address) as context:
        page = context.new_page()
        answer = page.goto(path)
        assert answer is not None
        assert answer.status == 404
        expect(page.locator("main a").first).to_be_visible()
