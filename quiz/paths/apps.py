from django.apps import AppConfig


class PathsConfig(AppConfig):
    name = "quiz.paths"
    label = "paths"
    verbose_name = "Learning paths"
