from django.apps import AppConfig
from django.db.models.signals import post_delete, post_save
from django.utils.module_loading import autodiscover_modules


class SearchConfig(AppConfig):
    name = "unionhall.search"
    verbose_name = "查找"

    def ready(self) -> None:
        from unionhall.search import services, upkeep  # noqa: F401  both need the app registry

        post_save.connect(services.on_save, dispatch_uid="search")
        post_delete.connect(services.on_delete, dispatch_uid="search")
        autodiscover_modules("search")
