#!/usr/bin/env python
"""Django's own commands, for developers; users have `unionhall`."""

import os
import sys

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "unionhall.web.settings.dev")
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)
