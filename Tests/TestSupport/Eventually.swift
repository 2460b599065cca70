/// On a machine that is busy with other tests a task may not get its turn for tens of seconds. Only what fails waits so long.
package let eventuallyLimit: Duration = .seconds(90)

/// Asks `condition` again and again until it gives a value, and gives that; throws when `limit` has passed.
///
/// For what another process or task must do first. The error carries `what` and the last error of `condition`.
@discardableResult
package func eventually<Value>(
    within limit: Duration = eventuallyLimit,
    _ what: @autoclosure () -> String,
    isolation: isolated (any Actor)? = #isolation,
    _ condition: () async throws -> Value?
) async throws -> Value {
    let deadline = ContinuousClock.now + limit
    var last = ""
    while true {
        do {
            if let value = try await condition() { return value }
        } catch {
            last = "; last error: \(error)"
        }
        guard ContinuousClock.now < deadline else {
            throw TestSupportError("not within \(limit): \(what())\(last)")
        }
        try await Task.sleep(for: .milliseconds(5))
    }
}

/// Asks `condition` again and again until it is true; throws when `limit` has passed.
package func eventually(
    within limit: Duration = eventuallyLimit,
    _ what: @autoclosure () -> String,
    isolation: isolated (any Actor)? = #isolation,
    that condition: () async throws -> Bool
) async throws {
    try await eventually(within: limit, what(), isolation: isolation) { try await condition() ? true : nil }
}
