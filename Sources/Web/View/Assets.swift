import Crypto
import Foundation

/// The style, script and picture of the desk, embedded; their digest is in their address, so that browsers may keep them.
struct Asset: Sendable {
    let path: String
    let type: String
    let bytes: [UInt8]

    private init(name: String, ending: String, type: String, bytes: [UInt8]) {
        let digest = SHA256.hash(data: Data(bytes)).prefix(6).hexadecimal
        path = "/assets/\(name)-\(digest).\(ending)"
        self.type = type
        self.bytes = bytes
    }

    static let style = Asset(
        name: "desk",
        ending: "css",
        type: "text/css; charset=utf-8",
        bytes: PackageResources.desk_css
    )
    static let script = Asset(
        name: "desk",
        ending: "js",
        type: "text/javascript; charset=utf-8",
        bytes: PackageResources.desk_js
    )
    static let icon = Asset(name: "wave", ending: "svg", type: "image/svg+xml", bytes: PackageResources.wave_svg)

    static let all = [style, script, icon]
}
