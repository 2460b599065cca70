import Model

extension AutomaticSample {
    /// Bounces in other languages, by filters and by services.
    static let moreBounces: [Self] = [
        .failure(
            "a provider that writes Italian",
            to: "bob@posta.example",
            mail: """
                Return-Path: <>
                From: Mail Delivery System <mailer-daemon@posta.example>
                Subject: Mancata consegna

                Non è stato possibile recapitare il messaggio a:

                bob@posta.example
                Utente sconosciuto
                """
        ),
        .failure(
            "a provider that writes Portuguese",
            to: "bob@correio.example",
            mail: """
                Return-Path: <>
                From: MAILER-DAEMON@correio.example
                Subject: Falha na entrega

                A sua mensagem não foi entregue.

                bob@correio.example: o destinatário não existe
                """
        ),
        .failure(
            "a provider that writes Russian",
            to: "bob@pochta.example",
            mail: """
                Return-Path: <>
                From: mailer-daemon@pochta.example
                Subject: =?utf-8?B?0J3QtdC00L7RgdGC0LDQstC70LXQvdC90L7QtSDRgdC+0L7QsdGJ0LXQvdC40LU=?=
                Content-Type: text/plain; charset=utf-8

                Ваше письмо не может быть доставлено.

                bob@pochta.example
                550 пользователь не найден
                """
        ),
        .failure(
            "a provider that writes Japanese",
            to: "bob@mobile.example",
            status: "5.2.2",
            of: "7@shop.example",
            mail: """
                From: no-reply@mobile.example
                Subject: =?utf-8?B?44Oh44O844Or44Ko44Op44O86YCa55+l?=
                Content-Type: text/plain; charset=utf-8

                送信先のメールボックスが一杯のため、送信できませんでした。

                Could not be delivered to: <bob@mobile.example>

                \(returned)
                """
        ),
        .failure(
            "m-FILTER",
            of: "7@shop.example",
            mail: """
                Return-Path: <>
                From: <>
                Subject: failure notice
                Content-Type: text/plain; charset=utf-8

                以下のメールアドレスへの送信に失敗しました。
                bob@example.net

                -------server message
                550 5.1.1 unknown user <bob@example.net>

                -------original message
                \(returned)
                """
        ),
        .failure(
            "InterScan",
            status: nil,
            of: "7@shop.example",
            mail: """
                From: postmaster@gate.example.net ("InterScan Notification")
                Subject: Mail could not be delivered

                Message from InterScan Messaging Security Suite

                Unable to deliver message to <bob@example.net>. Please check if address is correct.

                \(returned)
                """
        ),
        .failure(
            "MailMarshal",
            mail: """
                From: postmaster@gate.example.net
                Subject: Undeliverable Mail: "Your order"

                Your message:
                   From:    help@shop.example
                   Subject: Your order

                Could not be delivered because of

                550 5.1.1 User unknown

                The following recipients were affected:
                    bob@example.net
                """
        ),
        .failure(
            "a server without a name",
            mail: """
                From: "Mail Deliver System" <postmaster@mx.example.net>
                Subject: Returned Mail: Your order

                The original message was received at Mon, 5 May 2025 10:00:00 +0200
                from help@shop.example

                ---The following addresses had delivery errors---

                bob@example.net [User unknown]
                """
        ),
        .failure(
            "a notice between lines of signs",
            status: "5.3.0",
            mail: """
                From: Mail Delivery System <MAILER-DAEMON@mx.example.net>
                Subject: Delivery status notification

                ============================================================
                     This is an automatically generated Delivery Status Notification.

                Delivery to the following recipients failed permanently:

                  * bob@example.net

                ============================================================
                                       Technical details:

                SMTP:RCPT host 192.0.2.8: 553 5.3.0 <bob@example.net>... refused
                """
        ),
        .failure(
            "Lotus Notes",
            of: "7@shop.example",
            mail: """
                Return-Path: <>
                From: postmaster@n.example.net
                Subject: Undeliverable message

                ------- Failure Reasons  --------

                User not found
                bob@example.net

                ------- Returned Message --------
                \(returned)
                """
        ),
        .failure(
            "Courier as plain text",
            of: "7@shop.example",
            mail: """
                From: "Courier mail server at mx.example.net" <@mx.example.net>
                Subject: NOTICE: mail delivery status.

                           UNDELIVERABLE MAIL

                Your message to the following recipients cannot be delivered:

                <bob@example.net>:
                    mx2.example.net [192.0.2.4]:
                <<< 550 Unknown user bob@example.net

                ---------------------------------------------------------------------------

                If your message was also sent to additional recipients, their delivery
                status is not included in this report.

                \(returned)
                """
        ),
        .failure(
            "DragonFly",
            status: "5.4.7",
            of: "7@shop.example",
            mail: """
                From: MAILER-DAEMON <>
                Subject: Mail delivery failed

                This is the DragonFly Mail Agent v0.13 at host.example.org.

                There was an error delivering your mail to <bob@example.net>.

                Delivery time expired

                Message headers follow

                \(returned)
                """
        ),
        .failure(
            "Zoho",
            of: "7@shop.example",
            mail: """
                From: mailer-daemon@mail.zoho.example
                Subject: Undelivered Mail Returned to Sender

                This message was created automatically by mail delivery software.
                A message that you sent could not be delivered to one or more of its recipients. This is a permanent error.

                bob@example.net Invalid Address, ERROR_CODE :550, ERROR_CODE :5.1.1 user unknown

                \(returned)
                """
        ),
        .failure(
            "too large",
            status: "5.3.4",
            mail: """
                Return-Path: <>
                From: MAILER-DAEMON@mx.example.net
                Subject: Returned mail: see transcript for details

                <bob@example.net>: message too large
                """
        ),
        .failure(
            "a loop",
            status: "5.4.6",
            mail: """
                Return-Path: <>
                From: mailer-daemon@mx.example.net
                Subject: There was an error sending your mail

                The following recipients returned permanent errors: bob@example.net. Reason: [554 5.4.6 Hop count exceeded]
                """
        ),
        .failure(
            "a service that tells it in JSON",
            of: "7@shop.example",
            mail: """
                Return-Path: <x@amazonses.example>
                From: Notifications <no-reply@sns.amazonaws.example>
                Subject: AWS Notification Message
                X-Amz-Sns-Message-Id: 1

                {"notificationType":"Bounce","bounce":{"bounceType":"Permanent","bouncedRecipients":[{"emailAddress":"bob@example.net","status":"5.1.1","diagnosticCode":"smtp; 550 5.1.1 user unknown"}]},"mail":{"messageId":"0101","headers":[{"name":"Message-ID","value":"<7@shop.example>"}],"commonHeaders":{"subject":"Your order"}}}

                --
                If you wish to stop receiving notifications, visit the link below.
                """
        ),
        .failure(
            "a failure by RFC 3464",
            of: "7@shop.example",
            mail: """
                Return-Path: <>
                From: MAILER-DAEMON@mx.example.net
                Subject: Undelivered Mail Returned to Sender
                Content-Type: multipart/report; report-type=delivery-status; boundary=b

                --b

                See below.
                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example.net

                Final-Recipient: rfc822; bob@example.net
                Action: failed
                Status: 5.0.0
                Diagnostic-Code: smtp; 550 5.1.1 no such user

                --b
                Content-Type: text/rfc822-headers

                Message-ID: <7@shop.example>
                Subject: Your order
                --b--
                """
        ),
    ]
}
