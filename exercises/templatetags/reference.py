"""`{% functions_of exercise as functions %}`: the functions of the reference that judge an exercise."""

from django import template

from exercises.reference.uses import functions_of

register = template.Library()
register.simple_tag(functions_of)
