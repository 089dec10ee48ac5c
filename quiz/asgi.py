import os
import warnings
from threading import Thread

from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "quiz.settings")
# WhiteNoise hands files over as ordinary iterators; they are small and Django reads them in a thread.
warnings.filterwarnings("ignore", message="StreamingHttpResponse must consume synchronous iterators")
application = get_asgi_application()

from quiz.warming import warm  # noqa: E402 -- it needs Django to be ready

Thread(target=warm, name="warming", daemon=True).start()
