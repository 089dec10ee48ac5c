"""How somebody comes to an account, for the tests."""

from __future__ import annotations

import secrets

from playwright.sync_api import Page, expect

PASSWORD = "correct-horse-7-battery"


def sign_up(page: Page) -> str:
    """Make an account and return its name."""
    name = f"ada{secrets.token_hex(3)}"
    page.goto("/accounts/signup/")
    page.get_by_label("Name", exact=False).first.fill(name)
    if page.locator("input[name=email]").count():
        page.locator("input[name=email]").fill(f"{name}@example.org")
    for field in page.locator("input[type=password]").all():
        field.fill(PASSWORD)
    page.locator("main form.stack .button--primary").first.click()
    expect(page.locator("body")).to_contain_text(name)
    return name


def log_in(page: Page, name: str) -> None:
    """Fill in the page for logging in, which is open."""
    page.locator("input[name=login]").fill(name)
    page.locator("input[type=password]").fill(PASSWORD)
    page.locator("main form.stack .button--primary").first.click()
