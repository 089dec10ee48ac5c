from django.apps import AppConfig


class StatisticsConfig(AppConfig):
    name = "quiz.statistics"
    verbose_name = "Item statistics"
