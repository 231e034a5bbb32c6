"""A worker's own week and month."""

from django.urls import path

from tafteesh.interfaces.web.my_work import calendar, views

app_name = "my_work"
urlpatterns = [
    path("", views.home, name="home"),
    path("opened/", views.opened, name="opened"),
    path("month/", views.month, name="month"),
    path("calendar/", calendar.own, name="calendar"),
    path("calendar/<str:token>.ics", calendar.feed, name="feed"),
]
