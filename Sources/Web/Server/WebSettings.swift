package import Foundation
package import Model

/// How the web server is reached and what it shows of itself.
package struct WebSettings: Hashable, Sendable {
    package var desk: DeskSettings
    /// The zone that pages show times in.
    package var timeZone: TimeZone

    package init(desk: DeskSettings, timeZone: TimeZone) {
        self.desk = desk
        self.timeZone = timeZone
    }

    var publicURL: PublicURL? {
        desk.publicURL.flatMap(PublicURL.init)
    }

    var proxies: TrustedProxies {
        TrustedProxies(desk)
    }
}
