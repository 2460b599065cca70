import Model
import Testing

@Suite("The states of a mail of ours")
struct OutgoingMailStateTests {
    typealias State = OutgoingMail.State

    @Test("what failed or was taken back never changes again", arguments: [State.failed, .cancelled])
    func ends(state: State) {
        #expect(State.allCases.allSatisfy { !state.canBecome($0) })
        #expect(state.afterRestart == state)
    }

    @Test("what was sent stays so, but for a provider's later word that it did not arrive")
    func sent() {
        #expect(State.allCases.filter { State.sent.canBecome($0) } == [.failed])
        #expect(State.sent.afterRestart == .sent)
    }

    @Test("an uncertain mail is never sent by the program itself: it has to be given back to waiting first")
    func uncertain() {
        #expect(!State.uncertain.canBecome(.sending))
        #expect(State.uncertain.afterRestart == .uncertain)
    }

    @Test("after a stop, what was certainly not handed over waits again, and what may have been is uncertain")
    func restart() {
        #expect(State.sending.afterRestart == .waiting)
        #expect(State.handingOver.afterRestart == .uncertain)
    }

    @Test("the final dot stands between sending and everything a server can have")
    func dot() {
        #expect(!State.sending.canBecome(.sent))
        #expect(!State.sending.canBecome(.uncertain))
        #expect(!State.waiting.canBecome(.sent))
    }
}
