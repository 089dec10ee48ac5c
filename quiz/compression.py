"""Compression on the way out, so that nothing has to be built before the first start."""

from typing import cast

import brotli
from django.http import HttpRequest, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware
from django.utils.cache import patch_vary_headers

TEXTS = ("text/", "application/json", "image/svg+xml")
BROTLI_QUALITY = 9  # 460 kB of script in 60 ms, once


class CompressionMiddleware(GZipMiddleware):
    """Compresses pages each time, and static texts once. Streams of events go out as they come."""

    compressed: dict[tuple[str, str], bytes] = {}

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        if not response.streaming:
            return super().process_response(request, response)
        if is_static_text(response):
            patch_vary_headers(response, ["Accept-Encoding"])
            if "br" in request.headers.get("Accept-Encoding", "") and request.method == "GET":
                self.compress_static(request.path, cast(StreamingHttpResponse, response))
        return response

    def compress_static(self, path: str, response: StreamingHttpResponse) -> None:
        key = path, response["ETag"]
        if key not in self.compressed:
            content = b"".join(cast("list[bytes]", response.streaming_content))
            self.compressed[key] = brotli.compress(content, quality=BROTLI_QUALITY)
        response.streaming_content = [self.compressed[key]]
        response["Content-Encoding"] = "br"
        response["Content-Length"] = str(len(self.compressed[key]))


def is_static_text(response: HttpResponseBase) -> bool:
    """Whether this is a whole file, as WhiteNoise sends it, that is worth compressing."""
    whole = response.status_code == 200 and "ETag" in response and "Content-Encoding" not in response
    return whole and response.get("Content-Type", "").startswith(TEXTS)
