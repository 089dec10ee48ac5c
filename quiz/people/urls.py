from django.urls import path

from quiz.people import views

app_name = "people"
urlpatterns = [
    path("people/<str:name>/", views.profile, name="profile"),
    path("settings/", views.settings, name="settings"),
    path("theme/", views.theme, name="theme"),
]
