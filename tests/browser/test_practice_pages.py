"""Every page of a session, light and dark, desktop and phone: clean for axe, nothing sticks out, no console error."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import practising
from tests.browser.conftest import SIZES, Site, accessibility_violations, watch_console

WAYS = [
    practising.first_page,
    practising.mock_page,
    practising.entry_page,
    practising.kept_answer,
    practising.code_step,
    practising.workbench,
    practising.hand_in,
    practising.summary,
    practising.scorecard,
    practising.history,
    practising.shared,
]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("way", WAYS)
def test_a_page_of_a_session_is_clean(
    browser: Browser, site: Site, way: Callable[[Page], None], size: str, scheme: str
) -> None:
    with browser.new_context(viewport=SIZES[size], color_scheme=scheme, base_url=site.address) as context:
        page = context.new_page()
        problems = watch_console(page)
        way(page)
        assert accessibility_violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
        assert problems == []


LONG_FORMULA = "<p><math><mrow>" + "<mi>x</mi><mo>+</mo><mn>2222</mn>" * 20 + "</mrow></math></p>"


def test_a_wide_formula_in_a_kept_answer_scrolls_by_keyboard(browser: Browser, site: Site) -> None:
    with browser.new_context(viewport=SIZES["phone"], base_url=site.address) as context:
        page = context.new_page()
        practising.kept_answer(page)
        page.locator(".kept-answer").evaluate("(box, html) => box.insertAdjacentHTML('beforeend', html)", LONG_FORMULA)
        page.evaluate("dispatchEvent(new Event('resize'))")
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
        expect(page.locator("math").last).to_have_attribute("tabindex", "0")
        assert accessibility_violations(page) == []
