from django.apps import AppConfig


class ActivitiesConfig(AppConfig):
    name = "unionhall.activities"
    verbose_name = "活动"
