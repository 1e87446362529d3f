"""The addresses of funds."""

urlpatterns: list = []
