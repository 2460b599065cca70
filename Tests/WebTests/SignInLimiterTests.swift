import Foundation
import Testing

@testable import Web

@Suite("The limit on signing in")
struct SignInLimiterTests {
    private let start = TestClock.start

    @Test("a name has five tries, then one a minute")
    func perName() {
        var limiter = SignInLimiter()
        for _ in 1...5 { #expect(limiter.tryOnce(name: "anna", address: "a", at: start) == nil) }
        #expect(limiter.tryOnce(name: "Anna", address: "a", at: start) == 60)
        #expect(limiter.tryOnce(name: "anna", address: "a", at: start + 61) == nil)
    }

    @Test("another address is not held back by it")
    func otherAddress() {
        var limiter = SignInLimiter()
        for _ in 1...9 { _ = limiter.tryOnce(name: "anna", address: "a", at: start) }
        #expect(limiter.tryOnce(name: "anna", address: "b", at: start) == nil)
    }

    @Test("an address that goes through names is stopped too")
    func perAddress() {
        var limiter = SignInLimiter()
        let refused = (1...40).filter { limiter.tryOnce(name: "name\($0)", address: "a", at: start) != nil }
        #expect(refused == Array(31...40))
    }

    @Test("the right password gives the tries back")
    func success() {
        var limiter = SignInLimiter()
        for _ in 1...5 { _ = limiter.tryOnce(name: "anna", address: "a", at: start) }
        limiter.succeeded(name: "anna", address: "a")
        #expect(limiter.tryOnce(name: "anna", address: "a", at: start) == nil)
    }
}
