# A mail server of other makers (aiosmtpd) on 127.0.0.1: wants a login, refuses nobody@…, keeps letters in a Maildir.
# python3 mail-server.py MAILDIR PASSWORD; prints its port.
import asyncio
import sys

from aiosmtpd.handlers import Mailbox
from aiosmtpd.smtp import SMTP, AuthResult


def let_in(server, session, envelope, mechanism, data):
    known = getattr(data, "login", b"") == b"gazeta@eseur.example" and getattr(data, "password", b"") == sys.argv[2].encode()
    # Not handled: the server itself answers a refusal.
    return AuthResult(success=known, handled=False)


class Keeping(Mailbox):
    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("nobody@"):
            return "550 5.1.1 No such mailbox"
        envelope.rcpt_tos.append(address)
        return "250 OK"


async def serve():
    loop = asyncio.get_running_loop()
    handler = Keeping(sys.argv[1])
    make = lambda: SMTP(handler, authenticator=let_in, auth_required=True, auth_require_tls=False)
    server = await loop.create_server(make, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


asyncio.run(serve())
