from django.apps import AppConfig


class ProgressConfig(AppConfig):
    name = "quiz.progress"
    label = "progress"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from quiz.progress import recording  # noqa: F401 -- connects the receivers, once the models are there
