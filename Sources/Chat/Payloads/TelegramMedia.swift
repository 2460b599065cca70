import Model

/// What of a Telegram message is no text: files by their `file_id`, all else in words.
struct TelegramMedia {
    private(set) var files: [ChatAttachment] = []
    private(set) var remarks: [String] = []

    var isEmpty: Bool { files.isEmpty && remarks.isEmpty }

    /// The member, the name of a file that has none, and its type.
    private static let kinds = [
        ("document", "file", FileType.unknown), ("video", "video.mp4", "video/mp4"),
        ("audio", "audio.mp3", "audio/mpeg"), ("voice", "voice message.ogg", "audio/ogg"),
        ("video_note", "video message.mp4", "video/mp4"),
    ]

    init(_ json: JSONValue) {
        addPhoto(json["photo"])
        if let animation = json["animation"] {
            // Telegram tells of it as a document once more.
            add(animation, "animation.mp4", "video/mp4")
        } else {
            for (member, name, type) in Self.kinds { if let file = json[member] { add(file, name, type) } }
        }
        addRemarks(json)
    }

    /// The largest of the sizes in which Telegram offers a picture.
    private mutating func addPhoto(_ photo: JSONValue?) {
        let largest = (photo?.list ?? []).max { Self.area($0) < Self.area($1) }
        if let largest { add(largest, "photo.jpg", "image/jpeg") }
    }

    private static func area(_ photo: JSONValue) -> Double {
        (photo["width"]?.double ?? 0) * (photo["height"]?.double ?? 0)
    }

    private mutating func add(_ file: JSONValue, _ name: String, _ type: String) {
        guard let reference = file["file_id"]?.label else { return remarks.append("a file that cannot be asked for") }
        let fileName = file["file_name"]?.label ?? name
        files.append(
            ChatAttachment(
                name: fileName,
                type: FileType.named(file["mime_type"]?.text)
                    ?? (fileName.hasOctets(of: name) ? type : FileType.of(fileName: fileName)),
                size: file["file_size"]?.whole,
                reference: reference
            )
        )
    }

    private mutating func addRemarks(_ json: JSONValue) {
        if let sticker = json["sticker"] { remarks.append(["a sticker", sticker["emoji"]?.label].joinedWords) }
        if let venue = json["venue"] {
            remarks.append("a place: \([venue["title"]?.label, venue["address"]?.label].joinedWords)")
        }
        if let location = json["location"] { remarks.append(ChatRemark.place(location)) }
        if let contact = json["contact"] {
            let words = [contact["first_name"]?.label, contact["last_name"]?.label, contact["phone_number"]?.label]
            remarks.append("a contact: \(words.joinedWords)")
        }
        if let poll = json["poll"] { remarks.append("a poll: \(poll["question"]?.label ?? "?")") }
        if let dice = json["dice"] {
            remarks.append(["a throw of", dice["emoji"]?.label, dice["value"]?.label].joinedWords)
        }
    }
}
