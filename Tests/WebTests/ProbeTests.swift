import HummingbirdTesting
import Testing

@Test func probe() {}
