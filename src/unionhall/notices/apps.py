from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class NoticesConfig(AppConfig):
    name = "unionhall.notices"
    verbose_name = "通知"

    def ready(self) -> None:
        from unionhall.notices import delivery  # noqa: F401  registers its round; needs the app registry

        autodiscover_modules("notices")
