from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "quiz.reports"
    verbose_name = "Reports"
