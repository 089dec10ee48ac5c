from django.urls import path

from quiz.people import leaving, views

app_name = "people"
urlpatterns = [
    path("people/<str:name>/", views.profile, name="profile"),
    path("settings/", views.settings, name="settings"),
    path("settings/sharing/", views.stop_sharing, name="stop_sharing"),
    path("settings/time-zone/", views.time_zone, name="time_zone"),
    path("settings/data/", leaving.data, name="data"),
    path("settings/data/backpass.json", leaving.export, name="export"),
    path("settings/delete/", leaving.delete, name="delete"),
    path("settings/delete/mail/", leaving.send_link, name="delete_mail"),
    path("settings/delete/<str:token>/", leaving.delete_by_link, name="delete_link"),
    path("theme/", views.theme, name="theme"),
]
