"""Addresses of files and of the templates of printed forms."""

from django.urls import path

from unionhall.files import template_views, views

urlpatterns = [
    path("files/<uuid:pk>/", views.download, name="files.download"),
    path("files/<uuid:pk>/remove/", views.remove, name="files.remove"),
    path("files/attach/<str:kind>/<uuid:pk>/", views.attach, name="files.attach"),
    path("office/forms/", template_views.index, name="files.templates"),
    path("office/forms/<str:key>/", template_views.template, name="files.template"),
    path("office/forms/<str:key>/replace/", template_views.replace, name="files.replace"),
    path("office/forms/<str:key>/restore/", template_views.restore, name="files.restore"),
]
