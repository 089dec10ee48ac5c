"""What a person does at the workbench, for the tests and the screenshots."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Page, expect

CONTENT = Path(__file__).resolve().parents[2] / "exercises" / "content"
FINISHED = "#result [data-verdict]"


def attempt(slug: str, name: str) -> str:
    """Return a known submission of an exercise."""
    return (CONTENT / slug / "attempts" / f"{name}.py").read_text()


def write(page: Page, source: str) -> None:
    """Replace what stands in the editor, through the editor itself."""
    page.locator(".cm-content").click()
    page.keyboard.press("Control+a")
    page.keyboard.insert_text(source)
    expect(page.locator("#source")).to_have_value(source)


def send(page: Page, button: str) -> str:
    """Press Run or Submit and return the verdict that appears without reloading."""
    page.evaluate("document.querySelector('#result').replaceChildren()")
    page.get_by_role("button", name=re.compile(f"^{button}")).click()
    expect(page.locator(FINISHED)).to_be_visible(timeout=30_000)
    return page.locator(FINISHED).get_attribute("data-verdict") or ""
