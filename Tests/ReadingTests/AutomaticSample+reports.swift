import Model

extension AutomaticSample {
    /// Reports that are no failure.
    static let reports: [Self] = [
        Self(
            "Exim with a delay",
            .deliveryReport,
            .delayed,
            to: "bob@example.net",
            status: "4.4.1",
            mail: """
                Return-path: <>
                From: Mail Delivery System <Mailer-Daemon@mx.example.net>
                Subject: Warning: message 1aBcDe-000001-AB delayed 24 hours

                A message that you sent has not yet been delivered to one or more of its recipients.
                The address to which the message has not yet been delivered is:

                  bob@example.net
                    Delay reason: connection timed out

                No action is required on your part.
                """
        ),
        Self(
            "OpenSMTPD",
            .deliveryReport,
            .delayed,
            to: "bob@example.net",
            status: "4.4.1",
            mail: """
                Return-Path: <>
                From: Mailer Daemon <MAILER-DAEMON@host.example.org>
                Subject: Delivery status notification: warning

                    Hi!

                    This is the MAILER-DAEMON, please DO NOT REPLY to this e-mail.

                    A message is delayed for more than 4 hours for the following list of recipients:

                bob@example.net: Network error on destination MXs

                    Please note that this is only a temporary failure report.
                """
        ),
        Self(
            "the same within an envelope",
            .deliveryReport,
            .complaint,
            mail: """
                From: no-reply@sns.amazonaws.example
                Subject: AWS Notification Message
                X-Amz-Sns-Message-Id: 1

                {"Type":"Notification","Message":"{\\"eventType\\":\\"Complaint\\",\\"mail\\":{\\"messageId\\":\\"1\\"}}"}
                """
        ),
        .report("a report of mail delayed", .delayed, action: "delayed", to: "bob@example.net", status: "4.4.1"),
        .report("a report of mail relayed", .relayed, action: "relayed"),
        .report("a report of mail delivered", .delivered, action: "delivered"),
        .report("a report of mail expanded", .expanded, action: "expanded"),
        Self(
            "a read receipt",
            .deliveryReport,
            .readReceipt,
            mail: """
                From: bob@example.net
                Subject: Read: Your order
                Content-Type: multipart/report; report-type=disposition-notification; boundary=b

                --b

                Your message was displayed.
                --b
                Content-Type: message/disposition-notification

                Final-Recipient: rfc822; bob@example.net
                Original-Message-ID: <7@shop.example>
                Disposition: manual-action/MDN-sent-manually; displayed

                --b--
                """
        ),
        Self(
            "a complaint by RFC 5965",
            .deliveryReport,
            .complaint,
            mail: """
                From: feedback@example.net
                Subject: FW: Your order
                Content-Type: multipart/report; report-type=feedback-report; boundary=b

                --b

                This is an email abuse report.
                --b
                Content-Type: message/feedback-report

                Feedback-Type: abuse
                User-Agent: Example/1.0
                Version: 1

                --b--
                """
        ),
        Self(
            "an unsubscription by button",
            .deliveryReport,
            .complaint,
            mail: """
                From: bob@example.net
                Subject: unsubscribe
                Auto-Submitted: auto-replied
                X-Apple-Unsubscribe: true

                The mail program sent this to unsubscribe.
                """
        ),
    ]
}
