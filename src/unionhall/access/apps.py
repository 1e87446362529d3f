from django.apps import AppConfig


class AccessConfig(AppConfig):
    name = "unionhall.access"
    verbose_name = "登录与账号"

    def ready(self) -> None:
        from unionhall.access import listeners  # noqa: F401  it hears who is locked out; models must exist first
