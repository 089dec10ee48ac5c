from django.urls import path

from quiz.review import views

app_name = "review"
urlpatterns = [
    path("", views.today, name="today"),
    path("plan/", views.plan, name="plan"),
    path("undo/", views.undo, name="undo"),
    path("anki/", views.anki, name="anki"),
    path("reviews/<int:pk>/", views.adjust, name="adjust"),
    path("cards/<int:pk>/items/<int:item>/", views.answer, name="answer"),
    path("cards/<int:pk>/rate/", views.rate, name="rate"),
    path("cards/<int:pk>/later/", views.later, name="later"),
]
