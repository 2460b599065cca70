/// A message whose size is known and that is still to be fetched.
struct SizedMessage: Hashable, Sendable {
    let uid: UID
    /// In bytes, as the server counts.
    let size: Int
    /// What to ask for.
    let item: FetchItem
    /// Whether it goes alone, because a fetch that had it in it has failed before.
    let isAlone: Bool

    /// Whether it can share a window with the one that the window starts with.
    func canFollow(_ first: SizedMessage) -> Bool { item == first.item && !isAlone && !first.isAlone }
}
