import TestSupport
import Testing

@testable import IMAP

@Suite("Sets of UIDs")
struct UIDSetTests {
    @Test(
        "printed ascending and as short as can be",
        arguments: [
            ([1], "1"), ([3, 1, 2], "1:3"), ([1, 2, 4, 6, 7, 8], "1:2,4,6:8"), ([5, 5, 5], "5"),
            ([4_294_967_295], "*"), ([4_294_967_294, 4_294_967_295], "4294967294:*"), ([], ""),
        ]
    )
    func printing(numbers: [Int], expected: String) {
        #expect(UIDSet(numbers.map(uid)).description == expected)
    }

    @Test(
        "read in any order, with stars and overlaps",
        arguments: [
            ("1:3,2:5", "1:5"), ("5:3", "3:5"), ("7:*", "7:*"), ("*:7", "7:*"), ("9,1,8", "1,8:9"),
            ("1:4294967295", "1:*"),
        ]
    )
    func reading(text: String, expected: String) throws {
        guard case .untagged(.vanished(let set, _))? = try response("* VANISHED \(text)\n") else {
            Issue.record("not read")
            return
        }
        #expect(set.description == expected)
    }

    @Test("what is no set is not read", arguments: ["", "a", "1:", "1,", "4294967296", "1:99999999999999999999"])
    func garbage(text: String) throws {
        #expect(try response("* VANISHED \(text)\n") == .unparsed("* VANISHED \(text)"))
    }

    @Test("agrees with a plain set under random insertions and removals", arguments: 1...20)
    func model(seed: UInt64) {
        var random = Seed(seed)
        var set = UIDSet()
        var model: Set<UID> = []
        for _ in 0..<300 {
            let next = uid(Int.random(in: 1...80, using: &random))
            set.insert(next)
            model.insert(next)
            if Int.random(in: 0..<20, using: &random) == 0 {
                let limit = Int.random(in: 0...10, using: &random)
                let taken = set.removeFirst(limit)
                #expect(Array(taken.uids) == Array(model.sorted().prefix(limit)))
                model.subtract(taken.uids)
            }
            #expect(Array(set.uids) == model.sorted())
            #expect(set.count == model.count)
            #expect(set == UIDSet(model))
            #expect((1...81).allSatisfy { set.contains(uid($0)) == model.contains(uid($0)) })
        }
    }

    @Test("limited to a range, and joined with another set")
    func limits() {
        let set = UIDSet(uid(5)...uid(10)).union(uids(20, 30))
        #expect(set.limited(to: uid(8)...uid(20)).description == "8:10,20")
        #expect(set.limited(to: uid(11)...uid(19)).isEmpty)
        #expect(set.union(uids(11, 4)).description == "4:11,20,30")
    }

    @Test("a set of all UIDs costs nothing")
    func all() {
        var set = UIDSet(from: uid(1))
        #expect(set.count == 4_294_967_295)
        #expect(set.removeFirst(3).description == "1:3")
        #expect(set.description == "4:*")
        #expect(set.contains(.highest))
    }
}
