/// A server that takes our mail, and how it is used. Equal relays share connections.
package struct SMTPRelay: Hashable, Sendable {
    package var endpoint: StreamEndpoint
    /// How many connections may stand side by side; a submission beyond that waits for one to be free.
    package var connections: Int
    /// How long an unused connection is kept.
    package var idle: Duration
    /// For each answer before the message (RFC 5321 §4.5.3.2 asks for 5 minutes), and for each sending.
    package var answerLimit: Duration
    /// For the answer to the final dot (RFC 5321 §4.5.3.2.6 asks for 10 minutes).
    package var verdictLimit: Duration

    package init(
        host: String,
        port: Int,
        security: ConnectionSecurity,
        credentials: Credentials,
        trust: TLSTrust = .system,
        clientName: String? = nil,
        connectTimeout: Duration = .seconds(30),
        connections: Int = 4,
        idle: Duration = .seconds(30),
        answerLimit: Duration = .seconds(300),
        verdictLimit: Duration = .seconds(600)
    ) {
        endpoint = StreamEndpoint(
            .smtp,
            host: host,
            port: port,
            security: security,
            credentials: credentials,
            trust: trust,
            connectTimeout: connectTimeout,
            clientName: clientName
        )
        self.connections = connections
        self.idle = idle
        self.answerLimit = answerLimit
        self.verdictLimit = verdictLimit
    }
}
