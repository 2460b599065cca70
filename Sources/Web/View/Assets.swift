import Crypto
import Foundation
import Hummingbird
import Model

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

    static let widgetStyle = Asset(
        name: "widget",
        ending: "css",
        type: "text/css; charset=utf-8",
        bytes: PackageResources.widget_css
    )
    static let widgetScript = Asset(
        name: "widget",
        ending: "js",
        type: "text/javascript; charset=utf-8",
        bytes: PackageResources.widget_js
    )

    /// Of the chat widget's page.
    static let widget = [widgetStyle, widgetScript]
}

extension Asset {
    /// For ever: another content has another address.
    var answer: Response {
        let headers: HTTPFields = [.contentType: type, .cacheControl: "public, max-age=31536000, immutable"]
        return Response(status: .ok, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
