from django.urls import path

from quiz.progress import views

app_name = "progress"
urlpatterns = [path("", views.progress, name="progress")]
