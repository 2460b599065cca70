import Model

/// The body of a message: which parts are its text, which are attachments, and what else they tell.
struct Body {
    private(set) var text = ""
    private(set) var html: String?
    private(set) var structure: StructuredText?
    private(set) var attachments: [Attachment] = []
    private(set) var protection = Protection.none
    private(set) var remarks: [String] = []
    private(set) var report: DeliveryReport?
    private(set) var embedded: [[HeaderField]] = []
    /// The charset that the first text part declares; raw octets in the header are most likely in it.
    private(set) var charset: String?
    /// A text of some other type, to be shown where the message has no text besides.
    private var spare: Part?

    private static let mostAttachments = 1000
    private static let mostRemarks = 20

    init(message: Octets, header: HeaderBlock) {
        let root = PartReader.root(of: message, header: header)
        var rendition = read(root, .root)
        if rendition.isEmpty, let spare { rendition = Rendition(plain: decode(spare, .plain) ?? "") }
        text = rendition.text
        html = rendition.html
        structure = rendition.structure
        if protection == .none { protection = InlinePGP.protection(of: text) }
    }

    private mutating func read(_ part: Part, _ place: Part.Place) -> Rendition {
        switch part.kind {
        case .multipart(let children):
            noteProtection(of: part)
            return readMultipart(part, children)
        case .leaf where part.textKind(place) != nil:
            return readText(part, place)
        default:
            file(part)
            return Rendition()
        }
    }

    private mutating func readMultipart(_ part: Part, _ children: [Part]) -> Rendition {
        if part.type == "multipart/report" { beginReport(part) }
        switch part.type {
        case "multipart/alternative": return Rendition(alternatives: children.map { read($0, .alternative) })
        case "multipart/related": return readRelated(part, children)
        default:
            var renditions: [Rendition] = []
            for (index, child) in children.enumerated() { renditions.append(read(child, index == 0 ? .first : .later)) }
            return Rendition(sequence: renditions)
        }
    }

    /// All but the root of a `multipart/related` are its pictures and styles (RFC 2387).
    private mutating func readRelated(_ part: Part, _ children: [Part]) -> Rendition {
        let root = part.root(of: children)
        var renditions: [Rendition] = []
        for (index, child) in children.enumerated() {
            if index == root || child.isMultipart {
                renditions.append(read(child, .first))
            } else {
                file(child)
            }
        }
        return Rendition(sequence: renditions)
    }

    private mutating func readText(_ part: Part, _ place: Part.Place) -> Rendition {
        noteProtection(of: part)
        let kind = part.textKind(place) ?? .plain
        guard let decoded = decode(part, kind, mayFail: place != .root) else {
            attach(part)
            return Rendition()
        }
        return kind == .html ? Rendition(source: decoded) : Rendition(plain: part.unwrapped(decoded))
    }

    /// - Parameter mayFail: whether nil is given for what cannot be read, because it is damaged base64 and what comes out
    ///   of it is no text in the charset it claims.
    private mutating func decode(_ part: Part, _ kind: Part.TextKind, mayFail: Bool = false) -> String? {
        var octets = part.decodedContent
        if part.isFalselyBase64 { note("a text is not base64 as declared") }
        if kind == .plain {
            let extracted = EmbeddedFile.extract(from: octets)
            octets = extracted.text
            for file in extracted.files { attach(file) }
        }
        let declared = part.contentType["charset"]
        let label = kind == .html ? HTMLCharset.label(of: octets, declared: declared) : declared
        if charset == nil { charset = label }
        let result = Charset.decode(octets, label: label)
        if let remark = result.remark {
            note(remark)
            if mayFail, part.isDamagedBase64 { return nil }
        }
        return PlainText.cleaned(result.text)
    }

    /// Keeps a part that is not text; embedded messages and reports are looked into.
    private mutating func file(_ part: Part) {
        noteProtection(of: part)
        switch part.kind {
        case .multipart(let children): for child in children { file(child) }
        case .message(let fields): fileMessage(part, fields)
        case .leaf where part.isReport: fileReport(part)
        case .leaf where part.isMessageType || part.isMessageHeader:
            fileMessage(part, HeaderBlock(part.decodedContent, isWhole: true))
        case .leaf:
            if spare == nil, part.isReadable { spare = part }
            attach(part)
        }
    }

    private mutating func fileReport(_ part: Part) {
        beginReport(part)
        report?.groups += FieldDecoding.groups(part.decodedContent)
        attach(part)
    }

    private mutating func fileMessage(_ part: Part, _ header: HeaderBlock) {
        if embedded.count < Self.mostAttachments {
            embedded.append(header.fields.map { FieldDecoding.field($0, hint: nil) })
        }
        let subject = part.isMessageType ? header.first("subject").map { HeaderText.decode($0) } : nil
        attach(part, subject: subject ?? "")
    }

    private mutating func beginReport(_ part: Part) {
        guard report == nil else { return }
        let type = part.isMultipart ? part.contentType["report-type"]?.lowercased() : String(part.type.dropFirst(8))
        report = DeliveryReport(type: type ?? "", groups: [])
    }

    private mutating func attach(_ part: Part, subject: String = "") {
        var name = part.fileName
        if name.isEmpty, !subject.isEmpty { name = FileName.sanitised(subject) + ".eml" }
        if part.isTNEF {
            if name.isEmpty { name = "winmail.dat" }
            note("\(name) is in Outlook's own format (TNEF); what it holds is not listed")
        }
        attach(Attachment(name: name, type: part.type, size: part.encoding.decodedCount(part.content)))
    }

    private mutating func attach(_ file: EmbeddedFile) {
        let name = FileName.sanitised(Charset.decode(file.name, label: nil).text)
        attach(Attachment(name: name, type: "application/octet-stream", size: file.size))
    }

    private mutating func attach(_ attachment: Attachment) {
        guard attachments.count < Self.mostAttachments else {
            return note("more than \(Self.mostAttachments) attachments, the rest is not listed")
        }
        attachments.append(attachment)
    }

    private mutating func noteProtection(of part: Part) {
        guard let found = part.protection, protection != .encrypted else { return }
        protection = found
    }

    private mutating func note(_ remark: String) {
        if remarks.count < Self.mostRemarks, !remarks.contains(remark) { remarks.append(remark) }
    }
}
