"""A way to a clearinghouse on which nothing arrives."""



from mbp_claims.domain.connection import Connection
from mbp_claims.domain.mail import MailProblem


class Blocked:
    """A way on which every file fails."""

    def __init__(self, sentence: str = "It does not answer.", needs_person: bool = False):
        self.problem = MailProblem(sentence, needs_person)
        self.tried: list[str] = []

    def __call__(self, _connection: Connection) -> "Blocked":
        return self

    def __enter__(self) -> "Blocked":
        return self

    def __exit__(self, *error: object) -> None:
        return None

    def deliver(self, name: str, _content: bytes) -> None:
        self.tried.append(name)
        raise self.problem
