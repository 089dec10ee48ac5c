from django.urls import path

from exercises import comparing, following, later, sharing, speed_chart, submissions, views
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
    path("exercises/<slug:slug>/both/", views.both, name="both"),
    path("exercises/<slug:slug>/input", views.own_input, name="own_input"),
    path("exercises/<slug:slug>/compare", comparing.with_editor, name="compare"),
    path("exercises/<slug:slug>/solutions/", sharing.solutions, name="solutions"),
    path("reference/", reference.index, name="reference"),
    path("reference/<slug:name>/", reference.function, name="function"),
    path("submissions/", submissions.history, name="submissions"),
    path("submissions/<int:pk>/", submissions.page, name="submission"),
    path("submissions/<int:pk>/diff/", comparing.of_submissions, name="diff"),
    path("submissions/<int:pk>/share", sharing.share, name="share"),
    path("submissions/<int:pk>/speed", speed_chart.speed, name="speed"),
    path("submissions/<int:pk>/smallest", later.smallest, name="smallest"),
    path("submissions/<int:pk>/cases/<int:number>", submissions.case, name="case"),
    path("submissions/<int:pk>/result", submissions.result, name="result"),
    path("submissions/<int:pk>/events", following.events, name="events"),
]
