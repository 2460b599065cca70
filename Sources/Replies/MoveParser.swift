/// Divides a template's text into its moves, each under a heading such as `## same page`.
enum MoveParser {
    static func moves(of source: TemplateSource, faults: inout [TemplateFault]) -> [Move] {
        var moves: [Move] = []
        for part in parts(of: source) {
            guard let move = move(from: part, known: moves, faults: &faults) else { continue }
            moves.append(move)
        }
        if moves.isEmpty, faults.isEmpty {
            faults.append(TemplateFault(line: source.bodyLine, message: "no move: begin one with a line “## gain”"))
        }
        return moves
    }

    private struct Part {
        /// nil for what stands above the first heading.
        var heading: String?
        var line: Int
        var text: String
    }

    private static func parts(of source: TemplateSource) -> [Part] {
        var parts = [Part(heading: nil, line: source.bodyLine, text: "")]
        var line = source.bodyLine
        for text in source.body.split(omittingEmptySubsequences: false, whereSeparator: \.endsLine) {
            if text.hasPrefix("## ") {
                let heading = text.dropFirst(3).split(separator: " ").joined(separator: " ").lowercased()
                parts.append(Part(heading: heading, line: line, text: ""))
            } else {
                parts[parts.count - 1].text += text + "\n"
            }
            line += 1
        }
        return parts
    }

    private static func move(from part: Part, known: [Move], faults: inout [TemplateFault]) -> Move? {
        let isEmpty = part.text.allSatisfy(\.isWhitespace)
        guard let heading = part.heading else {
            if !isEmpty { faults.append(TemplateFault(line: part.line, message: "text above the first move")) }
            return nil
        }
        guard let name = MoveName(rawValue: heading) else {
            let hint = NearestName.hint(for: heading, among: MoveName.allCases.map(\.rawValue))
            faults.append(TemplateFault(line: part.line, message: "“\(heading)” is no move; \(hint)"))
            return nil
        }
        if isEmpty || known.contains(where: { $0.name == name }) {
            let what = isEmpty ? "is empty: write it or take its heading out" : "is there twice: join the two"
            faults.append(TemplateFault(line: part.line, message: "the move “\(heading)” \(what)"))
            return nil
        }
        do {
            return Move(name: name, text: try TemplateText(part.text, firstLine: part.line + 1))
        } catch {
            faults += error.faults
            return nil
        }
    }
}
