from django.contrib.auth.tokens import PasswordResetTokenGenerator


class LinkTokens(PasswordResetTokenGenerator):
    """The secrets in password links: Django's own, and of several only that of the account's newest link is taken."""

    key_salt = "newsroom.desk.tokens"

    def _make_hash_value(self, user, timestamp):
        return f"{super()._make_hash_value(user, timestamp)}/{user.links_made}"


link_tokens = LinkTokens()
