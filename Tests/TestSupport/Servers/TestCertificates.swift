import Glibc

/// A certificate authority of this process, and a server certificate by it for `localhost` and `127.0.0.1`.
package final class TestCertificates: Sendable {
    /// The authority's certificate in PEM: what clients verify with.
    package let authority: String
    /// The server's certificate in PEM.
    package let certificate: String
    /// The server's private key in PEM.
    package let key: String
    private let directory: TemporaryDirectory

    /// One pair per process serves all servers.
    package static func shared() throws -> TestCertificates {
        try made.get()
    }

    private static let made = Result { try TestCertificates() }

    private init() throws {
        directory = try TemporaryDirectory()
        authority = directory.path("authority.pem")
        certificate = directory.path("server.pem")
        key = directory.path("server.key")
        try directory.write("subjectAltName=DNS:localhost,IP:127.0.0.1\n", to: "names")
        for step in steps { try run([try SystemProgram.openssl.path()] + step, in: directory) }
        try ServerAccount().own(key)
    }

    private var steps: [[String]] {
        let newKey = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
        let authorityKey = directory.path("authority.key")
        let request = directory.path("server.csr")
        return [
            ["req", "-x509"] + newKey + [
                "-days", "2", "-subj", "/CN=Test Authority", "-keyout", authorityKey, "-out", authority,
            ],
            ["req"] + newKey + ["-subj", "/CN=localhost", "-keyout", key, "-out", request],
            ["x509", "-req", "-in", request, "-CA", authority, "-CAkey", authorityKey, "-CAcreateserial"]
                + ["-days", "2", "-extfile", directory.path("names"), "-out", certificate],
        ]
    }
}
