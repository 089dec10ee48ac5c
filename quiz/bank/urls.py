from django.urls import path

from quiz.bank import views

app_name = "bank"
urlpatterns = [
    path("", views.question_list, name="list"),
    path("<slug:slug>/", views.question, name="question"),
    path("<slug:slug>/explanation/", views.explanation, name="explanation"),
    path("<slug:slug>/items/<int:pk>/", views.answer, name="answer"),
]
