import Chat
package import Curl
package import Foundation
package import Model

/// Asks the shop's systems for the facts that a reply needs.
///
/// In charge of that nobody waits for a system that is down: each exchange has its time limit, answers are kept for a
/// while, the same question is asked once at a time, and after some failures in a row a lookup rests.
package actor LookupClient {
    /// What a system answered to one address.
    enum Answer: Hashable, Sendable {
        case found(JSONValue)
        case failed(LookupFailure)
    }

    private struct Kept {
        var answer: Answer
        var until: Date
    }

    /// Failures in a row after which a lookup rests, and for how many seconds.
    private static let patience = 3
    private static let rest: TimeInterval = 30
    /// Seconds for which it is remembered that a system knows nothing: an order may be entered any minute.
    private static let keptMissing: TimeInterval = 15
    private static let mostKept = 10_000

    private let lookups: [Lookup]
    private let ask: @Sendable (Lookup, String) async -> Answer
    private let now: @Sendable () -> Date
    private var kept: [String: Kept] = [:]
    private var running: [String: Task<Answer, Never>] = [:]
    private var failuresInARow: [String: Int] = [:]
    private var restsUntil: [String: Date] = [:]

    package init(
        lookups: [Lookup],
        reactor: Reactor,
        secrets: SecretReader,
        now: @escaping @Sendable () -> Date
    ) {
        let exchange = LookupExchange(reactor: reactor, secrets: secrets)
        self.init(lookups: lookups, ask: { await exchange.ask($0, url: $1) }, now: now)
    }

    init(
        lookups: [Lookup],
        ask: @escaping @Sendable (Lookup, String) async -> Answer,
        now: @escaping @Sendable () -> Date
    ) {
        self.lookups = lookups
        self.ask = ask
        self.now = now
    }

    /// What the systems know of a message's matter. A lookup whose facts the message does not give is not asked, and
    /// neither fails nor answers.
    ///
    /// - Parameters:
    ///   - customer: the address that the customer writes from.
    ///   - needed: the names of the lookups that a reply has a use for.
    ///   - language: of texts that are declared by language.
    ///   - zone: where days are told from moments.
    package func facts(
        for reading: Model.Reading,
        customer: String?,
        needed: Set<String>,
        language: String,
        zone: TimeZone
    ) async -> LookupAnswers {
        await withTaskGroup(of: LookupAnswers.self) { group in
            for lookup in lookups where needed.contains(lookup.name) {
                guard let url = LookupURL.url(of: lookup, reading: reading, customer: customer) else { continue }
                group.addTask { lookup.answers(from: await self.answer(of: lookup, url), zone, language) }
            }
            var all = LookupAnswers()
            for await answers in group { all.merge(answers) }
            return all
        }
    }

    /// The lookups that rest at the moment, after too many failures.
    package var resting: [String] {
        restsUntil.filter { $0.value > now() }.keys.sorted()
    }

    private func answer(of lookup: Lookup, _ url: String) async -> Answer {
        let key = "\(lookup.name) \(url)"
        if let known = kept[key], known.until > now() { return known.answer }
        if let task = running[key] { return await task.value }
        if let end = restsUntil[lookup.name], end > now() { return .failed(.slow) }
        let ask = ask
        let task = Task { await ask(lookup, url) }
        running[key] = task
        let answer = await task.value
        running[key] = nil
        note(answer, of: lookup)
        keep(answer, of: lookup, key)
        return answer
    }

    private func note(_ answer: Answer, of lookup: Lookup) {
        guard answer == .failed(.slow) else {
            failuresInARow[lookup.name] = nil
            restsUntil[lookup.name] = nil
            return
        }
        failuresInARow[lookup.name, default: 0] += 1
        if failuresInARow[lookup.name, default: 0] >= Self.patience {
            restsUntil[lookup.name] = now().addingTimeInterval(Self.rest)
        }
    }

    private func keep(_ answer: Answer, of lookup: Lookup, _ key: String) {
        let seconds: TimeInterval
        switch answer {
        case .found: seconds = lookup.keptFor
        case .failed(.missing): seconds = min(lookup.keptFor, Self.keptMissing)
        case .failed: return
        }
        if kept.count >= Self.mostKept {
            let time = now()
            kept = kept.filter { $0.value.until > time }
            if kept.count >= Self.mostKept { kept = [:] }
        }
        kept[key] = Kept(answer: answer, until: now().addingTimeInterval(seconds))
    }
}

extension Lookup {
    /// The facts in an answer. One that lacks a required fact is wrong as a whole.
    func answers(from answer: LookupClient.Answer, _ zone: TimeZone, _ language: String) -> LookupAnswers {
        guard case .found(let json) = answer else {
            guard case .failed(let failure) = answer else { return LookupAnswers() }
            return LookupAnswers(failures: [name: failure])
        }
        var found: [String: FactValue] = [:]
        for fact in facts {
            let value = json.value(at: fact.path).flatMap { fact.value(of: $0, zone: zone, language: language) }
            if value == nil, fact.isRequired { return LookupAnswers(failures: [name: .wrong]) }
            found["lookup.\(name).\(fact.name)"] = value
        }
        return found.isEmpty ? LookupAnswers(failures: [name: .wrong]) : LookupAnswers(facts: found)
    }
}
