import Foundation
import Testing

@testable import Web

@Suite("Token buckets")
struct TokenBucketsTests {
    @Test("those that are full again are forgotten once there are many, and no others")
    func sweeping() {
        let start = TestClock.start
        var buckets = TokenBuckets<Int>(usual: 10)
        for key in 0...10 { _ = buckets.take(key, capacity: 1, interval: 60, at: start) }
        #expect(buckets.count == 11)
        // All of them are empty: none can be forgotten.
        #expect(buckets.take(11, capacity: 1, interval: 60, at: start + 1) == nil)
        #expect(buckets.take(0, capacity: 1, interval: 60, at: start + 1) == 59)
        for key in 12...23 { _ = buckets.take(key, capacity: 1, interval: 60, at: start + 100) }
        #expect(buckets.count == 12)
    }

    @Test("what is forgotten has all of its tokens again")
    func forgetting() {
        var buckets = TokenBuckets<String>(usual: 10)
        _ = buckets.take("a", capacity: 1, interval: 60, at: TestClock.start)
        buckets.forget("a")
        #expect(buckets.take("a", capacity: 1, interval: 60, at: TestClock.start) == nil)
    }
}
