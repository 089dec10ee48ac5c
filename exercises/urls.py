from django.urls import path

from exercises import following, submissions, views
from exercises.reference import views as reference

app_name = "exercises"

urlpatterns = [
    path("exercises/", views.exercise_list, name="list"),
    path("exercises/<slug:slug>/", views.workbench, name="workbench"),
    path("exercises/<slug:slug>/submit", views.submit, name="submit"),
    path("exercises/<slug:slug>/draft", views.draft, name="draft"),
    path("exercises/<slug:slug>/reset", views.reset, name="reset"),
    path("exercises/<slug:slug>/hint", views.hint, name="hint"),
    path("exercises/<slug:slug>/give-up", views.give_up, name="give_up"),
    path("reference/", reference.index, name="reference"),
    path("reference/<slug:name>/", reference.function, name="function"),
    path("submissions/", submissions.history, name="submissions"),
    path("submissions/<int:pk>/", submissions.page, name="submission"),
    path("submissions/<int:pk>/result", submissions.result, name="result"),
    path("submissions/<int:pk>/events", following.events, name="events"),
]
