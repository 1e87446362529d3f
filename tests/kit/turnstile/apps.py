from django.apps import AppConfig


class TurnstileConfig(AppConfig):
    name = "tests.kit.turnstile"
    label = "turns"
