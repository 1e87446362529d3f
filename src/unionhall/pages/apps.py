from django.apps import AppConfig


class PagesConfig(AppConfig):
    name = "unionhall.pages"
    verbose_name = "页面"
