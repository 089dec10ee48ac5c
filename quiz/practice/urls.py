from django.urls import path

from quiz.practice import results, starting, views

app_name = "practice"
urlpatterns = [
    path("", starting.start, name="start"),
    path("mock/", starting.mock, name="mock"),
    path("shared/", starting.by_seed, name="by_seed"),
    path("shared/<int:seed>/", starting.shared, name="shared"),
    path("history/", results.history, name="history"),
    path("<int:pk>/", views.session, name="session"),
    path("<int:pk>/<int:position>/", views.entry, name="entry"),
    path("<int:pk>/<int:position>/draft/", views.draft, name="draft"),
    path("<int:pk>/<int:position>/skip/", views.skip, name="skip"),
    path("<int:pk>/clock/", views.clock, name="clock"),
    path("<int:pk>/hand-in/", results.hand_in, name="hand_in"),
    path("<int:pk>/summary/", results.summary, name="summary"),
    path("<int:pk>/finish/", results.finish, name="finish"),
    path("<int:pk>/retry/", results.retry, name="retry"),
]
