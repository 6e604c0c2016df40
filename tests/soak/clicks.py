"""`python -m tests.soak.clicks`: how long other people's clicks take beside the longest works that the program knows.

One event loop, as the server has one; the long work runs in a thread, as its page has it run. Two tabs of others click
all the while: one looks at a chart, one puts a claim away and takes it back.
"""

import asyncio
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any

CLAIMS = 10_000
PAUSE = 0.02
"""Seconds from an answer to the next click: more than fifty people click."""
HEAD = """| 10,000 claims are | s | longest look, ms | 95 % | longest save, ms | 95 % | save alone |
|---|---|---|---|---|---|---|"""


@dataclass
class Clicks:
    """Milliseconds of each click, while the work took `took` seconds."""

    what: str
    took: float = 0
    looks: list[float] = field(default_factory=list)
    saves: list[float] = field(default_factory=list)

    def row(self, alone: float) -> str:
        looks, saves = sorted(self.looks), sorted(self.saves)
        told = (looks[-1], looks[len(looks) * 95 // 100], saves[-1], saves[len(saves) * 95 // 100], alone)
        return f"| {self.what} | {self.took:.1f} | {' | '.join(f'{one:,.0f}' for one in told)} |"


async def beside(what: str, number: str, work: Callable[..., Any], *told: Any) -> tuple[Clicks, Any]:
    """Clicks for as long as the work lasts, and what came of it."""
    from mbp_claims.state.claims import ClaimsState
    from tests.state.tab import CENTER, Tab

    looking, saving = Tab(CENTER), Tab(CENTER)
    for tab in (looking, saving):
        await tab.run(ClaimsState.load_chart)
    seen, began = Clicks(what), time.perf_counter()
    working = asyncio.create_task(asyncio.to_thread(work, *told))

    async def click(tab: Any, into: list[float], *handlers: tuple[Any, ...]) -> None:
        while not working.done():
            for handler in handlers:
                start = time.perf_counter()
                await tab.run(*handler)
                into.append((time.perf_counter() - start) * 1000)
                await asyncio.sleep(PAUSE)

    await asyncio.gather(
        click(looking, seen.looks, (ClaimsState.turn, "pending", "newer")),
        click(saving, seen.saves, (ClaimsState.put_away, number), (ClaimsState.take_back, number)),
    )
    seen.took = time.perf_counter() - began
    return seen, await working


def fetched(practice_id: int, content: bytes) -> Any:
    """It lies in the inbox of the practice’s folder, and is taken in as the program does it by itself."""
    from mbp_claims.actions.every_practice import steps_of_every_practice
    from mbp_claims.actions.sync_clearinghouse import sync_clearinghouse
    from mbp_claims.state.base import Done
    from mbp_claims.transport import mailbox

    inbox = mailbox.settings.clearinghouse / str(practice_id) / "inbox"
    inbox.mkdir(parents=True, exist_ok=True)
    (inbox / "aetna.835").write_bytes(content)
    done = [sync_clearinghouse(step, look=look) for _, step, look in steps_of_every_practice()]
    assert sum(one.collected.eras for one in done) == 1, done
    return Done(done)


def from_a_shell(content: bytes) -> Any:
    """Another process: `mbp-claims era import --post`."""
    from mbp_claims.state.base import Done

    command = [sys.executable, "-m", "mbp_claims.cli", "era", "import", "--post", "-"]
    said = subprocess.run(command, input=content, capture_output=True, check=False)
    assert said.returncode == 0, said
    return Done(said)


async def clicks(count: int) -> list[Clicks]:
    """An ERA is read, kept and posted, on a practice that waits for it; then claims of another practice are filed."""
    from mbp_claims.actions.file_claims import check_batch, file_batch, read_batch
    from mbp_claims.actions.import_era import keep_era, read_era
    from mbp_claims.actions.load_scenario import ready_secondaries
    from mbp_claims.actions.match_era import match_era
    from mbp_claims.db.clear import clear
    from mbp_claims.db.engine import transaction
    from mbp_claims.domain.practice import Practice
    from mbp_claims.domain.progress import silent
    from mbp_claims.state.base import attempt_in_thread, calmly, look
    from mbp_claims.state.eras_posting import post_apart, reverse_apart, undo_apart
    from tests import builders
    from tests.many_claims import answers_to, busy_practice

    with transaction() as db:
        clinician = busy_practice(db, count)
        content = answers_to(db, clinician)
        db.get_one(Practice, clinician.practice_id).next_claim = count + 2001
        client = builders.new_client(db, clinician)
        builders.both(db, clinician, client)
        number = builders.started(db, clinician, client).number
    found = [Clicks("(nothing)")]
    found[0], _ = await beside("(nothing)", number, time.sleep, 3)

    async def one(what: str, *told: Any) -> Any:
        seen, done = await beside(what, number, *told)
        found.append(seen)
        assert done.value is not None, done
        return done.value

    read = await one("read from an ERA", calmly, read_era, "aetna.835", content)
    matched = await one("matched", look, match_era, read)
    kept = await one("kept", attempt_in_thread, keep_era, matched)
    posted = await one("worked out and posted", partial(post_apart, step=silent), kept.remittance_id)
    await one("undone", partial(undo_apart, step=silent), [posted.posting_id])
    posted = await one("posted again", partial(post_apart, step=silent), kept.remittance_id)
    await one("reversed", partial(reverse_apart, step=silent), posted.posting_id)
    with transaction() as db:
        inbox, file = (answers_to(db, clinician, trace, slice(count)) for trace in ("88120458", "88120459"))
    await one("fetched from the clearinghouse’s inbox", fetched, clinician.practice_id, inbox)
    await one("imported and posted by a shell", from_a_shell, file)
    with transaction() as db:
        clear(db)
        *numbers, number = ready_secondaries(db, count + 1)
    batch = await one("written as 837P", look, read_batch, numbers)
    checked = await one("put together", calmly, check_batch, batch, lambda text: [])
    await one("filed", attempt_in_thread, file_batch, checked)
    return found


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="mbp-soak-") as folder:
        os.environ["MBP_DATABASE_URL"] = f"sqlite:///{Path(folder) / 'clicks.db'}"
        from mbp_claims.launch.schema import migrate
        from mbp_claims.transport import mailbox

        mailbox.settings = replace(mailbox.settings, clearinghouse=Path(folder) / "clearinghouse")
        migrate()
        alone, *found = asyncio.run(clicks(CLAIMS))
    print(HEAD)
    for one in found:
        print(one.row(max(alone.saves)))


if __name__ == "__main__":
    main()
