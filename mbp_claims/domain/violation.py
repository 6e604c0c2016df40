"""What a rule answers when it refuses: the sentence the clinician reads, beside the field it belongs to."""

from dataclasses import dataclass, field


@dataclass(eq=False)
class RuleViolation(Exception):
    """A refusal. `sentence` is shown as it stands; `fields` holds sentences by field name, in the form's order."""

    sentence: str
    fields: dict[str, str] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.sentence

    @classmethod
    def of(cls, fields: dict[str, str]) -> "RuleViolation":
        return cls(next(iter(fields.values())), fields)
