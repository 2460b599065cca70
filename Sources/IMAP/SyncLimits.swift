/// How much a sync asks for at once.
package struct SyncLimits: Hashable, Sendable {
    /// The largest message that is taken whole, in bytes; of a larger one only the header is.
    package var messageBytes: Int
    /// A window of messages is closed when it would pass this many bytes by the server's own count; a message that does
    /// so alone has a window to itself.
    package var windowBytes: Int
    /// The most messages in a window.
    package var windowMessages: Int
    /// The most commands in flight.
    package var commands: Int
    /// The most windows whose messages are fetched but not yet durable, those in flight included. With `windowBytes` it
    /// bounds the memory of a back-fill.
    package var openWindows: Int
    /// How many messages are asked for their size at once.
    package var sizes: Int
    /// A mailbox with more messages than this is searched in steps of so many UIDs.
    package var searchWidth: Int

    package init(
        messageBytes: Int = 25 << 20,
        windowBytes: Int = 8 << 20,
        windowMessages: Int = 50,
        commands: Int = 4,
        openWindows: Int = 8,
        sizes: Int = 500,
        searchWidth: Int = 200_000
    ) {
        self.messageBytes = messageBytes
        self.windowBytes = windowBytes
        self.windowMessages = max(1, windowMessages)
        self.commands = max(1, commands)
        self.openWindows = max(1, openWindows)
        self.sizes = max(1, sizes)
        self.searchWidth = max(1, searchWidth)
    }
}
