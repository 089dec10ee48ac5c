from django.urls import path

from quiz.reports import views

app_name = "reports"
urlpatterns = [path("", views.new, name="new")]
