import Foundation
import Model

extension DeliveredItem {
    /// As it may be stored and shown: bounded, without control characters.
    var tidied: DeliveredItem {
        switch self {
        case .message(let message): .message(message.tidied)
        case .mail: self
        case .receipt(let receipt): .receipt(receipt.tidied)
        case .notice(let words): .notice(PlainChatText.line(words, limit: 300))
        }
    }
}

extension ReplyReceipt {
    fileprivate var tidied: ReplyReceipt {
        var receipt = self
        receipt.number = ProviderNumber.safe(number)
        receipt.sentence = PlainChatText.line(sentence, limit: 1_200)
        return receipt
    }
}

extension ChatMessage {
    private static let mostFiles = 50
    private static let mostRemarks = 20

    fileprivate var tidied: ChatMessage {
        var message = self
        message.id = ProviderNumber.safe(id)
        message.place = ChatPlace(chat: ProviderNumber.safe(place.chat), thread: place.thread.map(ProviderNumber.safe))
        message.person = person.tidied
        message.sentAt = sentAt.flatMap { ProviderTime.isPlausible($0) ? $0 : nil }
        message.text = PlainChatText.lines(text)
        message.attachments = attachments.prefix(Self.mostFiles).map(\.tidied)
        message.answers = answers.map(ProviderNumber.safe)
        message.remarks = remarks.prefix(Self.mostRemarks).map { PlainChatText.line($0, limit: 500) } + cuts
        return message
    }

    /// What was left out for its size, which stands in the delivery still; or that there is nothing at all.
    private var cuts: [String] {
        var words = text.isEmpty && attachments.isEmpty && remarks.isEmpty ? ["an empty message"] : []
        if text.utf8.count > PlainChatText.longestText { words.append("a longer text, of which this is the beginning") }
        if attachments.count > Self.mostFiles { words.append("\(attachments.count - Self.mostFiles) more files") }
        return words
    }
}

extension ChatPerson {
    fileprivate var tidied: ChatPerson {
        var person = self
        person.id = ProviderNumber.safe(id)
        person.name = name.map { PlainChatText.line($0) }.flatMap { $0.isEmpty ? nil : $0 }
        return person
    }
}

extension ChatAttachment {
    fileprivate var tidied: ChatAttachment {
        var file = self
        let name = PlainChatText.line(name).replacing("/", with: "_").replacing("\\", with: "_")
        file.name = name.isEmpty ? "file" : name
        file.type = FileType.named(type) ?? FileType.of(fileName: name)
        file.size = size.flatMap { $0 >= 0 ? $0 : nil }
        file.url = url.flatMap(Self.address)
        file.reference = reference.map(ProviderNumber.safe)
        return file
    }

    /// Of the web; nil for all else. Whether it may be asked is decided where files are fetched.
    private static func address(_ text: String) -> String? {
        let isWeb = text.beginsWithOctets(of: "https://") || text.beginsWithOctets(of: "http://")
        return isWeb && text.utf8.count <= 4_000 && text.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F } ? text : nil
    }
}
