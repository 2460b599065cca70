import CCurl
import Glibc
import Model

/// One exchange as the loop sees it. Owned by `EventLoop`, so only ever touched on its thread.
final class HTTPTransfer {
    /// How much may wait for the reader before libcurl is told to stop reading.
    private static let bufferLimit = 64 * 1024

    let handle: EasyHandle
    private let request: HTTPRequest
    private var head = HTTPHead()
    private var buffer: [UInt8] = []
    private var received = 0
    private var isPaused = false
    /// Why we told libcurl to stop; its own code for that says nothing.
    private var breach: CurlError?
    private var end: Result<Void, CurlError>?
    private var headIsDelivered = false
    private var headWaiter: CheckedContinuation<Result<HTTPHead, CurlError>, Never>?
    private var chunkWaiter: CheckedContinuation<Result<[UInt8]?, CurlError>, Never>?

    init(_ request: HTTPRequest) throws(CurlError) {
        self.request = request
        var handle = try EasyHandle()
        try handle.setRequest(request)
        self.handle = handle
        self.handle.setCallback(CURLOPT_HEADERFUNCTION, CURLOPT_HEADERDATA, noteHeader, owner: self)
        self.handle.setCallback(CURLOPT_WRITEFUNCTION, CURLOPT_WRITEDATA, noteBody, owner: self)
        if request.reach != .anywhere { self.handle.setOpener(openSocket, owner: self) }
    }

    /// A socket for the address that libcurl found, or none where this exchange may not go there.
    func open(_ address: UnsafeMutablePointer<curl_sockaddr>) -> curl_socket_t {
        guard request.reach.allows(NetworkAddress(address)) else {
            breach = CurlError(.invalidRequest, phase: .connecting, detail: "the host is inside the network")
            return -1
        }
        breach = nil
        let wanted = address.pointee
        return socket(wanted.family, wanted.socktype | Int32(SOCK_CLOEXEC.rawValue), wanted.protocol)
    }

    /// False to end the transfer.
    func takeHeader(_ line: UnsafeRawBufferPointer) -> Bool {
        head.append(line)
        guard head.size <= request.limits.headerBytes else {
            breach = CurlError(.limit, detail: "a header section over \(request.limits.headerBytes) bytes")
            return false
        }
        if head.isComplete, !isToBeFollowed { deliverHead() }
        return true
    }

    private var isToBeFollowed: Bool {
        request.redirects > 0 && (300..<400).contains(head.status) && head.status != 304
    }

    private func deliverHead() {
        headIsDelivered = true
        headWaiter?.resume(returning: .success(head))
        headWaiter = nil
    }

    /// What to answer to libcurl's write callback.
    func takeBody(_ bytes: UnsafeRawBufferPointer) -> Int {
        guard buffer.count < Self.bufferLimit else {
            isPaused = true
            return Int(CURL_WRITEFUNC_PAUSE)
        }
        received += bytes.count
        guard received <= request.limits.bodyBytes else {
            breach = CurlError(.limit, detail: "a body over \(request.limits.bodyBytes) bytes")
            return 0
        }
        if !headIsDelivered { deliverHead() }
        buffer += bytes
        serveReader()
        return bytes.count
    }

    /// The head if it is there already, or how the exchange ended without one.
    var headResult: Result<HTTPHead, CurlError>? {
        if headIsDelivered { return .success(head) }
        if case .failure(let error)? = end { return .failure(error) }
        return nil
    }

    /// Waits for the head, if it is not there.
    func awaitHead(_ waiter: CheckedContinuation<Result<HTTPHead, CurlError>, Never>) {
        if let headResult { waiter.resume(returning: headResult) } else { headWaiter = waiter }
    }

    /// Waits for more of the body, or its end, if neither is there.
    func awaitChunk(_ waiter: CheckedContinuation<Result<[UInt8]?, CurlError>, Never>) {
        guard chunkWaiter == nil else {
            return waiter.resume(returning: .failure(.invalid("two tasks read one body")))
        }
        chunkWaiter = waiter
        serveReader()
        _ = resume()
    }

    /// What is there for the reader: bytes, nil at the end, or an error; nothing if it has to wait.
    func takeChunk() -> Result<[UInt8]?, CurlError>? {
        if !buffer.isEmpty {
            defer { buffer = [] }
            return .success(buffer)
        }
        return end?.map { nil }
    }

    /// Lets libcurl read on; true if it was held back.
    func resume() -> Bool {
        guard isPaused, end == nil else { return false }
        isPaused = false
        curl_easy_pause(handle.pointer, 0)
        return true
    }

    private func serveReader() {
        guard let waiter = chunkWaiter, let result = takeChunk() else { return }
        chunkWaiter = nil
        waiter.resume(returning: result)
    }

    func settle(_ code: CURLcode) {
        if code == CURLE_OK { return settle(.success(())) }
        let isEncrypted = request.url.lowercased().hasPrefix("https:")
        let phase = handle.phase(isEncryptedFirst: isEncrypted, logsIn: false)
        settle(.failure(breach ?? CurlError(code: code, phase: phase, text: handle.text)))
    }

    func settle(_ result: Result<Void, CurlError>) {
        guard end == nil else { return }
        end = result
        if case .failure(let error) = result {
            headWaiter?.resume(returning: .failure(error))
            headWaiter = nil
        } else {
            deliverHead()
        }
        serveReader()
    }
}

private func noteHeader(
    _ bytes: UnsafeMutablePointer<CChar>?,
    _ size: Int,
    _ count: Int,
    _ owner: UnsafeMutableRawPointer?
) -> Int {
    guard let owner else { return 0 }
    let transfer = Unmanaged<HTTPTransfer>.fromOpaque(owner).takeUnretainedValue()
    return transfer.takeHeader(UnsafeRawBufferPointer(start: bytes, count: size * count)) ? size * count : 0
}

private func noteBody(
    _ bytes: UnsafeMutablePointer<CChar>?,
    _ size: Int,
    _ count: Int,
    _ owner: UnsafeMutableRawPointer?
) -> Int {
    guard let owner else { return 0 }
    let transfer = Unmanaged<HTTPTransfer>.fromOpaque(owner).takeUnretainedValue()
    return transfer.takeBody(UnsafeRawBufferPointer(start: bytes, count: size * count))
}

/// libcurl asks for each address that it is about to try, after it was resolved.
private func openSocket(
    _ owner: UnsafeMutableRawPointer?,
    _ purpose: curlsocktype,
    _ address: UnsafeMutablePointer<curl_sockaddr>?
) -> curl_socket_t {
    guard let owner, let address else { return -1 }
    return Unmanaged<HTTPTransfer>.fromOpaque(owner).takeUnretainedValue().open(address)
}
