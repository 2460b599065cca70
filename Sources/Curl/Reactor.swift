/// libcurl for the rest of the program: one thread that runs every transfer, and three doors to it.
///
/// - `exchange(_:)`: one HTTP request and its response.
/// - `openStream(_:)`: a connection that is encrypted and logged in, whose bytes are the caller's.
/// - `submit(_:envelope:to:willHandOver:)`: a message to an SMTP relay.
///
/// Cancelling the calling task ends the transfer. Streams and response bodies keep the reactor alive.
package final class Reactor: Sendable {
    let loop: EventLoop
    let submissions = SubmissionPool()

    /// Starts the thread. Throws only if libcurl cannot be initialised at all.
    package init() throws(CurlError) {
        loop = try EventLoop()
        loop.thread.start(loop)
    }

    deinit {
        loop.thread.stop()
    }

    /// Ends every transfer and stream with `.closed`, and the thread.
    package func shutdown() async {
        await submissions.drop()
        loop.thread.stop()
    }

    /// Connects to a mail server, encrypts as asked, and logs in.
    ///
    /// Throws `.encryptionUnavailable` before any credential is sent if the server will not encrypt, and `.authentication`
    /// if it refuses the login.
    ///
    /// What a server says unasked in the same breath as the login's answer is lost in libcurl; IMAP and SMTP servers wait
    /// for the next command.
    package func openStream(_ endpoint: StreamEndpoint) async throws(CurlError) -> ByteStream {
        do throws(CurlError) {
            return ByteStream(try await loop.openStream(endpoint, .plain).get(), reactor: self)
        } catch  where endpoint.service == .imap && error.saysNoMechanism {
            // The server knows only the LOGIN command, or mechanisms that libcurl may pick as it likes.
            return ByteStream(try await loop.openStream(endpoint, .any).get(), reactor: self)
        }
    }
}

extension CurlError {
    /// The login failed without the server having refused one: its last word was a yes to something else.
    fileprivate var saysNoMechanism: Bool {
        kind == .authentication && lastAnswer?.split(separator: " ").dropFirst().first == "OK"
    }
}
