from django.apps import AppConfig


class KilledJobsConfig(AppConfig):
    name = "tests.jobs.app"
    label = "killed_jobs"
