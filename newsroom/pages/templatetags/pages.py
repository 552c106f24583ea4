from django import template

register = template.Library()


@register.filter(is_safe=True)
def one_line(text):
    """Runs of white space to one space: for what a template block hands to <title> and <meta>."""
    return " ".join(text.split())
