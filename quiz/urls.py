from allauth.account.decorators import secure_admin_login
from django.contrib import admin
from django.urls import include, path

from quiz import errors, views
from quiz.home import home

admin.site.site_header = admin.site.site_title = "Backpass"
admin.site.index_title = "Administration"
admin.site.login = secure_admin_login(admin.site.login)  # type: ignore[method-assign]

urlpatterns = [
    path("", home, name="home"),
    path("favicon.ico", views.favicon),
    path("healthz", views.healthz, name="healthz"),
    path("docs/", views.docs, name="docs"),
    path("docs/<slug:slug>/", views.docs, name="docs_page"),
    path("", include("quiz.people.urls")),
    path("", include("quiz.board.urls")),
    path("questions/", include("quiz.bank.urls")),
    path("practice/", include("quiz.practice.urls")),
    path("review/", include("quiz.review.urls")),
    path("progress/", include("quiz.progress.urls")),
    path("paths/", include("quiz.paths.urls")),
    path("search/", include("quiz.search.urls")),
    path("report/", include("quiz.reports.urls")),
    path("accounts/", include("allauth.account.urls")),
    path("admin/", admin.site.urls),
    path("", include("exercises.urls")),
]

handler400 = errors.bad_request
handler403 = errors.forbidden
handler404 = errors.not_found
handler500 = errors.server_error
