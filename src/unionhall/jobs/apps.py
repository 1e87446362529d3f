from django.apps import AppConfig


class JobsConfig(AppConfig):
    name = "unionhall.jobs"
