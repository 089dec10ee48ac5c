"""A guest becomes a learner and keeps everything; a stranger sees nothing of it; a teacher publishes a question."""

import re
import secrets

from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Site
from tests.browser.people import PASSWORD, sign_up
from tests.browser.workbench import attempt, send, write


def solve_sigmoid(page: Page) -> None:
    page.goto("/exercises/sigmoid/?framework=numpy")
    write(page, attempt("sigmoid", "accepted-numpy-decaying_exponential"))
    assert send(page, "Submit") == "accepted"


def test_signing_up_keeps_what_the_guest_did(page: Page) -> None:
    solve_sigmoid(page)
    sign_up(page)
    page.goto("/submissions/")
    expect(page.locator("main a[href^='/submissions/']")).to_have_count(1)


def test_logging_in_from_a_guest_session_brings_the_guests_work_along(page: Page) -> None:
    name = sign_up(page)
    page.context.clear_cookies()
    solve_sigmoid(page)
    page.goto("/accounts/login/")
    page.locator("input[name=login]").fill(name)
    page.locator("input[type=password]").fill(PASSWORD)
    page.locator("main form.stack .button--primary").first.click()
    page.goto("/submissions/")
    expect(page.locator("main a[href^='/submissions/']")).to_have_count(1)


def test_a_forgotten_password_is_reset_by_mail(page: Page, site: Site) -> None:
    name = sign_up(page)
    page.context.clear_cookies()
    page.goto("/accounts/password/reset/")
    page.locator("input[type=email]").fill(f"{name}@example.org")
    page.locator("main form.stack .button--primary").first.click()
    page.wait_for_timeout(500)
    mail = (site.var / "serve.log").read_text()
    links = re.findall(r"https?://\S+/accounts/password/reset/key/\S+", mail)
    assert links, mail[-2000:]
    page.goto(links[-1])
    for field in page.locator("input[type=password]").all():
        field.fill(PASSWORD + "-new")
    page.locator("main form.stack .button--primary").first.click()
    page.goto("/accounts/login/")
    page.locator("input[name=login]").fill(name)
    page.locator("input[type=password]").fill(PASSWORD + "-new")
    page.locator("main form.stack .button--primary").first.click()
    expect(page.locator("body")).to_contain_text(name)


def test_a_submission_is_nobody_elses_business(page: Page, browser: Browser, site: Site) -> None:
    solve_sigmoid(page)
    page.goto("/submissions/")
    path = page.locator("main a[href^='/submissions/']").first.get_attribute("href")
    with browser.new_context(base_url=site.address) as stranger:
        answer = stranger.new_page().goto(path or "")
        assert answer is not None
        assert answer.status == 404


def test_what_a_teacher_publishes_is_asked_at_once(page: Page, browser: Browser, site: Site) -> None:
    mark = secrets.token_hex(3)
    log_in_as_admin(page, site)
    page.goto("/admin/bank/question/add/")
    page.locator("input[name=title]").fill(f"What is {mark}?")
    page.locator("select[name=topic]").select_option("evaluation")
    page.locator("select[name=difficulty]").select_option("easy")
    page.locator("textarea[name=explanation]").fill("It is what the test wrote.")
    page.locator("textarea[name=sources]").fill("A primary source 2026, section 1")
    page.get_by_role("button", name=re.compile("^Save", re.I)).first.click()
    page.get_by_role("link", name=re.compile("single", re.I)).first.click()
    page.locator("[name=prompt]").fill(f"Which is **{mark}**?")
    page.locator("[name='rows-0-text']").fill("this one")
    page.locator("[name='rows-0-correct']").check()
    page.locator("[name='rows-1-text']").fill("the other")
    page.locator("[name='rows-1-why']").fill("That is the other.")
    expect(page.locator(".preview, [data-preview], #preview").first).to_contain_text(mark)
    page.get_by_role("button", name=re.compile("^Save", re.I)).first.click()
    page.get_by_role("button", name=re.compile("publish", re.I)).first.click()
    with browser.new_context(base_url=site.address) as visitor:
        learner = visitor.new_page()
        learner.goto("/practice/")
        learner.get_by_role("checkbox", name=re.compile("^Evaluation")).check()
        learner.get_by_role("radio", name=re.compile("^Exam")).check()
        learner.get_by_label("Length").select_option("40")
        learner.get_by_role("button", name="Start", exact=True).click()
        seen = ""
        for mark_link in learner.locator(".marks a").all():
            seen += learner.request.get(mark_link.get_attribute("href") or "").text()
        assert mark in seen


def test_the_admin_grades_a_submission_again(page: Page, site: Site) -> None:
    log_in_as_admin(page, site)
    solve_sigmoid(page)
    page.goto("/admin/exercises/submission/")
    page.locator("input.action-select").first.check()
    labels = page.locator("select[name=action] option").all_inner_texts()
    again = next(label for label in labels if "again" in label.lower())
    page.locator("select[name=action]").select_option(label=again)
    page.get_by_role("button", name=re.compile("Go|Run", re.I)).click()
    expect(page.locator(".messagelist")).to_contain_text(re.compile("again|waiting|queued", re.I))


def log_in_as_admin(page: Page, site: Site) -> None:
    page.goto("/admin/login/?next=/admin/")
    page.locator("input[name=login], input[name=username]").first.fill(site.admin)
    page.locator("input[type=password]").fill(site.password)
    page.locator("main form .button--primary, [type=submit]").first.click()
    page.goto("/admin/")
    expect(page.locator("body")).to_contain_text("administration", ignore_case=True)
