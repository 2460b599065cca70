/// What an exchange may take of time and memory before it fails.
package struct HTTPLimits: Hashable, Sendable {
    /// Until the connection stands, TLS included.
    package var connect: Duration
    /// For the whole exchange, the reading of the body included; nil for none, as for a stream of events.
    package var total: Duration?
    /// Without a single byte; rounded up to whole seconds. A body that the reader holds back does not count.
    package var idle: Duration
    /// Bytes of the response's body. Fails with `.limit`, at once where `Content-Length` tells beforehand.
    package var bodyBytes: Int
    /// Bytes of the response's header section.
    package var headerBytes: Int

    package init(
        connect: Duration = .seconds(15),
        total: Duration? = .seconds(60),
        idle: Duration = .seconds(30),
        bodyBytes: Int = 8 << 20,
        headerBytes: Int = 64 << 10
    ) {
        self.connect = connect
        self.total = total
        self.idle = idle
        self.bodyBytes = bodyBytes
        self.headerBytes = headerBytes
    }
}
