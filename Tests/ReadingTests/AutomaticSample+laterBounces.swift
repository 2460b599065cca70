import Model

extension AutomaticSample {
    /// More bounces as servers of many makes write them.
    static let laterBounces: [Self] = [
        .failure(
            "IMail",
            of: "7@shop.example",
            mail: """
                From: "Postmaster" <postmaster@mail.example.net>
                Subject: Undeliverable Mail
                X-Mailer: <SMTP32 v8.22>

                Unknown user: bob@example.net

                Original message follows.

                \(returned)
                """
        ),
        .failure(
            "James",
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
        .failure(
            "Yahoo",
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

                \(returned)
                """
        ),
        .failure(
            "Facebook",
            to: "bob@facebook.example",
            of: "7@shop.example",
            mail: """
                From: Facebook <mailer-daemon@mx.facebook.example>
                Subject: Sorry, your message could not be delivered

                This message was created automatically by Facebook.
                Sorry, your message could not be delivered to the following recipients:

                bob@facebook.example
                    550 5.1.1 RCP-P2 the address may not exist

                ----- Original message -----

                \(returned)
                """
        ),
        .failure(
            "Gmail without DNS",
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

                \(returned)
                """
        ),
        .failure(
            "GMX",
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

                \(returned)
                """
        ),
        .failure(
            "a provider that writes German",
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
        .failure(
            "a provider that writes French",
            to: "bob@poste.example",
            mail: """
                Return-Path: <>
                From: postmaster@poste.example
                Subject: Non remis : Votre commande

                Votre message n'a pas pu être remis aux destinataires suivants :

                bob@poste.example
                    utilisateur inconnu
                """
        ),
        .failure(
            "a provider that writes Spanish",
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
