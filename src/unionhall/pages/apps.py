from django.apps import AppConfig


class PagesConfig(AppConfig):
    name = "unionhall.pages"
    verbose_name = "页面"

    def ready(self) -> None:
        """Tell which work pages hand over."""
        from unionhall.pages.imports import site  # noqa: F401  it needs the models, which exist only now
