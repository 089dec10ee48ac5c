"""How a person comes to each page of a session, for the tests and the screenshots."""

from __future__ import annotations

import re

from playwright.sync_api import Page


def start_exam(page: Page, kind: str = "Single choice", minutes: str = "") -> None:
    page.goto("/practice/")
    page.get_by_role("radio", name=re.compile("^Exam")).check()
    page.get_by_text("Kinds of items").click()
    page.get_by_role("checkbox", name=kind).check()
    page.get_by_label("Length").select_option("5")
    page.get_by_label("Time").select_option(minutes)
    page.get_by_role("button", name="Start", exact=True).click()
    page.wait_for_url(re.compile(r"/practice/\d+/\d+/"))


def entry_page(page: Page) -> None:
    start_exam(page, minutes="30")


def kept_answer(page: Page) -> None:
    interview(page)
    first = page.url
    page.get_by_role("button", name="I don't know").click()
    page.wait_for_url(lambda address: address != first)
    page.goto(first)


def interview(page: Page) -> None:
    page.goto("/practice/mock/")
    page.get_by_role("button", name=re.compile("^Start")).click()
    page.wait_for_url(re.compile(r"/practice/\d+/1/"))


def code_step(page: Page) -> None:
    page.goto("/practice/")
    page.get_by_role("checkbox", name=re.compile("^Mix in code")).check()
    page.get_by_label("Length").select_option("5")
    page.get_by_role("button", name="Start", exact=True).click()
    page.wait_for_url(re.compile(r"/practice/\d+/1/"))
    while not page.locator(".code-step").count():
        here = page.url
        page.get_by_role("button", name="Skip").click()
        page.wait_for_url(lambda address, here=here: address != here)


def workbench(page: Page) -> None:
    interview(page)
    while not page.locator(".code-step").count():
        here = page.url
        page.get_by_role("button", name="I don't know").click()
        page.wait_for_url(lambda address, here=here: address != here)
    page.get_by_role("link", name="Open the workbench").click()


def hand_in(page: Page) -> None:
    entry_page(page)
    page.get_by_role("link", name="Hand in").click()


def summary(page: Page) -> None:
    hand_in(page)
    page.get_by_role("button", name="Hand in").click()
    page.wait_for_url(re.compile("/summary/"))


def scorecard(page: Page) -> None:
    interview(page)
    page.get_by_role("link", name="Hand in").click()
    page.get_by_role("button", name="Hand in").click()
    page.wait_for_url(re.compile("/summary/"))


def history(page: Page) -> None:
    summary(page)
    page.goto("/practice/history/")


def shared(page: Page) -> None:
    summary(page)
    page.goto(page.locator("#share").input_value())


def first_page(page: Page) -> None:
    page.goto("/practice/")


def mock_page(page: Page) -> None:
    page.goto("/practice/mock/")
