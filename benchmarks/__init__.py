"""What the newsroom carries, measured: one command each, against yardsticks measured in the same run (README.md)."""

import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
django.setup()
