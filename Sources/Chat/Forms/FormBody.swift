package import Model

/// The fields of a form that a request carries, in order: `application/x-www-form-urlencoded`
/// (WHATWG URL §5.1) or `multipart/form-data` (RFC 7578).
package struct FormBody: Hashable, Sendable {
    package var fields: [FormField]

    package init(fields: [FormField]) {
        self.fields = fields
    }

    /// Reads the form by the request's `Content-Type`. Linear in the body.
    ///
    /// Throws where the body is no form, ends before its last boundary, or goes beyond the limits.
    package init(_ request: ReceivedRequest, limits: FormLimits = FormLimits()) throws(UnpackError) {
        let contentType = request.fields.values(of: "Content-Type").first ?? ""
        try self.init(request.body, contentType: contentType, limits: limits)
    }

    package init(_ body: [UInt8], contentType: String, limits: FormLimits = FormLimits()) throws(UnpackError) {
        let type = ParameterList(contentType.utf8)
        switch type.token {
        case "application/x-www-form-urlencoded":
            fields = try URLEncodedForm.fields(of: body[...], limits: limits)
        case "multipart/form-data":
            guard let boundary = MultipartBoundary(type["boundary"]) else {
                throw UnpackError(
                    "The form does not say what divides its parts: its boundary is missing or not allowed."
                )
            }
            var reader = MultipartReader(body: body, boundary: boundary, limits: limits)
            fields = try reader.fields()
        default:
            throw UnpackError("The body is no form: its type is given as \"\(type.token.prefix(80))\".")
        }
    }

    /// The text of the first field of that name; names compare exactly.
    package subscript(_ name: String) -> String? {
        field(name)?.text
    }

    /// The first field of that name.
    package func field(_ name: String) -> FormField? {
        fields.first { $0.name.hasOctets(of: name) }
    }

    /// The fields that are files, in order.
    package var files: [FormField] {
        fields.filter { $0.fileName != nil }
    }
}
