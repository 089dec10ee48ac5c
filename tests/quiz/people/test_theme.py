import pytest

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("theme", ["light", "dark", "system"])
def test_the_chosen_look_comes_with_the_page(client, theme):
    client.post("/theme/", {"theme": theme})
    assert f'data-theme="{theme}"' in client.get("/docs/").content.decode()


def test_without_a_choice_the_look_is_the_systems(client):
    assert 'data-theme="system"' in client.get("/docs/").content.decode()


@pytest.mark.parametrize("theme", ["", "pink", '"><script>'])
def test_an_unknown_look_is_not_kept(client, theme):
    client.post("/theme/", {"theme": theme})
    assert "theme" not in client.cookies


def test_a_forged_cookie_changes_nothing(client):
    client.cookies["theme"] = "pink"
    assert 'data-theme="system"' in client.get("/docs/").content.decode()


@pytest.mark.parametrize(
    ("wanted", "led_to"),
    [("/docs/?a=1", "/docs/?a=1"), ("https://example.com/", "/"), ("//example.com", "/"), ("", "/")],
)
def test_it_leads_back_to_the_page_but_not_away(client, wanted, led_to):
    assert client.post("/theme/", {"theme": "dark", "next": wanted})["Location"] == led_to
