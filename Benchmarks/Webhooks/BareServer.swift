import TestSupport

/// `bareroute` as a process of its own.
struct BareServer {
    let port = FreePort.claim(1)[0]
    private let process: Daemon
    private let folder: TemporaryDirectory

    init() throws {
        folder = try TemporaryDirectory()
        process = try Daemon([ProgramUnderTest.binary("bareroute"), String(port)], output: folder.path("log"))
    }

    func waitUntilServed() async throws {
        try await eventually(within: .seconds(30), "the bare route; log:\n\(folder.text(of: "log"))") {
            try TextSocket(port: port)
        }
    }

    func stop() {
        process.stop()
    }
}
