import Dispatch
import Synchronization

/// What tests tell the proxy's thread, and what it tells them.
final class ProxyControls: Sendable {
    struct Wishes {
        var faults: [FaultProxy.Fault] = []
        var delay = Duration.zero
        var isStalled = false
        var isRefusing = false
        var cutsAll = false
        var isStopped = false
        /// Signalled when the thread has carried out what was asked.
        var waiting: [DispatchSemaphore] = []
    }

    private let alarm = WakeUp()
    private let wishes = Mutex(Wishes())
    private let passed = Mutex(FaultProxy.Traffic())

    /// Readable when there is something to look at.
    var wake: Int32 { alarm.descriptor }

    var traffic: FaultProxy.Traffic { passed.withLock { $0 } }

    /// Tells the thread.
    func change(_ body: (inout Wishes) -> Void) {
        wishes.withLock { body(&$0) }
        alarm.ring()
    }

    /// Tells the thread, and waits until it has acted.
    func changeAndWait(_ body: (inout Wishes) -> Void) {
        let done = DispatchSemaphore(value: 0)
        change {
            body(&$0)
            $0.waiting.append(done)
        }
        done.wait()
    }

    /// For the thread: the wishes as they stand. What is for once only is gone afterwards.
    func take() -> Wishes {
        alarm.reset()
        return wishes.withLock { wishes in
            defer {
                wishes.cutsAll = false
                wishes.waiting = []
            }
            return wishes
        }
    }

    /// For the thread: the fault of a new connection.
    func nextFault() -> FaultProxy.Fault {
        passed.withLock { $0.countConnection() }
        return wishes.withLock { $0.faults.isEmpty ? .none : $0.faults.removeFirst() }
    }

    /// For the thread: so many bytes have gone that way.
    func count(_ bytes: Int, _ direction: FaultProxy.Direction) {
        passed.withLock { $0.count(bytes, direction) }
    }
}
