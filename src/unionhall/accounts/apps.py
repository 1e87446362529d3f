from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "unionhall.accounts"
    verbose_name = "账号"
