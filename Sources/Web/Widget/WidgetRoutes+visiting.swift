import Foundation
import HTTPTypes
import Hummingbird
import Model
import Pipeline

extension WidgetRoutes {
    @Sendable func begin(_ visit: WidgetVisit) async throws -> Response {
        try count(.begin, of: nil, visit)
        let session = visit.widget.newSession(random: resources.random(16))
        return try APIAnswer.json(WidgetJSON.Begun(session: session.token), status: .created)
    }

    /// 202: it is durable, and no person has seen it yet.
    @Sendable func write(_ visit: WidgetVisit) async throws -> Response {
        let session = try visit.session()
        try count(.write, of: session, visit)
        let given = try await visit.body(WidgetJSON.Message.self, upTo: Self.bodyLimit)
        guard let message = WidgetMessage(clientID: given.id, text: given.text, name: given.name) else {
            throw WidgetRefusal(.badRequest, "unusable", "The message is empty or too long, or its number is none.")
        }
        switch await visit.widget.take(message, of: session) {
        case .taken:
            // The message is kept: that nothing else can be said now is no reason to call it lost.
            let known = try? await visit.widget.conversation(of: session)
            let outlook = await visit.outlook(promisedBy: known?.promisedBy)
            return try APIAnswer.json(WidgetJSON.Taken(id: given.id, outlook: outlook), status: .accepted)
        case .numberIsUsed: throw WidgetRefusal(.conflict, "number-used", "The number stands for another message.")
        case .putOff: throw WidgetRefusal.putOff
        }
    }

    /// Everything, or with `after` the first that differs from it; 204 where nothing does for a while.
    @Sendable func look(_ visit: WidgetVisit) async throws -> Response {
        let session = try visit.session()
        try count(.look, of: session, visit)
        let mark = visit.request.uri.queryParameters["after"].map(String.init) ?? ""
        let widget = visit.widget
        let conversation =
            mark.isEmpty
            ? try await widget.conversation(of: session)
            : try await widget.conversation(of: session, unlike: mark, patience: patience)
        guard let conversation else { return Response(status: .noContent) }
        let outlook = await visit.outlook(promisedBy: conversation.promisedBy)
        return try APIAnswer.json(WidgetJSON.Conversation(conversation, outlook: outlook))
    }

    /// When a person answers, for a page whose visitor has said nothing yet.
    @Sendable func sayOutlook(_ visit: WidgetVisit) async throws -> Response {
        try count(.look, of: nil, visit)
        return try APIAnswer.json(WidgetJSON.Outlook(outlook: await visit.outlook()))
    }

    @Sendable func leaveAddress(_ visit: WidgetVisit) async throws -> Response {
        let session = try visit.session()
        guard visit.widget.offersMail else { throw HTTPError(.notFound) }
        try count(.leaveAddress, of: session, visit)
        let given = try await visit.body(WidgetJSON.Address.self, upTo: Self.bodyLimit)
        let address = given.address.trimmingCharacters(in: .whitespaces)
        guard address.isEmpty || Self.isMailable(address) else {
            throw WidgetRefusal(.badRequest, "no-address", "This is no mail address.")
        }
        try await visit.widget.leave(address.isEmpty ? nil : address, by: session)
        return Response(status: .noContent)
    }

    /// Of the letters of RFC 5321 §4.1.2 that need no quotes, within the lengths of its §4.5.3.1, at a domain with a dot.
    private static func isMailable(_ address: String) -> Bool {
        let halves = address.split(separator: "@", omittingEmptySubsequences: false)
        guard Mailboxes.isUsable(address), address.utf8.count <= 254, halves.first.map({ $0.utf8.count <= 64 }) == true
        else { return false }
        let labels = halves[1].split(separator: ".", omittingEmptySubsequences: false)
        return address.utf8.allSatisfy { $0 < 0x80 } && labels.count >= 2 && labels.allSatisfy { !$0.isEmpty }
            && address.first != "-"
    }
}
