import brotli
import pytest
from django.http import HttpResponse, StreamingHttpResponse
from django.test import RequestFactory

from quiz.compression import CompressionMiddleware

SCRIPT = "/static/site/app.js"


def fetch(client, path=SCRIPT, encoding="gzip, deflate, br", **headers):
    response = client.get(path, headers={"Accept-Encoding": encoding} | headers)
    response.body = response.getvalue()
    return response


def test_a_script_is_smaller_and_the_same(client):
    plain, small = fetch(client, encoding="identity"), fetch(client)
    assert small["Content-Encoding"] == "br"
    content = small.body
    assert int(small["Content-Length"]) == len(content) < int(plain["Content-Length"]) / 2
    assert brotli.decompress(content) == plain.body


def test_the_second_visitor_gets_the_same_bytes(client):
    assert fetch(client).body == fetch(client).body


def test_caches_between_know_that_the_encoding_matters(client):
    assert "Accept-Encoding" in fetch(client, encoding="identity")["Vary"]


def test_fonts_are_compressed_already(client):
    assert "Content-Encoding" not in fetch(client, "/static/site/fonts/inter.woff2")


def test_what_a_browser_has_already_is_not_sent(client):
    response = fetch(client, **{"If-None-Match": fetch(client)["ETag"]})
    assert response.status_code == 304
    assert response.body == b""


def test_a_part_of_a_file_is_sent_as_it_is(client):
    response = fetch(client, Range="bytes=0-9")
    assert response.status_code == 206
    assert len(response.body) == 10


@pytest.mark.parametrize("kind", ["text/event-stream", "text/html"])
def test_streams_go_out_as_they_come(kind):
    middleware = CompressionMiddleware(lambda request: HttpResponse())
    stream = StreamingHttpResponse(iter([b"data: 1\n\n", b"data: 2\n\n"]), content_type=kind)
    request = RequestFactory().get("/", headers={"Accept-Encoding": "br, gzip"})
    assert list(middleware.process_response(request, stream)) == [b"data: 1\n\n", b"data: 2\n\n"]
    assert "Content-Encoding" not in stream
