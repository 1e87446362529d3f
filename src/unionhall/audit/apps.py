from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "unionhall.audit"
    verbose_name = "审计"
