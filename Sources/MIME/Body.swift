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

    private static let mostAttachments = 1000
    private static let mostRemarks = 20

    init(message: Octets, header: HeaderBlock) {
        let root = PartTree.root(of: message, header: header)
        let rendition = read(root, isRoot: true)
        text = PlainText.cleaned(rendition.text)
        html = rendition.html
        structure = rendition.structure
        if protection == .none { protection = InlinePGP.protection(of: text) }
    }

    private mutating func read(_ part: Part, isRoot: Bool = false) -> Rendition {
        noteProtection(of: part)
        switch part.kind {
        case .multipart(let children): return readMultipart(part, children)
        case .message(let fields, _):
            embed(fields)
            attach(part, subject: fields.first("subject").map { HeaderText.decode($0) })
            return Rendition()
        case .leaf: return readLeaf(part, isRoot: isRoot)
        }
    }

    private mutating func readMultipart(_ part: Part, _ children: [Part]) -> Rendition {
        if part.type == "multipart/report" { beginReport(part) }
        switch part.type {
        case "multipart/alternative": return Rendition(alternatives: children.map { read($0) })
        case "multipart/related": return readRelated(part, children)
        default: return Rendition(sequence: children.map { read($0) })
        }
    }

    /// All but the root of a `multipart/related` are its pictures and styles (RFC 2387).
    private mutating func readRelated(_ part: Part, _ children: [Part]) -> Rendition {
        var rendition = Rendition()
        for (index, child) in children.enumerated() {
            if index == 0 || child.isMultipart {
                rendition = Rendition(sequence: [rendition, read(child)])
            } else {
                file(child)
            }
        }
        return rendition
    }

    private mutating func readLeaf(_ part: Part, isRoot: Bool) -> Rendition {
        guard let kind = part.textKind(isRoot: isRoot) else {
            file(part)
            return Rendition()
        }
        let decoded = decode(part)
        switch kind {
        case .plain: return Rendition(plain: part.unwrapped(decoded))
        case .html: return Rendition(source: decoded)
        }
    }

    private mutating func decode(_ part: Part) -> String {
        let octets = part.encoding.decode(part.content)
        let label =
            part.contentType["charset"] ?? (part.textKind(isRoot: true) == .html ? HTMLCharset.declared(octets) : nil)
        let result = Charset.decode(octets, label: label)
        if charset == nil { charset = label }
        if let remark = result.remark { note(remark) }
        return PlainText.cleaned(result.text)
    }

    /// Keeps a part that is not text; embedded messages and reports are looked into.
    private mutating func file(_ part: Part) {
        noteProtection(of: part)
        switch (part.kind, part.type) {
        case (.multipart(let children), _): for child in children { file(child) }
        case (.message, _): _ = read(part)
        case (.leaf, "message/delivery-status"), (.leaf, "message/disposition-notification"),
            (.leaf, "message/feedback-report"), (.leaf, "message/global-delivery-status"):
            if report == nil {
                report = DeliveryReport(type: String(part.type.dropFirst("message/".count)), groups: [])
            }
            report?.groups += FieldDecoding.groups(part.encoding.decode(part.content))
            attach(part)
        case (.leaf, "text/rfc822-headers"), (.leaf, "message/rfc822"), (.leaf, "message/global"),
            (.leaf, "message/global-headers"):
            let fields = HeaderBlock(part.encoding.decode(part.content), isWhole: true)
            embed(fields)
            let isMessage = part.type == "message/rfc822" || part.type == "message/global"
            attach(part, subject: isMessage ? fields.first("subject").map { HeaderText.decode($0) } : nil)
        default: attach(part)
        }
    }

    private mutating func embed(_ header: HeaderBlock) {
        guard embedded.count < Self.mostAttachments else { return }
        embedded.append(header.fields.map { FieldDecoding.field($0, hint: nil) })
    }

    private mutating func beginReport(_ part: Part) {
        guard report == nil else { return }
        report = DeliveryReport(type: part.contentType["report-type"]?.lowercased() ?? "", groups: [])
    }

    private mutating func attach(_ part: Part, subject: String? = nil) {
        guard attachments.count < Self.mostAttachments else {
            return note("more than \(Self.mostAttachments) attachments, the rest is not listed")
        }
        var name = part.fileName
        if name.isEmpty, let subject, !subject.isEmpty { name = FileName.sanitised(subject) + ".eml" }
        attachments.append(Attachment(name: name, type: part.type, size: part.encoding.decodedCount(part.content)))
    }

    private mutating func noteProtection(of part: Part) {
        guard let found = part.protection, protection != .encrypted else { return }
        protection = found
    }

    private mutating func note(_ remark: String) {
        if remarks.count < Self.mostRemarks, !remarks.contains(remark) { remarks.append(remark) }
    }
}
