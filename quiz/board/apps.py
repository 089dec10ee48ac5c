from django.apps import AppConfig


class BoardConfig(AppConfig):
    name = "quiz.board"
    label = "board"

    def ready(self) -> None:
        from quiz.board import points  # noqa: F401 -- connects the receivers, once the models are there
