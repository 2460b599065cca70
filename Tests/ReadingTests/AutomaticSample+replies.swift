import Model

extension AutomaticSample {
    /// What programs write in place of people, and lists.
    static let replies: [Self] = [
        Self(
            "vacation by Sieve",
            .autoReply,
            .absence,
            mail: """
                Return-Path: <>
                From: bob@example.net
                Subject: Auto: Your order
                Auto-Submitted: auto-replied (vacation)

                I am on holiday until 12 May.
                """
        ),
        Self(
            "absence by Exchange",
            .autoReply,
            .absence,
            mail: """
                Return-Path: <>
                From: bob@example.net
                Subject: Automatic reply: Your order
                Auto-Submitted: auto-generated
                X-Auto-Response-Suppress: All

                I am out of the office and will be back on Monday.
                """
        ),
        Self(
            "absence by Exchange of old",
            .autoReply,
            .absence,
            mail: """
                Return-Path: <>
                From: bob@example.net
                Subject: Out of Office AutoReply: Your order

                I am out of the office.
                """
        ),
        Self(
            "absence in German",
            .autoReply,
            .absence,
            mail: """
                Return-Path: <>
                From: bob@example.net
                Subject: Abwesenheitsnotiz: Ihre Bestellung

                Ich bin ab dem 03.06. wieder im Büro.
                """
        ),
        Self(
            "absence in French",
            .autoReply,
            .absence,
            mail: """
                Return-Path: <>
                From: bob@example.net
                Subject: =?utf-8?Q?R=C3=A9ponse_automatique_:_Votre_commande?=

                Je suis absent du bureau, de retour le 14 juillet.
                """
        ),
        Self(
            "absence in Spanish",
            .autoReply,
            .absence,
            mail: """
                Return-Path: <bob@example.net>
                From: bob@example.net
                Subject: =?utf-8?Q?Respuesta_autom=C3=A1tica:_Su_pedido?=
                X-Auto-Response-Suppress: All

                Estoy fuera de la oficina hasta el 5 de agosto.
                """
        ),
        Self(
            "absence in Italian",
            .autoReply,
            .absence,
            mail: """
                Return-Path: <>
                From: bob@example.net
                Subject: Risposta automatica: Il Suo ordine

                Sono in ferie fino al 20 agosto.
                """
        ),
        Self(
            "absence in Dutch",
            .autoReply,
            .absence,
            mail: """
                Return-Path: <>
                From: bob@example.net
                Subject: Automatisch antwoord: Uw bestelling

                Ik ben afwezig tot en met 12 mei.
                """
        ),
        Self(
            "absence in Portuguese",
            .autoReply,
            .absence,
            mail: """
                Return-Path: <>
                From: bob@example.net
                Subject: =?utf-8?Q?Resposta_autom=C3=A1tica:_O_seu_pedido?=

                Estou de férias até 12 de maio.
                """
        ),
        Self(
            "absence by vacation of old",
            .autoReply,
            .absence,
            mail: """
                Return-Path: <bob@example.net>
                From: bob@example.net
                Subject: away from my mail
                Precedence: bulk

                I will be away until Monday and read your mail then. I am on vacation.
                """
        ),
        Self(
            "absence in an answer to our mail",
            .autoReply,
            .absence,
            mail: """
                Return-Path: <bob@example.net>
                From: bob@example.net
                In-Reply-To: <7@shop.example>
                Subject: Automatic reply: Your order

                I am currently out of the office.
                """
        ),
        Self(
            "absence with no mark but its heading",
            .autoReply,
            .absence,
            mail: """
                Return-Path: <bob@example.net>
                From: bob@example.net
                Subject: Automatic reply: Your order

                Thank you for your message. I am out of the office with limited access to e-mail.
                """
        ),
        Self(
            "absence by Apple",
            .autoReply,
            .absence,
            mail: """
                Return-Path: <bob@example.net>
                From: bob@example.net
                Subject: Re: Your order
                X-Apple-Action: VACATION

                I am only sleeping. Back on 3 June.
                """
        ),
        Self(
            "an autoresponder",
            .autoReply,
            .acknowledgement,
            mail: """
                From: info@example.net
                Subject: Thank you
                X-Autoresponder: yes

                We have your mail.
                """
        ),
        Self(
            "an acknowledgement",
            .autoReply,
            .acknowledgement,
            mail: """
                From: support@example.net
                Subject: [Ticket 12] We have received your request
                Auto-Submitted: auto-replied

                We will get back to you by 5 May.
                """
        ),
        Self(
            "an acknowledgement by precedence",
            .autoReply,
            .acknowledgement,
            mail: """
                From: support@example.net
                Subject: Your request
                Precedence: auto_reply

                Thank you.
                """
        ),
        Self(
            "a challenge",
            .autoReply,
            .challenge,
            mail: """
                From: bob@example.net
                Subject: Please confirm your message
                Auto-Submitted: auto-replied

                Click here to be approved.
                """
        ),
        Self(
            "a challenge by its field",
            .autoReply,
            .challenge,
            mail: """
                From: bob@example.net
                Subject: Re: Your order
                X-Boxbe-Confirmation: 1

                You are not on the guest list yet.
                """
        ),
        Self(
            "a ticket system",
            .report,
            mail: """
                From: tickets@example.net
                Subject: [#12] Status changed
                Auto-Submitted: auto-generated

                The status is now open.
                """
        ),
        Self(
            "a ticket system with parameters",
            .report,
            mail: """
                From: tickets@example.net
                Subject: [#12] Assigned
                Auto-Submitted: Auto-Generated; owner="x (y"

                Assigned to Bob.
                """
        ),
        Self(
            "a cron job",
            .report,
            .monitoring,
            mail: """
                From: root@host.example.net
                Subject: Cron <root@host> backup
                X-Cron-Env: <SHELL=/bin/sh>

                done
                """
        ),
        Self(
            "a watchdog",
            .report,
            .monitoring,
            mail: """
                From: nagios@host.example.net
                Subject: ** PROBLEM Service Alert: host/disk is CRITICAL **
                Auto-Submitted: auto-generated

                Disk full.
                """
        ),
        Self(
            "an alarm",
            .report,
            .monitoring,
            mail: """
                From: alertmanager@host.example.net
                Subject: [FIRING:1] HighLoad
                Auto-Submitted: auto-generated

                High load.
                """
        ),
        Self(
            "an invitation accepted",
            .report,
            .calendarReply,
            mail: """
                From: bob@example.net
                Subject: Accepted: Call
                Content-Type: multipart/mixed; boundary=b

                --b
                Content-Type: text/calendar; method=REPLY

                BEGIN:VCALENDAR
                END:VCALENDAR
                --b--
                """
        ),
        Self(
            "a list",
            .list,
            mail: """
                From: bob@example.net
                Subject: Re: [users] Hello
                List-Id: <users.example.net>

                Hello.
                """
        ),
        Self(
            "a newsletter",
            .list,
            mail: """
                From: news@example.net
                Subject: News
                List-Unsubscribe: <mailto:out@example.net>

                News.
                """
        ),
        Self(
            "a bounce that went to a list",
            .list,
            mail: """
                From: MAILER-DAEMON@example.net
                Subject: Undelivered Mail Returned to Sender
                List-Id: <users.example.net>
                List-Post: <mailto:users@example.net>

                <bob@example.net>: user unknown
                """
        ),
    ]
}
