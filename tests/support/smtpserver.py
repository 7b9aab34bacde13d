#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
# SPDX-FileCopyrightText: Ponte contributors
"""A real SMTP server on a free port of this machine, over aiosmtpd. It says "port N" on standard output and then each
message that it takes over as one line of JSON."""

import argparse
import asyncio
import email
import email.policy
import hashlib
import json
import logging
import ssl
import sys
import warnings

from aiosmtpd.smtp import SMTP, AuthResult


def told(line):
    print(line, flush=True)


def described(envelope):
    """What a mail program would see of it."""
    message = email.message_from_bytes(envelope.content, policy=email.policy.default)
    parts = []
    for part in message.walk():
        if part.is_multipart():
            continue
        content = part.get_payload(decode=True)
        is_text = part.get_content_maintype() == "text" and not part.get_filename()
        parts.append({"type": part.get_content_type(), "file": part.get_filename(), "size": len(content),
                      "sha256": hashlib.sha256(content).hexdigest(),
                      "text": content.decode("utf-8") if is_text else None})
    return {"from": envelope.mail_from, "to": envelope.rcpt_tos, "subject": message["Subject"], "id": message["Message-ID"],
            "date": message["Date"], "raw_subject": str(message.get("Subject", "")), "headers": list(message.keys()),
            "longest_line": max(len(line) for line in envelope.content.split(b"\r\n")), "parts": parts}


class Handler:
    def __init__(self, options):
        self.options = options

    async def handle_RCPT(self, server, session, envelope, address, rcpt_options):
        if self.options.refuse and address.startswith(self.options.refuse):
            return "550 5.1.1 no such mailbox"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if self.options.hold == "answer":
            told("held")
            await asyncio.sleep(3600)
        if self.options.drop_after_data:
            session.loop.call_soon(server.transport.abort)
            await asyncio.sleep(3600)
        told(json.dumps(described(envelope)))
        return "250 taken over"


async def silent(reader, writer):
    """Takes connections and never says a word."""
    told("held")
    await asyncio.sleep(3600)


async def serve(options):
    context = None
    if options.certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(options.certificate, options.key)

    def authenticator(server, session, envelope, mechanism, data):
        good = (data.login, data.password) == (options.user.encode(), options.password.encode())
        return AuthResult(success=good, handled=False)

    def protocol():
        login = {"authenticator": authenticator, "auth_required": True} if options.user else {}
        if options.mode == "tls":
            return SMTP(Handler(options), enable_SMTPUTF8=False, auth_require_tls=False, **login)
        if options.mode == "starttls":
            return SMTP(Handler(options), tls_context=context, require_starttls=True, **login)
        return SMTP(Handler(options), auth_require_tls=False, **login)

    loop = asyncio.get_running_loop()
    if options.hold == "greeting":
        server = await asyncio.start_server(silent, "127.0.0.1", options.port)
    else:
        server = await loop.create_server(protocol, "127.0.0.1", options.port,
                                          ssl=context if options.mode == "tls" else None)
    told(f"port {server.sockets[0].getsockname()[1]}")
    await server.serve_forever()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--mode", choices=["plain", "starttls", "tls"], default="starttls")
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--certificate")
    parser.add_argument("--key")
    parser.add_argument("--user", default="")
    parser.add_argument("--password", default="")
    parser.add_argument("--refuse", default="", help="recipients that start so")
    parser.add_argument("--hold", choices=["greeting", "answer"])
    parser.add_argument("--drop-after-data", action="store_true")
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")
    asyncio.run(serve(parser.parse_args()))


if __name__ == "__main__":
    sys.exit(main())
