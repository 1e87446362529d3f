"""Settings of an installation under test: those of production, with jobs that can be watched and a fast hasher."""

from unionhall.web.settings.prod import *  # noqa: F403

INSTALLED_APPS += ["tests.jobs.app"]  # noqa: F405
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
