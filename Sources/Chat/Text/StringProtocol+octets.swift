extension StringProtocol {
    /// Whether it is that text octet by octet.
    ///
    /// What strangers write is compared so: as text, Swift first puts every run of accents in order, in time by the square
    /// of its length, and a run can be as long as a delivery.
    func hasOctets(of other: some StringProtocol) -> Bool {
        utf8.elementsEqual(other.utf8)
    }

    /// Whether it begins with that text octet by octet.
    func beginsWithOctets(of other: some StringProtocol) -> Bool {
        utf8.starts(with: other.utf8)
    }
}
