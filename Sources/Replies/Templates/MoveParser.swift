import Model

/// Divides a half of a template's text into its moves, each under a heading such as `## same page`.
struct MoveParser {
    let parser: TextParser
    private(set) var faults: [TemplateFault] = []

    init(_ parser: TextParser) {
        self.parser = parser
    }

    mutating func moves(of half: TextHalves.Half) -> [Move] {
        let earlier = faults.count
        var moves: [Move] = []
        for passage in Self.passages(of: half) {
            guard let move = move(from: passage, known: moves) else { continue }
            moves.append(move)
        }
        if moves.isEmpty, faults.count == earlier {
            faults.append(TemplateFault(line: half.line, message: "no move: begin one with a line “## gain”"))
        }
        return moves
    }

    private struct Passage {
        /// nil for what stands above the first heading.
        var heading: String?
        var line: Int
        var text: String
    }

    private static func passages(of half: TextHalves.Half) -> [Passage] {
        var passages = [Passage(heading: nil, line: half.line, text: "")]
        var line = half.line
        for text in half.text.split(omittingEmptySubsequences: false, whereSeparator: \.endsLine) {
            if text.hasPrefix("## ") {
                let heading = text.dropFirst(3).split(separator: " ").joined(separator: " ").lowercased()
                passages.append(Passage(heading: heading, line: line, text: ""))
            } else {
                passages[passages.count - 1].text += text + "\n"
            }
            line += 1
        }
        return passages
    }

    private mutating func move(from passage: Passage, known: [Move]) -> Move? {
        let isEmpty = passage.text.allSatisfy(\.isWhitespace)
        guard let heading = passage.heading else {
            if !isEmpty { add(passage.line, "text above the first move") }
            return nil
        }
        guard let name = MoveName(rawValue: heading) else {
            let hint = NearestName.hint(for: heading, among: MoveName.allCases.map(\.rawValue))
            add(passage.line, "“\(heading)” is no move; \(hint)")
            return nil
        }
        if isEmpty || known.contains(where: { $0.name == name }) {
            let what = isEmpty ? "is empty: write it or take its heading out" : "is there twice: join the two"
            add(passage.line, "the move “\(heading)” \(what)")
            return nil
        }
        do throws(TemplateError) {
            return Move(name: name, text: TemplateText(try parser.nodes(of: passage.text, firstLine: passage.line + 1)))
        } catch {
            faults += error.faults
            return nil
        }
    }

    private mutating func add(_ line: Int, _ message: String) {
        faults.append(TemplateFault(line: line, message: message))
    }
}
