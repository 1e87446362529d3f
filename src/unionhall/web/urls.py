"""Every address: each engine and module brings its own `urls`, with its full path."""
from importlib import import_module
from importlib.util import find_spec

from django.apps import apps
from django.urls import include, path

urlpatterns = [
    path("", include(import_module(f"{config.name}.urls")))
    for config in apps.get_app_configs()
    if config.name.startswith("unionhall.") and config.name != "unionhall.web" and find_spec(f"{config.name}.urls")
]
