/// Names that operators give to limits and offers.
enum ConfiguredName {
    /// The id of an entry; nil, with a problem, where there is none or it cannot be one.
    static func read(_ noun: String, in section: Section) -> String? {
        guard let node = section.required("id", "a name of your choice"), let id = section.text(of: node, "id") else {
            return nil
        }
        let isGood =
            !id.isEmpty
            && id.utf8.allSatisfy {
                (0x61...0x7A).contains($0) || (0x41...0x5A).contains($0) || (0x30...0x39).contains($0)
                    || [0x2D, 0x2E, 0x5F].contains($0)
            }
        guard isGood else {
            section.log.error(at: node, "“\(id)” cannot name \(noun): use letters, digits, _, - and .")
            return nil
        }
        return id
    }
}
