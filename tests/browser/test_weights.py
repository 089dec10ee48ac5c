"""What a first view takes over the wire, to the byte: pages, styles, scripts and the fonts that they really use."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import Site

LIGHT, WITH_EDITOR = 150_000, 450_000
MOST = {
    "/": LIGHT,
    "/questions/": LIGHT,
    "/questions/artificial-neural-network/": LIGHT,
    "/practice/": LIGHT,
    "/review/": LIGHT,
    "/exercises/": LIGHT,
    "/paths/": LIGHT,
    "/reference/": LIGHT,
    "/leaderboard/": LIGHT,
    "/search/?q=batch+norm": LIGHT,
    "/docs/how-grading-works/": LIGHT,
    "/exercises/softmax/": WITH_EDITOR,
}


def weighing(page: Page) -> Callable[[], dict[str, int]]:
    """Begin to weigh; what is returned gives the bytes of each address so far, headers included."""
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    addresses: dict[str, str] = {}
    weights: dict[str, int] = {}

    def asked(event: dict[str, Any]) -> None:
        addresses[event["requestId"]] = event["request"]["url"]

    def came(event: dict[str, Any]) -> None:
        weights[addresses[event["requestId"]]] = int(event["encodedDataLength"])

    session.on("Network.requestWillBeSent", asked)
    session.on("Network.loadingFinished", came)
    return lambda: weights


def weigh(browser: Browser, site: Site, address: str) -> dict[str, int]:
    """Return the bytes of everything that a visitor with an empty cache gets."""
    with browser.new_context(base_url=site.address) as context:
        page = context.new_page()
        weights = weighing(page)
        page.goto(address)
        page.wait_for_load_state("networkidle")
        return weights()


@pytest.mark.parametrize("address", MOST)
def test_a_first_view_is_light(browser: Browser, site: Site, address: str) -> None:
    weights = weigh(browser, site, address)
    assert any(where.endswith("/site.css") for where in weights)
    assert sum(weights.values()) < MOST[address], weights
