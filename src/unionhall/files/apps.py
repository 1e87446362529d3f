from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules
from django.utils.translation import gettext_lazy as _


class FilesConfig(AppConfig):
    name = "unionhall.files"
    verbose_name = "文件"

    def ready(self) -> None:
        from unionhall.accounts.roles import in_office  # both need the app registry
        from unionhall.pages import history, nav

        autodiscover_modules("printing")
        history.says("files.attach", _("添加附件"))
        history.says("files.remove", _("移除附件"))
        history.says("files.template", _("更换表样"))
        nav.room("文", _("打印表样"), "files.templates", who=in_office, icon="file-text")
