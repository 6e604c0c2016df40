"""What a loader answers when nothing of that name belongs to the one who asks."""


class NotFound(LookupError):
    """There is no such record for this clinician: it is gone, or it is another practice's. The two look alike."""
