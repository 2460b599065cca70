import CCurl

/// What a login leaves behind.
struct OpenedStream: Sendable {
    let id: Int
    let lines: [String]
}

/// Who waits for a stream to be ready.
struct Opening {
    let id: Int
    let continuation: CheckedContinuation<Result<OpenedStream, CurlError>, Never>
}

/// Who waits for bytes.
struct Receiver {
    let token: Int
    let limit: Int
    let deadline: ContinuousClock.Instant?
    let continuation: CheckedContinuation<Result<[UInt8], CurlError>, Never>
}

/// Who waits for bytes to go out, and the bytes, at one address until the last is gone: OpenSSL wants an interrupted
/// write repeated with the same pointer and length.
final class Sender {
    let token: Int
    let deadline: ContinuousClock.Instant?
    let continuation: CheckedContinuation<Result<Void, CurlError>, Never>
    private let bytes: UnsafeMutableRawBufferPointer
    private var sent = 0

    init(
        token: Int,
        _ bytes: [UInt8],
        deadline: ContinuousClock.Instant?,
        continuation: CheckedContinuation<Result<Void, CurlError>, Never>
    ) {
        self.token = token
        self.deadline = deadline
        self.continuation = continuation
        self.bytes = .allocate(byteCount: bytes.count, alignment: 1)
        self.bytes.copyBytes(from: bytes)
    }

    deinit {
        bytes.deallocate()
    }

    /// Hands over as much as goes; `CURLE_OK` when all of it has gone.
    func push(_ easy: UnsafeMutableRawPointer) -> CURLcode {
        while sent < bytes.count {
            var count = 0
            let code = curl_easy_send(easy, bytes.baseAddress?.advanced(by: sent), bytes.count - sent, &count)
            guard code == CURLE_OK else { return code }
            sent += count
        }
        return CURLE_OK
    }
}
