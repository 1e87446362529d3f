"""Every address: each engine and module brings its own `urls`, with its full path; the home pages are here."""

from importlib import import_module
from importlib.util import find_spec

from django.apps import apps
from django.urls import path

from unionhall.web import homes
from unionhall.web.addresses import by_first_words
from unionhall.web.year import views as year

urlpatterns = [
    path("", homes.home, name="web.home"),
    path("my/", homes.my, name="web.my"),
    path("my/matters/", homes.matters, name="web.matters"),
    path("office/", homes.office, name="web.office"),
    path("year/", year.year, name="web.year"),
    path("year/<int:number>/", year.year, name="web.year_of"),
    *by_first_words(
        pattern
        for config in apps.get_app_configs()
        if config.name.startswith("unionhall.") and config.name != "unionhall.web" and find_spec(f"{config.name}.urls")
        for pattern in import_module(f"{config.name}.urls").urlpatterns
    ),
]
handler400 = "unionhall.web.errors.bad_request"
handler403 = "unionhall.web.errors.forbidden"
handler404 = "unionhall.web.errors.not_found"
handler500 = "unionhall.web.errors.broken"
