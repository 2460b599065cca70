import Model
import Testing

@testable import Reading

struct AutomaticMailTests {
    private static let samples =
        AutomaticSample.bounces + AutomaticSample.moreBounces + AutomaticSample.reports + AutomaticSample.replies

    @Test("automatic mail is known for what it is, and gets no automatic answer", arguments: samples)
    func known(sample: AutomaticSample) {
        let judgement = sample.judgement
        #expect(judgement.verdict.verdict == sample.kind)
        #expect(judgement.verdict.form == sample.form)
        #expect(!judgement.verdict.mayAutoReply)
        #expect(judgement.verdict.ground?.evidence.isEmpty == false)
        #expect(judgement.verdict.ground?.source.isEmpty == false)
    }

    @Test("a bounce names recipient, status and the mail that bounced", arguments: samples)
    func details(sample: AutomaticSample) {
        let bounce = sample.judgement.bounce
        #expect(bounce?.recipient == sample.recipient)
        #expect(bounce?.status == sample.status)
        #expect(bounce?.originalMessageID == sample.identifier)
        #expect((bounce?.isPermanent ?? true) == (sample.form != .delayed))
    }

    @Test("there are enough samples to mean something")
    func count() {
        #expect(Self.samples.count >= 60)
    }
}
