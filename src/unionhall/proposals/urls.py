"""The addresses of proposals."""

urlpatterns: list = []
