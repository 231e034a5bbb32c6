"""Signing in and out, the second factor, one's own sessions. The demo's buttons exist in the demo alone."""

from allauth.account import views as account
from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path
from django.views.generic import RedirectView

from tafteesh.interfaces.web.sign_in import views

urlpatterns: list[URLPattern | URLResolver] = [
    path("sign-in/", views.sign_in, name="account_login"),
    path("sign-out/", account.logout, name="account_logout"),
    path("confirm/", account.reauthenticate, name="account_reauthenticate"),
    path("password/", account.password_change, name="account_change_password"),
    path("sign-in/inactive/", account.account_inactive, name="account_inactive"),
    path("password/first/", RedirectView.as_view(url="/"), name="account_set_password"),
    path("second-factor/", include("allauth.mfa.urls")),
    path("my/sessions/", include("allauth.usersessions.urls")),
    path("lock/", views.lock, name="lock"),
    path("language/", views.choose_language, name="set_language"),
]
if settings.DEMO:
    urlpatterns.append(
        path("sign-in/demo/<str:login_name>/", views.sign_in_demo, name="sign_in_demo")
    )
