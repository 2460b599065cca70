/// `name=value&…`, in bodies and in the queries of URLs (WHATWG URL §5.1).
enum URLEncodedForm {
    static func fields(of encoded: ArraySlice<UInt8>, limits: FormLimits) throws(UnpackError) -> [FormField] {
        let pairs = encoded.split(separator: UInt8(ascii: "&"), maxSplits: limits.fields)
        if pairs.count > limits.fields { throw UnpackError("The form has more than \(limits.fields) fields.") }
        return pairs.map(field)
    }

    private static func field(_ pair: ArraySlice<UInt8>) -> FormField {
        let equals = pair.firstIndex(of: UInt8(ascii: "=")) ?? pair.endIndex
        let name = PercentEncoding.decode(pair[..<equals], plusIsSpace: true)
        let value = PercentEncoding.decode(pair[equals...].dropFirst(), plusIsSpace: true)
        return FormField(name: String(decoding: name, as: UTF8.self), bytes: value)
    }
}
