from django.urls import path

from quiz.practice import views

app_name = "practice"
urlpatterns = [
    path("", views.start, name="start"),
    path("<int:pk>/", views.session, name="session"),
    path("<int:pk>/<int:position>/", views.entry, name="entry"),
    path("<int:pk>/<int:position>/skip/", views.skip, name="skip"),
    path("<int:pk>/summary/", views.summary, name="summary"),
    path("<int:pk>/finish/", views.finish, name="finish"),
    path("<int:pk>/retry/", views.retry, name="retry"),
]
