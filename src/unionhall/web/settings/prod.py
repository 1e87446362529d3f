"""Settings for prod."""

from unionhall.web.settings.base import *  # noqa: F403
