"""Settings for the test suite: fast hashing, jobs run at once, strict templates. The data directory is the test run's."""
from unionhall.web.settings.base import *  # noqa: F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}  # noqa: F405
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
Q_CLUSTER["sync"] = True  # noqa: F405
if not env.DATABASE:  # noqa: F405
    # A file, since threads of the parallel tests share it; nothing outlives the run, so nothing waits for the disk.
    DATABASES["default"]["TEST"] = {"NAME": env.DATA / "test.sqlite3"}  # noqa: F405
    DATABASES["default"]["OPTIONS"]["init_command"] = "PRAGMA journal_mode=WAL;PRAGMA synchronous=OFF"  # noqa: F405
