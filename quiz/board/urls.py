from django.urls import path

from quiz.board import views

app_name = "board"
urlpatterns = [path("leaderboard/", views.leaderboard, name="leaderboard")]
