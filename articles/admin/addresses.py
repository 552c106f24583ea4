class FixedAddress:
    """For a ModelAdmin: addresses are promises, so the slug is set when an object is made and never again."""

    def get_readonly_fields(self, request, obj=None):
        return [*super().get_readonly_fields(request, obj), *(["slug"] if obj else [])]
