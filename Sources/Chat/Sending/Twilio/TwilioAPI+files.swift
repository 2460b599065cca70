package import Model

/// Files lie below the account, and send on to their carrier (twilio.com/docs/messaging/api/media-resource).
extension TwilioAPI: FileAPI {
    package func lookup(of file: ChatAttachment, secret: String) throws(AttachmentRefusal) -> FileLookup {
        guard let url = file.url else { throw .noAddress }
        return .known(FilePlace(url: url, authorization: authorization(secret)))
    }
}
