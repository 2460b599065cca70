/// What a word is used for where sentences are cut and facts are found.
struct WordRoles: OptionSet, Hashable {
    let rawValue: UInt64

    // Time
    static let month = Self(rawValue: 1 << 0)
    static let weekday = Self(rawValue: 1 << 1)
    /// Yesterday, today, tomorrow: the value is the distance in days.
    static let day = Self(rawValue: 1 << 2)
    /// A number written as a word.
    static let cardinal = Self(rawValue: 1 << 3)
    /// The value is 1, 7, 30 or 365.
    static let unit = Self(rawValue: 1 << 4)
    /// "ago" behind a span of time, or "vor" before one.
    static let ago = Self(rawValue: 1 << 5)
    /// "in" before a span of time.
    static let ahead = Self(rawValue: 1 << 6)
    static let last = Self(rawValue: 1 << 7)
    static let next = Self(rawValue: 1 << 8)
    /// "by", "until": the weekday behind it is still to come.
    static let until = Self(rawValue: 1 << 9)
    /// "since": the weekday behind it is over.
    static let since = Self(rawValue: 1 << 10)
    static let ordinal = Self(rawValue: 1 << 11)
    /// Verb forms of what is over, and of what is to come.
    static let past = Self(rawValue: 1 << 12)
    static let future = Self(rawValue: 1 << 13)
    /// Makes "morgen" and "mañana" a time of day.
    static let beforeMorning = Self(rawValue: 1 << 14)

    // Numbers
    /// The value is an index in `Currency.codes`.
    static let currency = Self(rawValue: 1 << 15)
    static let order = Self(rawValue: 1 << 16)
    static let numbering = Self(rawValue: 1 << 17)
    /// Words for numbers that are no order's: invoice, parcel, customer.
    static let otherNumber = Self(rawValue: 1 << 18)
    static let phone = Self(rawValue: 1 << 19)
    static let product = Self(rawValue: 1 << 20)

    // Places and people
    /// A word for a street that stands apart: "Road", "rue", "calle".
    static let street = Self(rawValue: 1 << 21)
    static let title = Self(rawValue: 1 << 22)
    /// The first word of what closes a letter.
    static let closing = Self(rawValue: 1 << 23)
    static let thanks = Self(rawValue: 1 << 24)
    static let greeting = Self(rawValue: 1 << 25)
    static let name = Self(rawValue: 1 << 26)

    // Grammar
    static let conjunction = Self(rawValue: 1 << 27)
    static let subject = Self(rawValue: 1 << 28)
    static let subordinator = Self(rawValue: 1 << 29)
    static let filler = Self(rawValue: 1 << 30)
    static let article = Self(rawValue: 1 << 31)
    static let preposition = Self(rawValue: 1 << 32)
    static let linking = Self(rawValue: 1 << 33)
    /// A shortened word whose full stop ends no sentence.
    static let shortened = Self(rawValue: 1 << 34)
    /// Begins a question or main clause, so that a line that begins with it is a sentence of its own.
    static let opener = Self(rawValue: 1 << 35)
    /// Never a person's name.
    static let common = Self(rawValue: 1 << 36)
    /// "about" before a span of time.
    static let about = Self(rawValue: 1 << 37)
    /// "times": a span of time behind it is one in which something happened.
    static let times = Self(rawValue: 1 << 38)
    /// "my": the name behind it is the writer's.
    static let own = Self(rawValue: 1 << 39)
    /// "I am called": a name follows.
    static let called = Self(rawValue: 1 << 40)
    /// A small word inside names: "van", "de".
    static let particle = Self(rawValue: 1 << 41)
    /// Greets by itself, unlike the words that may go with it.
    static let salute = Self(rawValue: 1 << 42)
    static let interrogative = Self(rawValue: 1 << 43)
    /// Goes on to say what happens if the ask is not met.
    static let otherwise = Self(rawValue: 1 << 44)
}
