import TestSupport

@testable import Curl

let envelope = SMTPEnvelope(sender: "desk@shop.test", recipients: ["ann@home.test"])
let message = Array("Subject: hello\r\n\r\n.dot\r\nbye\r\n".utf8)

func relay(
    _ server: ScriptedServer,
    security: ConnectionSecurity = .plaintext,
    credentials: Credentials = .password(user: "desk", secret: "open sesame"),
    connections: Int = 4,
    limit: Duration = eventuallyLimit
) -> SMTPRelay {
    SMTPRelay(
        host: "127.0.0.1",
        port: server.port,
        security: security,
        credentials: credentials,
        clientName: "shop.test",
        connections: connections,
        answerLimit: limit,
        verdictLimit: limit
    )
}
