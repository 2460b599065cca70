/// Ends the run with the reason where a promise is broken; `precondition` would not name it in optimised code.
func demand(_ holds: Bool, _ reason: @autoclosure () -> String = "a promise is broken", line: UInt = #line) {
    guard holds else { fatalError(reason(), line: line) }
}
