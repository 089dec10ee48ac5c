from django.urls import path

from quiz.search import views

app_name = "search"
urlpatterns = [path("", views.search, name="search")]
