import Chat
package import Curl
package import Foundation
package import Model

/// Sends the approved replies of one channel: the parts of each in order, and each part once, as far as anybody can know.
///
/// One value serves a channel for as long as the program runs, since a provider that asks for a rest gets it from all
/// replies of the channel.
package struct ChatSender: Sendable {
    /// Seconds to rest where a provider takes no more but does not say for how long.
    private static let usualRest: TimeInterval = 30

    let api: Result<any ReplyAPI, ReplyError>
    let exchange: ChatExchange
    let secrets: SecretReader
    let now: @Sendable () -> Date
    private let rest = ChannelRest()

    /// - Parameter webhook: the public address of the channel's webhook; nil where it is not known.
    package init(
        settings: ChannelSettings,
        webhook: String? = nil,
        reactor: Reactor,
        secrets: SecretReader,
        limits: HTTPLimits = ChatExchange.usualLimits,
        now: @escaping @Sendable () -> Date
    ) {
        api = Result { () throws(ReplyError) in try settings.replyAPI(webhook: webhook) }
        exchange = ChatExchange(reactor: reactor, limits: limits)
        self.secrets = secrets
        self.now = now
    }

    /// One try. The secret is read anew, so that a replaced token is used without a restart.
    ///
    /// - Parameters:
    ///   - willHandOver: called before the first byte of the first part; if it throws, nothing goes out.
    ///   - partSent: called with each part that arrived, in their order. If it throws, the rest still goes out, but a try that ends before all have arrived is not repeated by itself.
    package func deliver(
        _ mail: OutgoingMail,
        willHandOver: @Sendable () async throws -> Void,
        partSent: @Sendable (SentPart) async throws -> Void
    ) async -> DeliveryOutcome {
        do {
            let api = try api.get()
            var delivery = try ReplyDelivery(of: mail, by: api)
            // Before the secret is looked for: a reply whose time is over must not wait for one.
            if case .end(let outcome) = delivery.next(at: now()) { return outcome }
            let secrets = try self.secrets.all(for: api)
            return await send(&delivery, by: api, secrets, willHandOver, partSent)
        } catch let error as ChannelError {
            // A missing secret is mended by a person, and the reply is still good: keep trying.
            return .deferred(answer: error.sentence)
        } catch {
            return .refused(answer: "\(error)")
        }
    }

    private func send(
        _ delivery: inout ReplyDelivery,
        by api: any ReplyAPI,
        _ secrets: APISecrets,
        _ willHandOver: @Sendable () async throws -> Void,
        _ partSent: @Sendable (SentPart) async throws -> Void
    ) async -> DeliveryOutcome {
        var isHandedOver = false
        while true {
            let part: ReplyPart
            switch delivery.next(at: now()) {
            case .end(let outcome): return outcome
            case .send(let next): part = next
            }
            if let answer = rest.answer(at: now()), let outcome = delivery.hear(answer) { return outcome }
            do {
                if !isHandedOver { try await willHandOver() }
                isHandedOver = true
            } catch {
                return .deferred(answer: "It could not be recorded that the reply was to go: \(error)")
            }
            if let outcome = delivery.hear(await answer(to: part, by: api, secrets)) { return outcome }
            guard let part = delivery.latest else { continue }
            if (try? await partSent(part)) != nil { delivery.noteKnown() }
        }
    }

    private func answer(to part: ReplyPart, by api: any ReplyAPI, _ secrets: APISecrets) async -> ChatAnswer {
        let answer: ChatAnswer
        do throws(ReplyError) {
            let request = try api.request(for: part, secret: secrets.token, at: now())
            switch await exchange.answer(to: secrets.proven(request), at: api.address) {
            case .success(let said): answer = api.meaning(of: said, at: now())
            case .failure(let error): answer = error.meaning(for: api)
            }
        } catch {
            return error.kind == .content ? .refused(error.description) : .later(error.description)
        }
        if case .deferred(let deferral) = answer, deferral.concernsChannel {
            rest.begin(
                until: now().addingTimeInterval(deferral.retryAfter ?? Self.usualRest),
                because: deferral.sentence
            )
        }
        return answer
    }
}
