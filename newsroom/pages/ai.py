"""The label for what was made or altered by artificial intelligence (press law 126/2025/QH15 and decree
237/2026/NĐ-CP, art. 24): text and pictures that may mislead carry it where readers look, and in the metadata.
"""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class AiLabel(TextChoices):
    NONE = "", _("No label")
    MADE = "made", _("Made with AI")
    ALTERED = "altered", _("Altered with AI")


SAID_OF_STORY = {AiLabel.MADE: _("Text made with AI"), AiLabel.ALTERED: _("Text altered with AI")}
"""What readers are told of a story's text."""
SAID_OF_PICTURE = {AiLabel.MADE: _("Picture made with AI"), AiLabel.ALTERED: _("Picture altered with AI")}
"""What readers are told of a picture."""
SOURCE_TYPE = {
    AiLabel.MADE: "https://schema.org/TrainedAlgorithmicMediaDigitalSource",
    AiLabel.ALTERED: "https://schema.org/CompositeWithTrainedAlgorithmicMediaDigitalSource",
}
"""What machines are told: schema.org's names for the IPTC's codes of digital sources."""
