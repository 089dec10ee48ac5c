"""The pictures of questions: drawn again they are the same, and the pages show them so that everybody can read them."""

import re
import xml.etree.ElementTree as ET

import numpy as np
import pytest
from django.urls import reverse

from quiz.bank.figures import DRAWN, pictures_of
from quiz.bank.loading import load_questions
from quiz.bank.pictures import PICTURES
from quiz.bank.pictures.axes import Axes, counted, powers
from quiz.bank.pictures.files import picture_files
from quiz.bank.pictures.svg import WIDTH, Drawing, number
from quiz.bank.proof import CONTENT
from quiz.bank.shipped import read_bank

NAMES = sorted(PICTURES)
SVG = "{http://www.w3.org/2000/svg}"
every_picture = pytest.mark.parametrize("name", NAMES)


def drawn(name: str) -> str:
    return (DRAWN / f"{name}.svg").read_text(encoding="utf-8")


def test_drawing_again_gives_the_same_files():
    wanted = picture_files()
    assert sorted(wanted) == sorted(path.name for path in DRAWN.iterdir())
    different = [name for name, text in wanted.items() if (DRAWN / name).read_bytes() != text.encode()]
    assert different == []


def test_there_are_pictures_of_what_people_would_rather_look_at():
    assert len(PICTURES) >= 12
    assert {
        "activation-curves", "activation-slopes", "gradients-by-depth", "bias-and-variance", "dropout-masks",
        "receptive-fields", "computation-graph", "learning-curves", "attention-masks",
    } <= set(PICTURES)  # fmt: skip


def test_pictures_belong_to_questions_that_there_are():
    slugs = {entry.slug for entry in read_bank(CONTENT).entries}
    assert {slug for picture in PICTURES.values() for slug in picture.questions} <= slugs


@every_picture
def test_a_picture_says_what_it_shows(name):
    root = ET.fromstring(drawn(name))
    assert root.get("role") == "img"
    title, description = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert title is not None
    assert 10 <= len(title.text or "") <= 120
    assert description is not None
    assert len((description.text or "").split()) >= 25
    assert len(PICTURES[name].caption.split()) >= 8


@every_picture
def test_a_picture_brings_no_colours_and_no_styles_of_its_own(name):
    """So it follows light and dark, and the site's policy for content lets it through."""
    text = drawn(name)
    assert not re.search(r"""style=|<style|<script|fill="|stroke="|href|#[0-9a-f]{3}""", text)


@every_picture
def test_what_is_drawn_stays_inside(name):
    root = ET.fromstring(drawn(name))
    height = float((root.get("viewBox") or "").split()[3])
    for element in root.iter(f"{SVG}text"):
        x, y = float(element.get("x", 0)), float(element.get("y", 0))
        wide = 7.4 * len(element.text or "")  # more than the widest of these texts takes
        start = {"start": x, "middle": x - wide / 2, "end": x - wide}[element.get("text-anchor", "start")]
        assert 0 < y < height
        assert start > -10, element.text
        assert start + wide < WIDTH + 25, element.text
    for element in root.iter(f"{SVG}polyline"):
        points = [tuple(map(float, point.split(","))) for point in (element.get("points") or "").split()]
        assert all(0 <= x <= WIDTH and 0 <= y <= height for x, y in points)


def test_a_curve_passes_through_the_points_of_its_function():
    drawing = Drawing(100)
    axes = Axes(drawing, 10, 10, 80, 60, (0, 2), (0, 4))
    axes.curve(np.array([0.0, 1.0, 2.0, 3.0]), np.array([0.0, 1.0, 4.0, 9.0]), "tone-1")
    assert 'points="10,70 50,55 90,10"' in drawing.elements[0]  # 9 lies outside


def test_a_logarithmic_axis_goes_by_factors():
    axes = Axes(Drawing(100), 0, 0, 100, 80, (0, 1), (1e-4, 1), logarithmic=True)
    assert axes.at(0, 1e-2) == pytest.approx((0, 40))


def test_ticks_are_written_as_people_write_them():
    assert counted([-1, 0.5]) == [(-1, "−1"), (0.5, "0.5")]
    assert powers([-12, 0]) == [(pytest.approx(1e-12), "10⁻¹²"), (1.0, "1")]


@pytest.mark.parametrize(("value", "text"), [(1.0, "1"), (-0.04, "0"), (2.25, "2.2"), (-3.35, "-3.4")])
def test_numbers_are_short(value, text):
    assert number(value) == text


@pytest.mark.django_db
def test_a_question_shows_its_pictures_with_the_explanation(client):
    load_questions(CONTENT)
    page = client.get(reverse("bank:question", args=["vanishing-gradients"]), {"explanation": "1"}).content.decode()
    assert page.count('<figure class="picture">') == len(pictures_of("vanishing-gradients")) >= 2
    assert "bank/pictures.css" in page
    hidden = client.get(reverse("bank:question", args=["vanishing-gradients"])).content.decode()
    assert "<figure" not in hidden, "the picture belongs to the explanation"
