from django.apps import AppConfig


class PagesConfig(AppConfig):
    name = "unionhall.pages"
    verbose_name = "页面"

    def ready(self) -> None:
        """Tell which work pages hand over."""
        from unionhall.pages import views  # noqa: F401  they need the models, which exist only now
        from unionhall.pages.imports import site  # noqa: F401
