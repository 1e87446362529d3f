"""Tags and filters every template has at hand."""
from django import template

register = template.Library()
