import Foundation
import Glibc

/// A TCP proxy on loopback that can be told to fail: it sits between a client and a server and passes bytes,
/// TLS or not, until it cuts, delays, stalls or refuses.
///
/// One thread of its own moves all bytes. The proxy ends, with its connections, when the value goes.
package final class FaultProxy: Sendable {
    /// A way the bytes go.
    package enum Direction: Sendable, Hashable, CaseIterable {
        case toServer
        case toClient
    }

    /// What befalls one connection.
    package enum Fault: Sendable, Hashable {
        case none
        /// Both sides are closed once exactly this many bytes have gone that way.
        case cut(after: Int, Direction)
        /// The connection is accepted, and nothing ever passes.
        case silence
    }

    /// What has passed since the start.
    package struct Traffic: Sendable, Hashable {
        package fileprivate(set) var connections = 0
        package fileprivate(set) var bytesToServer = 0
        package fileprivate(set) var bytesToClient = 0

        mutating func countConnection() {
            connections += 1
        }

        mutating func count(_ bytes: Int, _ direction: Direction) {
            switch direction {
            case .toServer: bytesToServer += bytes
            case .toClient: bytesToClient += bytes
            }
        }
    }

    /// The port of 127.0.0.1 that clients connect to.
    package let port: Int
    private let controls: ProxyControls

    /// Starts a proxy to `server`, a port of 127.0.0.1.
    package init(to server: Int) throws(TestSupportError) {
        let listener = try ProxyListener()
        let controls = ProxyControls()
        port = listener.port
        self.controls = controls
        let thread = Thread {
            var loop = ProxyLoop(listener: listener, server: server, controls: controls)
            loop.run()
        }
        thread.name = "fault proxy"
        thread.start()
    }

    deinit {
        controls.change { $0.isStopped = true }
    }

    /// What befalls the connections that come next, one each in order; those after them pass.
    package func plan(_ faults: [Fault]) {
        controls.change { $0.faults = faults }
    }

    /// Holds every byte back for `delay` in each direction, as a long cable would: throughput stays.
    package func delay(by delay: Duration) {
        controls.change { $0.delay = delay }
    }

    /// Passes nothing while `isStalled`, and all that waited afterwards.
    package func stall(_ isStalled: Bool) {
        controls.change { $0.isStalled = isStalled }
    }

    /// Refuses new connections (ECONNREFUSED) while `isRefusing`; the open ones stay.
    package func refuse(_ isRefusing: Bool) {
        controls.changeAndWait { $0.isRefusing = isRefusing }
    }

    /// Closes every open connection.
    package func cutAll() {
        controls.changeAndWait { $0.cutsAll = true }
    }

    /// What has passed so far.
    package var traffic: Traffic { controls.traffic }
}
