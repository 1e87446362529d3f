from django.apps import AppConfig


class ToolroomConfig(AppConfig):
    name = "tests.pages.app"
    label = "toolroom"
