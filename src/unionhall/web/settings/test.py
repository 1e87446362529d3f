"""Settings for the test suite: fast hashing, jobs run at once, strict templates, a data directory of its own."""

import atexit
import os
import shutil
import tempfile

# Before base reads it, and before any conftest is read: two runs at once must not share a database or a key.
os.environ["UNIONHALL_DATA"] = tempfile.mkdtemp(prefix="unionhall-test-")
atexit.register(shutil.rmtree, os.environ["UNIONHALL_DATA"], ignore_errors=True)

from unionhall.web.settings.base import *  # noqa: E402, F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}  # noqa: F405
CACHES["default"] = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}  # noqa: F405
Q_CLUSTER["sync"] = True  # noqa: F405
if not env.DATABASE:  # noqa: F405
    # A file, since threads of the parallel tests share it; nothing outlives the run, so nothing waits for the disk.
    DATABASES["default"]["TEST"] = {"NAME": env.DATA / "test.sqlite3"}  # noqa: F405
    DATABASES["default"]["OPTIONS"]["init_command"] = "PRAGMA journal_mode=WAL;PRAGMA synchronous=OFF"  # noqa: F405
# Modules of the tests' own, on which the engines of pages and figures are proved.
INSTALLED_APPS += ["tests.pages.app", "tests.kit.turnstile"]  # noqa: F405
STATIC_ROOT.mkdir(exist_ok=True)  # noqa: F405
