from django.apps import AppConfig


class ReviewConfig(AppConfig):
    name = "quiz.review"
    label = "review"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from quiz.review import recording  # noqa: F401 -- connects the receivers, once the models are there
