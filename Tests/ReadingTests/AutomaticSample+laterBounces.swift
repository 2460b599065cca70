import Model

extension AutomaticSample {
    /// More bounces as servers of many makes write them.
    static let laterBounces: [Self] = [
        Self(
            "IMail",
            .bounce,
            .failed,
            to: "bob@example.net",
            status: "5.1.1",
            of: "7@shop.example",
            mail: """
                From: "Postmaster" <postmaster@mail.example.net>
                Subject: Undeliverable Mail
                X-Mailer: <SMTP32 v8.22>

                Unknown user: bob@example.net

                Original message follows.

                Return-Path: <help@shop.example>
                Received: from mail.shop.example by mx.example.net; Mon, 5 May 2025 10:00:00 +0200
                Message-ID: <7@shop.example>
                From: help@shop.example
                To: bob@example.net
                Subject: Your order
                """
        ),
        Self(
            "James",
            .bounce,
            .failed,
            to: "bob@example.net",
            status: "5.1.1",
            mail: """
                From: postmaster@mail.example.net
                Subject: [BOUNCE]

                Hi. This is the James mail server at mail.example.net.
                I'm afraid I wasn't able to deliver your message to the following addresses.

                  bob@example.net

                Error message below:
                550 - Requested action not taken: no such user here
                """
        ),
        Self(
            "Yahoo",
            .bounce,
            .failed,
            to: "bob@example.net",
            status: "5.0.0",
            of: "7@shop.example",
            mail: """
                Return-Path: <>
                From: MAILER-DAEMON@yahoo.example
                Subject: Failure Notice

                Sorry, we were unable to deliver your message to the following address.

                <bob@example.net>:
                Remote host said:
                554 delivery error

                --- Below this line is a copy of the message.

                Return-Path: <help@shop.example>
                Received: from mail.shop.example by mx.example.net; Mon, 5 May 2025 10:00:00 +0200
                Message-ID: <7@shop.example>
                From: help@shop.example
                To: bob@example.net
                Subject: Your order
                """
        ),
        Self(
            "Facebook",
            .bounce,
            .failed,
            to: "bob@facebook.example",
            status: "5.1.1",
            of: "7@shop.example",
            mail: """
                From: Facebook <mailer-daemon@mx.facebook.example>
                Subject: Sorry, your message could not be delivered

                This message was created automatically by Facebook.
                Sorry, your message could not be delivered to the following recipients:

                bob@facebook.example
                    550 5.1.1 RCP-P2 the address may not exist

                ----- Original message -----

                Return-Path: <help@shop.example>
                Received: from mail.shop.example by mx.example.net; Mon, 5 May 2025 10:00:00 +0200
                Message-ID: <7@shop.example>
                From: help@shop.example
                To: bob@example.net
                Subject: Your order
                """
        ),
        Self(
            "Gmail without DNS",
            .bounce,
            .failed,
            to: "bob@example.nett",
            status: "5.1.2",
            of: "7@shop.example",
            mail: """
                Return-Path: <>
                From: Mail Delivery Subsystem <mailer-daemon@googlemail.com>
                Subject: Delivery Status Notification (Failure)

                Delivery to the following recipient failed permanently:

                     bob@example.nett

                Technical details of permanent failure:
                DNS Error: Domain name not found

                ----- Original message -----

                Return-Path: <help@shop.example>
                Received: from mail.shop.example by mx.example.net; Mon, 5 May 2025 10:00:00 +0200
                Message-ID: <7@shop.example>
                From: help@shop.example
                To: bob@example.net
                Subject: Your order
                """
        ),
        Self(
            "GMX",
            .bounce,
            .failed,
            to: "bob@gmx.example",
            status: "5.7.1",
            of: "7@shop.example",
            mail: """
                From: GMX Mailer Daemon <mailer-daemon@gmx.example>
                Subject: Mail delivery failed: returning message to sender

                This message was created automatically by mail delivery software.

                bob@gmx.example:
                SMTP error from remote server for TEXT command, host: mx00.gmx.example (192.0.2.9) reason: 554 Transaction failed. Reject due to policy restrictions.

                --- The header of the original message is following. ---

                Return-Path: <help@shop.example>
                Received: from mail.shop.example by mx.example.net; Mon, 5 May 2025 10:00:00 +0200
                Message-ID: <7@shop.example>
                From: help@shop.example
                To: bob@example.net
                Subject: Your order
                """
        ),
        Self(
            "a provider that writes German",
            .bounce,
            .failed,
            to: "bob@web.example",
            status: "5.2.2",
            mail: """
                Return-Path: <>
                From: Mailer-Daemon@web.example
                Subject: Unzustellbare Nachricht

                Ihre Nachricht konnte nicht zugestellt werden.

                bob@web.example: Das Postfach ist voll.
                """
        ),
        Self(
            "a provider that writes French",
            .bounce,
            .failed,
            to: "bob@poste.example",
            status: "5.1.1",
            mail: """
                Return-Path: <>
                From: postmaster@poste.example
                Subject: Non remis : Votre commande

                Votre message n'a pas pu être remis aux destinataires suivants :

                bob@poste.example
                    utilisateur inconnu
                """
        ),
        Self(
            "a provider that writes Spanish",
            .bounce,
            .failed,
            to: "bob@correo.example",
            status: "5.2.2",
            mail: """
                Return-Path: <>
                From: Postmaster <postmaster@correo.example>
                Subject: No se puede entregar: Su pedido

                No se ha podido entregar el mensaje a:

                bob@correo.example
                El buzón está lleno.
                """
        ),
    ]
}
