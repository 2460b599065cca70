import Model

extension AutomaticSample {
    /// Bounces as servers of many makes write them.
    static let bounces: [Self] =
        [
            .failure(
                "qmail",
                of: "7@shop.example",
                mail: """
                    Return-Path: <>
                    From: MAILER-DAEMON@mx.example.net
                    Subject: failure notice

                    Hi. This is the qmail-send program at mx.example.net.
                    I'm afraid I wasn't able to deliver your message to the following addresses.

                    <bob@example.net>:
                    192.0.2.7 does not like recipient.
                    Remote host said: 550 no such user here

                    --- Below this line is a copy of the message.

                    \(returned)
                    """
            ),
            .failure(
                "Exim with a full mailbox",
                status: "5.2.2",
                of: "7@shop.example",
                mail: """
                    Return-path: <>
                    X-Failed-Recipients: bob@example.net
                    Auto-Submitted: auto-replied
                    From: Mail Delivery System <Mailer-Daemon@mx.example.net>
                    Subject: Mail delivery failed: returning message to sender

                    This message was created automatically by mail delivery software.

                    The following address(es) failed:

                      bob@example.net
                        mailbox is full: retry timeout exceeded

                    ------ This is a copy of the message, including all the headers. ------

                    \(returned)
                    """
            ),
            .failure(
                "Postfix as plain text",
                status: "5.1.2",
                of: "7@shop.example",
                mail: """
                    Return-Path: <>
                    From: MAILER-DAEMON@mail.example.net (Mail Delivery System)
                    Subject: Undelivered Mail Returned to Sender

                    This is the mail system at host mail.example.net.

                    <bob@example.net>: Host or domain name not found. Name service error for
                        name=example.net type=A: Host not found

                    \(returned)
                    """
            ),
            .failure(
                "Sendmail of old",
                of: "7@shop.example",
                mail: """
                    From: Mail Delivery Subsystem <MAILER-DAEMON>
                    Subject: Returned mail: User unknown

                       ----- Transcript of session follows -----
                    While talking to mx.example.net:
                    >>> RCPT To:<bob@example.net>
                    <<< 550 bob... User unknown
                    550 <bob@example.net>... User unknown

                       ----- Unsent message follows -----
                    \(returned)
                    """
            ),
            .failure(
                "Exchange 2003",
                mail: """
                    From: "System Administrator" <postmaster@example.net>
                    Subject: Undeliverable: Your order

                    Your message

                      To:      bob@example.net
                      Subject: Your order
                      Sent:    Mon, 5 May 2025 10:00:00 +0200

                    did not reach the following recipient(s):

                    bob@example.net on Mon, 5 May 2025 10:00:04 +0200
                        The recipient name is not recognized
                        The MTS-ID of the original message is: c=us;a= ;p=Example;l=X
                        MSEXCH:IMS:Example:Site:X 0 (000C05A6) Unknown Recipient
                    """
            ),
            .failure(
                "Microsoft 365 in Dutch",
                status: "5.1.10",
                of: "7@shop.example",
                mail: """
                    Return-Path: <>
                    From: Microsoft Outlook <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@example.net>
                    Subject: Onbestelbaar: Your order

                    Uw bericht kon niet worden bezorgd bij bob@example.net.

                    Diagnostic information for administrators:
                    Generating server: AM0.prod.outlook.com
                    bob@example.net
                    Remote Server returned '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found'

                    Original message headers:

                    \(returned)
                    """
            ),
            .failure(
                "Domino",
                mail: """
                    Return-Path: <>
                    From: Postmaster@example.net
                    Subject: DELIVERY FAILURE: User bob (bob@example.net) not listed in Domino Directory

                    Your message

                      Subject: Your order

                    was not delivered to:

                      bob@example.net

                    because:

                      User bob (bob@example.net) not listed in Domino Directory
                    """
            ),
            .failure(
                "GroupWise",
                mail: """
                    Return-Path: <>
                    From: Mailer-Daemon@gw.example.net
                    Subject: Message status - undeliverable

                    The message that you sent was undeliverable to the following:
                        bob@example.net (user not found)
                    """
            ),
        ] + laterBounces
}
