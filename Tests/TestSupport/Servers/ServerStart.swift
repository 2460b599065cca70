import Glibc

/// Makes a server with `count` free ports, and again with others when another process took one of them first.
func retryingPorts<Server>(_ count: Int, _ make: ([Int]) async throws -> Server) async throws -> Server {
    for _ in 1..<5 {
        do {
            return try await make(FreePort.claim(count))
        } catch let error as TestSupportError where error.description.contains("Address already in use") {
            continue
        }
    }
    return try await make(FreePort.claim(count))
}

/// Waits until the server answers on `port` with a greeting that holds `token`; throws with its log if it ends or does not.
func waitForGreeting(
    port: Int,
    token: String,
    from daemon: Daemon,
    within limit: Duration = eventuallyLimit,
    log: () -> String
) async throws {
    let deadline = ContinuousClock.now + limit
    while true {
        if let socket = try? TextSocket(port: port), (try? socket.readLine())?.contains(token) == true { return }
        guard daemon.isRunning else { throw TestSupportError("the server ended while starting: \(log())") }
        guard ContinuousClock.now < deadline else {
            throw TestSupportError("the server did not answer within \(limit): \(log())")
        }
        try await Task.sleep(for: .milliseconds(5))
    }
}
