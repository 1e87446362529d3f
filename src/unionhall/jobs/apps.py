from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules
from django.utils.translation import gettext_lazy as _


class JobsConfig(AppConfig):
    name = "unionhall.jobs"
    verbose_name = _("后台任务")

    def ready(self) -> None:
        """Every app may tell its jobs and its regular rounds in a module `jobs.py`."""
        from unionhall.jobs import carrying, sealing  # noqa: F401  they need the models, which exist only now

        autodiscover_modules("jobs")
        carrying.take_over()
