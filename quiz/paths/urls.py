from django.urls import path

from quiz.paths import views

app_name = "paths"
urlpatterns = [
    path("", views.index, name="list"),
    path("<slug:slug>/", views.learning_path, name="path"),
]
