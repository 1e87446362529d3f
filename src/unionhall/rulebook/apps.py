from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class RulebookConfig(AppConfig):
    name = "unionhall.rulebook"
    verbose_name = "规则参数"

    def ready(self) -> None:
        from unionhall.rulebook import defaults  # noqa: F401  declares the defaults; needs the app registry

        autodiscover_modules("rulebook_entries")
