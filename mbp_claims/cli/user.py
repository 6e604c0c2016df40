"""Who signs in: `user add`, `user list`, `user link`, `user second-step-off`, `user sign-out`."""

from mbp_claims.cli.commands import Chosen, Commands, add, add_group, add_person, in_project

LINK = "It prints a link for one time, with which the person chooses a password. Hand it over yourself."


def add_to(commands: Commands) -> None:
    user = add_group(commands, "user", "who signs in")
    adding = add(user, "add", add_user, "an account for a new person, the first one with the practice")
    adding.epilog = LINK
    adding.add_argument("email", metavar="E-MAIL", help="with which the person signs in")
    adding.add_argument("--name", required=True, help='name and credential: "June Marlow, LCSW"')
    adding.add_argument("--role", choices=("owner", "biller", "clinician"), help="the first person is the owner")
    adding.add_argument("--practice", default="", help="name of the practice, where there is none yet")
    add_person(adding)
    add(user, "list", list_users, "every account, with its practice and role")
    for name, command, does in (
        ("link", link, "a link with which somebody chooses a new password"),
        ("second-step-off", second_step_off, "for who has lost the phone and the recovery codes"),
        ("sign-out", sign_out, "end every session of somebody"),
    ):
        one = add(user, name, command, does)
        one.add_argument("email", metavar="E-MAIL")
        add_person(one)


@in_project
def add_user(chosen: Chosen) -> int:
    from mbp_claims.cli.users import add_user

    return add_user(chosen.email, chosen.name, chosen.role, chosen.practice, chosen.person)


@in_project
def list_users(chosen: Chosen) -> int:
    from mbp_claims.cli.users import list_users

    return list_users()


@in_project
def link(chosen: Chosen) -> int:
    from mbp_claims.cli.users import make_link

    return make_link(chosen.email, chosen.person)


@in_project
def second_step_off(chosen: Chosen) -> int:
    from mbp_claims.cli.users import second_step_off

    return second_step_off(chosen.email, chosen.person)


@in_project
def sign_out(chosen: Chosen) -> int:
    from mbp_claims.cli.users import sign_out

    return sign_out(chosen.email, chosen.person)
